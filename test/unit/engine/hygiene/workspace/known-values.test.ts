import assert from 'node:assert/strict';
import { isTelling, KnownValues } from '../../../../../src/engine/hygiene/workspace/known-values.ts';
import { seededRandom } from '../../../../support/seeded-random.ts';

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';
const value = `${randomText(1)}+/${randomText(2)}`;
const known = new KnownValues([{ value, fingerprint: 'f1', name: 'LEDGER_KEY', file: '/p/.env' }]);

describe('known values', () => {
  it('are found as they are, with their place and whose they are', () => {
    const [place, ...more] = known.findIn({ uri: 'a.md', languageId: '', text: `one\nuse ${value}, please` });
    assert.deepEqual(more, []);
    const { span, ...rest } = place ?? assert.fail();
    assert.deepEqual(span, { start: 8, end: 8 + value.length });
    assert.deepEqual(rest, {
      uri: 'a.md',
      line: 1,
      column: 4,
      endLine: 1,
      endColumn: 4 + value.length,
      form: 'plain',
      fingerprint: 'f1',
      name: 'LEDGER_KEY',
      file: '/p/.env',
    });
  });

  it('are found URL-encoded, with digits in either case', () => {
    const encoded = encodeURIComponent(value);
    assert.deepEqual(formsIn(`https://a.acme.io/?q=${encoded}`), ['url-encoded']);
    assert.deepEqual(formsIn(`https://a.acme.io/?q=${encoded.replace('%2B', '%2b')}`), ['url-encoded']);
  });

  for (const before of ['', 'u', 'us', 'use', 'user:']) {
    for (const after of ['', '\n', '!!']) {
      for (const alphabet of ['base64', 'base64url'] as const) {
        it(`are found in ${alphabet} behind ${before.length} and before ${after.length} other bytes`, () => {
          assert.deepEqual(formsIn(`x ${Buffer.from(before + value + after).toString(alphabet)} y`), ['base64']);
        });
      }
    }
  }

  it('are found in several literals', () => {
    assert.deepEqual(formsIn(`const a = "${value.slice(0, 9)}" +\n  "${value.slice(9)}";`), ['joined']);
  });

  it('are not found in another case, cut short, or with a character changed', () => {
    assert.deepEqual(formsIn(value.toLowerCase()), []);
    assert.deepEqual(formsIn(value.slice(0, -1)), []);
    assert.deepEqual(formsIn(value.replace('+', '-')), []);
  });

  for (const plain of [
    'true',
    'localhost',
    'postgres',
    'development',
    'correct-horse-battery',
    'my-application-name',
    'http://localhost:3000',
    '123456789012',
    'xxxxxxxxxxxxxxxx',
    'your-key-goes-here',
    `${value}\nnext`,
  ]) {
    it(`are not ${JSON.stringify(plain.slice(0, 22))}: that tells nothing`, () => {
      assert.equal(isTelling(plain), false);
      assert.ok(new KnownValues([{ value: plain, fingerprint: 'f', name: 'A_KEY', file: '.env' }]).isEmpty);
    });
  }
});

function formsIn(text: string): readonly string[] {
  return known.findIn({ uri: 'a.ts', languageId: '', text }).map(({ form }) => form);
}

function randomText(seed: number): string {
  const random = seededRandom('known values', seed);
  return Array.from({ length: 14 }, () => random.pick([...letters])).join('');
}
