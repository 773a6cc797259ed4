import assert from 'node:assert/strict';
import { readKnownQuads } from '../../../../src/engine/scan/known-quads.ts';
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

  it('is as counted of quads that their triples tell badly', () => {
    assert.equal(frequencyOf('name'), 2 ** -9);
    assert.equal(frequencyOf('test'), 2 ** -10);
    const known = readKnownQuads();
    assert.ok(known.filter(halved => halved !== 0).length > 1_000);
    for (const halved of known) assert.ok(halved === 0 || (halved > 9 && halved <= 21), `${halved}`);
  });

  it('is greater of what source text is full of', () => {
    for (const common of ['tion', 'form', 'valu', 'self', 'test'])
      for (const rare of ['xkey', 'qzkv', 'sk-p', 'ghp_']) assert.ok(frequencyOf(common) > 5 * frequencyOf(rare), `${common} ${rare}`);
  });
});
