// Who creates, disposes.
import assert from 'node:assert/strict';
import { DisposableStore, MutableDisposable } from '../../../src/editor/disposables.ts';

function recorder(): { readonly disposed: string[]; make(name: string): { dispose(): void } } {
  const disposed: string[] = [];
  return { disposed, make: name => ({ dispose: () => void disposed.push(name) }) };
}

describe('DisposableStore', () => {
  it('disposes what was added, last first, once', () => {
    const { disposed, make } = recorder();
    const store = new DisposableStore();
    store.add(make('a'));
    store.add(make('b'));
    store.dispose();
    store.dispose();
    assert.deepEqual(disposed, ['b', 'a']);
  });

  it('disposes at once what comes too late', () => {
    const { disposed, make } = recorder();
    const store = new DisposableStore();
    store.dispose();
    store.add(make('late'));
    assert.deepEqual(disposed, ['late']);
  });
});

describe('MutableDisposable', () => {
  it('disposes the old value when a new one comes, and the last one with itself', () => {
    const { disposed, make } = recorder();
    const slot = new MutableDisposable();
    slot.value = make('a');
    slot.value = make('b');
    assert.deepEqual(disposed, ['a']);
    slot.dispose();
    assert.deepEqual(disposed, ['a', 'b']);
  });

  it('keeps a value that is set again', () => {
    const { disposed, make } = recorder();
    const slot = new MutableDisposable();
    const value = make('a');
    slot.value = value;
    slot.value = value;
    assert.deepEqual(disposed, []);
  });
});
