import assert from 'node:assert/strict';
import { wide } from '../../../../src/engine/alphabet.ts';
import { shapeOf } from '../../../../src/engine/rules/shape-of.ts';

describe('The shape of a pattern', () => {
  const lengths: readonly (readonly [RegExp, number])[] = [
    [/[A-Za-z0-9]{40}/, 40],
    [/[0-9a-f]{24}\.[0-9a-f]{32}/, 57],
    [/[a-z]{2,5}\d+x?y*/, 3],
    [/pk_(?:(?:test|live)_)?[0-9a-f]{32,48}/, 35],
    [/(?:abc|[de]{2}|fghi)z/, 3],
    [/a(?=bcd)(?<!xyz)(?<named>ef)$/, 3],
    [/[\]x]{3}\u0041\x41/, 5],
    [/(?:ab){3}?c/, 7],
    [/(?<one>a)\k<one>\bb/, 2],
  ];
  for (const [pattern, length] of lengths) {
    it(`is ${length} characters long for ${pattern.source}`, () => assert.equal(shapeOf(pattern).shortest, length));
  }

  const alphabets: readonly (readonly [RegExp, string, string])[] = [
    [/[0-9a-f]{24}\.[0-9a-f]{32}/, '0123456789abcdef.', 'gA_ \n'],
    [/sk_(?:(?:test|live)_)?[A-C]+-/, 'sk_testlivABC-', 'DwS '],
    [/(?:a|[^\s"])/, 'aZ0_\xe9', ' \n"'],
    [/\w\u0041\x2b/, 'azAZ09_A+', '-.'],
  ];
  for (const [pattern, of, notOf] of alphabets) {
    it(`has the characters of ${pattern.source} and no others`, () => {
      const { alphabet } = shapeOf(pattern);
      for (const character of of) assert.equal(alphabet[character.charCodeAt(0)], 1, JSON.stringify(character));
      for (const character of notOf) assert.equal(alphabet[character.charCodeAt(0)], 0, JSON.stringify(character));
    });
  }

  for (const [pattern, isIn] of [
    [/[^x]/, true],
    [/./, true],
    [/\s/, true],
    [/[a\u2026]/, true],
    [/[\w+/=]/, false],
    [/\u0041/, false],
  ] as const) {
    it(`${isIn ? 'has' : 'has no'} characters beyond Latin-1 for ${pattern.source}`, () =>
      assert.equal(shapeOf(pattern).alphabet[wide], Number(isIn)));
  }
});
