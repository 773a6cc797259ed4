import assert from 'node:assert/strict';
import { changeOutline, isSameOutline } from '../../../../../src/engine/fixes/formats/outline.ts';

describe('an outline', () => {
  it('is the same whatever the order of its keys', () => {
    assert.ok(isSameOutline({ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 }));
    assert.ok(!isSameOutline({ a: [1, 2] }, { a: [2, 1] }));
    assert.ok(!isSameOutline({ a: '1' }, { a: 1 }));
  });

  it('takes several changes by the places it had before them', () => {
    const changed = changeOutline({ a: 'one two', b: ['x', 'y', 'z'], c: { d: 1 } }, [
      { kind: 'splice', path: ['a'], start: 0, end: 3, text: 'three' },
      { kind: 'splice', path: ['a'], start: 4, end: 7, text: 'four' },
      { kind: 'insert', path: ['b', 0], value: 'w' },
      { kind: 'remove', path: ['b', 2] },
      { kind: 'set', path: ['b', 1], value: 'Y' },
      { kind: 'remove', path: ['c', 'd'] },
      { kind: 'set', path: ['e', 'f'], value: true },
    ]);
    assert.deepEqual(changed, { a: 'three four', b: ['w', 'x', 'Y'], c: {}, e: { f: true } });
  });

  it('takes the same change once', () => {
    const change = { kind: 'insert', path: ['a', 0], value: 1 } as const;
    assert.deepEqual(changeOutline({ a: [2] }, [change, change]), { a: [1, 2] });
  });
});
