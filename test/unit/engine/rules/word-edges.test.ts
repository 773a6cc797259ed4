import assert from 'node:assert/strict';
import { inAnyCase, keyStart, mayEndWord, mayStartKey, nameEnd, nameStart, startsName } from '../../../../src/engine/rules/word-edges.ts';
import { wordEnd } from '../../../support/naive-scan.ts';
import { seededRandom } from '../../../support/seeded-random.ts';

const pieces = ['a', 'F', '0', '_', '-', ' ', '\\', 'n', 'u00', '%', '2', '3D', 'é', 'api', 'Key', 'TOKEN', 'keel', 'x'];

/** Texts of which every place is looked at. */
const texts = Array.from({ length: 3_000 }, (_, seed) => {
  const random = seededRandom('edges', seed);
  return Array.from({ length: 1 + random.below(6) }, () => random.pick(pieces)).join('');
});

function matchesAt(pattern: string, text: string, at: number): boolean {
  const sticky = new RegExp(pattern, 'y');
  sticky.lastIndex = at;
  return sticky.test(text);
}

describe('a look at an edge', () => {
  it('refuses no place where the pattern of a key may begin, and most others', () => {
    let refused = 0;
    for (const text of texts) {
      for (let at = 0; at <= text.length; at++) {
        if (matchesAt(keyStart, text, at)) assert.ok(mayStartKey(text, at), `${JSON.stringify(text)} at ${at}`);
        else if (!mayStartKey(text, at)) refused++;
      }
    }
    assert.ok(refused > 1_000);
  });

  it('says of every place whether a name begins there as the pattern does', () => {
    for (const text of texts) {
      for (let at = 0; at <= text.length; at++)
        assert.equal(startsName(text, at), matchesAt(nameStart, text, at), `${JSON.stringify(text)} at ${at}`);
    }
  });

  it('says of every place whether a word may end there as the pattern does, which leaves out no end of a name', () => {
    let refused = 0;
    for (const text of texts) {
      for (let at = 1; at <= text.length; at++) {
        assert.equal(mayEndWord(text, at), matchesAt(wordEnd().source, text, at), `${JSON.stringify(text)} at ${at}`);
        if (matchesAt(nameEnd, text, at)) assert.ok(mayEndWord(text, at), `${JSON.stringify(text)} at ${at}`);
        else if (!mayEndWord(text, at)) refused++;
      }
    }
    assert.ok(refused > 1_000);
  });

  it('tells a service in a name from the beginning of another word', () => {
    for (const name of [
      'expo',
      'expo_token',
      'expo-token',
      'EXPO_TOKEN',
      'expoToken',
      'ExpoToken',
      'EXPOToken',
      'EXPOProd',
      'expo2',
      'expotoken',
      'expoprivate',
    ])
      assert.ok(mayEndWord(name, 'expo'.length), name);
    for (const name of ['export', 'EXPORT', 'exponent', 'exporter']) assert.ok(!mayEndWord(name, 'expo'.length), name);
  });
});

describe('a word in any case', () => {
  it('matches whatever joins its parts', () => {
    const word = new RegExp(`^${inAnyCase('dd_api')}$`);
    for (const spelt of ['dd_api', 'DD-API', 'Dd.Api', 'dd api', 'ddAPI']) assert.match(spelt, word);
    assert.doesNotMatch('dd__api', word);
  });
});
