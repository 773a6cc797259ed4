import assert from 'node:assert/strict';
import { remember } from '../../../src/engine/remember.ts';
import { endsInSmallHeap } from '../../support/small-heap.ts';

describe('remember', () => {
  it('computes an answer once', () => {
    const asked: string[] = [];
    const length = remember(10, question => asked.push(question) && question.length);
    assert.deepEqual(['a', 'bb', 'a', 'bb'].map(length), [1, 2, 1, 2]);
    assert.deepEqual(asked, ['a', 'bb']);
  });

  it('keeps no more answers than it may', () => {
    const asked: string[] = [];
    const length = remember(2, question => asked.push(question) && question.length);
    for (const question of ['a', 'b', 'c', 'a']) length(question);
    assert.deepEqual(asked, ['a', 'b', 'c', 'a']);
  });

  it('keeps no text in memory of which it was asked about a part', async () => {
    assert.ok(await endsInSmallHeap('test/support/asked-about-parts.ts', 'remember'));
  });
});
