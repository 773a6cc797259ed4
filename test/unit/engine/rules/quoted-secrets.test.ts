import assert from 'node:assert/strict';
import { quotedSecretRules } from '../../../../src/engine/rules/quoted-secrets.ts';
import { keywordPlaces } from '../../../support/naive-scan.ts';
import { seededRandom } from '../../../support/seeded-random.ts';

const pieces: readonly (readonly string[])[] = [
  ['', '{"', 'db_', 'my.'],
  ['secret', 'PASSWORD', 'passphrase', 'x'.repeat(30)],
  ['', '_key', 'Value', '.x', 'y'.repeat(30)],
  ['', '"', "'", '"]', ')', '`'],
  ['', ' ', '\n', '    ', '     ', '\u00a0', '\u2003'],
  ['=', ':', ':=', '=>', '==', '->', ',', ''],
  ['', ' ', '\n  ', ' '.repeat(8), ' '.repeat(9), '\u2003'],
  ['"', "'", '`', '', '\\"'],
  [`ab"c-1234567890-wxyz`, `ab'c-1234567890-wxyz`, 'ab`c-1234567890-wxyz', 'abc'],
  ['"', "'", '`'],
  ['', ';', '\n', 'x'],
];

describe('a glance at a secret with quotes in it', () => {
  it('refuses nothing that the pattern would match', () => {
    for (const { pattern, keywords, glance } of quotedSecretRules) {
      const sticky = new RegExp(pattern.source, `${pattern.flags.replaceAll('d', '')}y`);
      let [matches, refused] = [0, 0];
      for (let seed = 0; seed < 40_000; seed++) {
        const random = seededRandom('quoted secrets', seed);
        const text = pieces.map(choices => random.pick(choices)).join('');
        for (const { keyword, start } of keywordPlaces(keywords, text)) {
          const isWorthIt = glance?.(text, start, start + keyword.length);
          if (!isWorthIt) refused++;
          sticky.lastIndex = start;
          if (!sticky.test(text)) continue;
          matches++;
          assert.ok(isWorthIt, `${JSON.stringify(text)} at ${start}`);
        }
      }
      assert.ok(matches > 100 && refused > 10_000, `${matches} matches, ${refused} refused`);
    }
  });
});
