import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { remember } from '../../../src/engine/remember.ts';

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

  it('keeps no text in memory whose part it was asked about', () => {
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const lengthOf = remember(100, part => part.length);
    const textSize = 4_000_000;
    const used = () => {
      collect();
      const { heapUsed, external } = process.memoryUsage();
      return heapUsed + external;
    };
    const before = used();
    for (let round = 0; round < 20; round++)
      lengthOf(Buffer.alloc(textSize, `${round} is a part of a long text, `).toString('latin1').slice(100, 140));
    assert.ok(used() - before < 5 * textSize);
  });
});
