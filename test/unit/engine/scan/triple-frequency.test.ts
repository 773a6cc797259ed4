import assert from 'node:assert/strict';
import { readFrequency } from '../../../../src/engine/scan/triple-frequency.ts';

describe('how often four characters stand next to each other', () => {
  const frequency = readFrequency();

  function frequencyOf(quad: string): number {
    const [first = 0, second = 0, third = 0, fourth = 0] = Array.from(quad, character => character.charCodeAt(0) & 0x1f);
    return frequency(first, second, third, fourth);
  }

  it('is known of all of them', () => {
    for (let quad = 0; quad < 1 << 20; quad++) {
      const share = frequency(quad & 0x1f, (quad >> 5) & 0x1f, (quad >> 10) & 0x1f, quad >> 15);
      if (!(share > 0 && share < 0.1)) assert.fail(`${quad}: ${share}`);
    }
  });

  it('is greater of what source text is full of', () => {
    for (const common of ['tion', 'form', 'valu', 'self', 'test'])
      for (const rare of ['xkey', 'qzkv', 'sk-p', 'ghp_']) assert.ok(frequencyOf(common) > 5 * frequencyOf(rare), `${common} ${rare}`);
  });
});
