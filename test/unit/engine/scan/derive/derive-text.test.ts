// What is encoded, escaped or joined is found, at the very characters of the source.

import assert from 'node:assert/strict';
import type { Finding } from '../../../../../src/engine/finding.ts';
import { emptyPolicy } from '../../../../../src/engine/settings/policy.ts';
import type { Settings } from '../../../../../src/engine/settings/settings.ts';
import { findingsOf, sampleSecret } from '../../../../support/sample-secret.ts';
import { testEngine, testFingerprint } from '../../../../support/test-engine.ts';

const key = sampleSecret('stripe-secret-key');

describe('derived text', () => {
  it('finds a key that is encoded in base64, and spans all of the encoded text', () => {
    const encoded = Buffer.from(`${key}\n`).toString('base64');
    assert.deepEqual(foundIn(`blob = "${encoded}"`), [encoded]);
  });

  it('finds a key within an encoded file', () => {
    const encoded = Buffer.from(JSON.stringify({ region: 'eu', payments: { live: key } })).toString('base64');
    assert.deepEqual(foundIn(`data:application/json;base64,${encoded}`), [encoded]);
  });

  it('passes over source maps, which are left out as files are, and reads on behind them', () => {
    const map = Buffer.from(JSON.stringify({ version: 3, sourcesContent: [`${' '.repeat(70_000)}${key}`] })).toString('base64');
    const encoded = Buffer.from(`${key}\n`).toString('base64');
    const comment = `//# sourceMappingURL=data:application/json;charset=utf-8;base64,${map}`;
    assert.deepEqual(foundIn(comment), []);
    assert.deepEqual(foundIn(`${comment}\nblob = "${encoded}"`), [encoded]);
  });

  it('passes over what decodes to bytes, to words, or is encoded twice', () => {
    const encode = (text: string) => Buffer.from(text, 'latin1').toString('base64');
    assert.deepEqual(foundIn(`image = "${encode(`\x89PNG\r\n\x1a\n${key}`)}"`), []);
    assert.deepEqual(foundIn(`text = "${encode('nothing but a few plain words of English')}"`), []);
    assert.deepEqual(foundIn(`twice = "${encode(encode(key))}"`), []);
  });

  it('joins literals, from the first character of the key to its last', () => {
    const [head, tail] = [key.slice(0, 5), key.slice(5)];
    assert.deepEqual(foundIn(`const key = "${head}" + "${tail}";`), [`${head}" + "${tail}`]);
    assert.deepEqual(foundIn(`key = '${head}' +\n    '${tail}'`), [`${head}' +\n    '${tail}`]);
  });

  it('joins literals side by side only where the language does', () => {
    for (const lineEnd of ['\n', '\r\n']) {
      const text = `key = ("${key.slice(0, 5)}"${lineEnd}       "${key.slice(5)}")`;
      assert.equal(findingsOf(text).length, 0);
      assert.equal(findingsOf(text, 'sample.py').length, 1);
    }
  });

  it('joins no literals with gaps in them, and no words', () => {
    assert.deepEqual(foundIn(`message = "the token " + "${key.slice(4)}";`), []);
    assert.deepEqual(foundIn('token = "some-longer-" + "name-of-a-thing-2"'), []);
  });

  it('joins templates', () => {
    const [head, tail] = [key.slice(0, 5), key.slice(5)];
    assert.deepEqual(foundIn(`const key = \`${head}\` + \`${tail}\`;`), [`${head}\` + \`${tail}`]);
    assert.deepEqual(foundIn(`const key = \`${head}\` + \`\${tail}\`;`), []);
  });

  it('reads characters of addresses that are written with percent signs', () => {
    const hidden = `${key.slice(0, 2)}%5F${key.slice(3)}`;
    assert.deepEqual(foundIn(`fetch("https://pay.internal/?next=%2F&using=${hidden}&page=2")`), [hidden]);
    assert.deepEqual(foundIn(`width: 100%; rate = ${key.slice(0, 2)}%zz${key.slice(3)}`), []);
  });

  it('reads on behind a backslash at the end of a line', () => {
    for (const lineEnd of ['\n', '\r\n']) {
      const broken = `${key.slice(0, 9)}\\${lineEnd}${key.slice(9, 15)}\\${lineEnd}${key.slice(15)}`;
      assert.deepEqual(foundIn(`export KEY=${broken}${lineEnd}`), [broken]);
    }
  });

  it('passes over the indentation of the next line only where the language does', () => {
    const broken = `${key.slice(0, 9)}\\\n    ${key.slice(9)}`;
    const text = `key: "${broken}"`;
    assert.deepEqual(foundIn(text), []);
    const [found] = findingsOf(text, 'sample.yaml');
    assert.equal(text.slice(found?.span.start, found?.span.end), broken);
  });

  it('reads letters that are written as escapes', () => {
    const hidden = `\\u0073${key.slice(1)}`;
    assert.deepEqual(foundIn(`"key": "${hidden}"`), [hidden]);
  });

  for (const [writing, written] of Object.entries(writings())) {
    it(`knows ${writing} for the key it says, and shows no more of it`, () => {
      const [plain] = findingsIn(`key = "${key}"`);
      const [finding] = findingsIn(written);
      assert.ok(!written.includes(key));
      assert.equal(finding?.fingerprint, plain?.fingerprint);
      assert.equal(finding?.masked, plain?.masked);
    });
  }

  it('is ignored by the fingerprint of what it says', () => {
    const encoded = `blob = "${Buffer.from(key).toString('base64')}"`;
    const ignored = (fingerprint: string) => ({ policy: { ...emptyPolicy, ignoreFingerprints: [{ fingerprint, reason: 'a sample' }] } });
    const [finding] = findingsIn(encoded);
    assert.deepEqual(findingsIn(encoded, ignored(finding?.fingerprint ?? '')), []);
    assert.equal(findingsIn(encoded, ignored(testFingerprint('another'))).length, 1);
  });
});

/** The same key, nowhere as it is. */
function writings(): Readonly<Record<string, string>> {
  const [head, tail] = [key.slice(0, 5), key.slice(5)];
  return {
    base64: `blob = "${Buffer.from(key).toString('base64')}"`,
    'joined literals': `const key = "${head}" + "${tail}";`,
    escapes: `"key": "\\u0073${key.slice(1)}"`,
    'percent signs': `fetch("https://pay.internal/?using=${key.slice(0, 2)}%5F${key.slice(3)}&page=2")`,
    'several lines': `export KEY=${head}\\\n${tail}\n`,
  };
}

function findingsIn(text: string, settings: Partial<Settings> = {}): readonly Finding[] {
  return testEngine(settings).scan({ uri: 'sample.txt', languageId: 'plaintext', text });
}

function foundIn(text: string): readonly string[] {
  return findingsOf(text).map(({ span }) => text.slice(span.start, span.end));
}
