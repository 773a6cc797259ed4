import assert from 'node:assert/strict';
import { shortestMatch } from '../../../../src/engine/rules/shortest-match.ts';

describe('The shortest match of a pattern', () => {
  const lengths: readonly (readonly [RegExp, number])[] = [
    [/[A-Za-z0-9]{40}/, 40],
    [/[0-9a-f]{24}\.[0-9a-f]{32}/, 57],
    [/[a-z]{2,5}\d+x?y*/, 3],
    [/pk_(?:(?:test|live)_)?[0-9a-f]{32,48}/, 35],
    [/(?:abc|[de]{2}|fghi)z/, 3],
    [/a(?=bcd)(?<!xyz)(?<named>ef)$/, 3],
    [/[\]x]{3}\u0041\x41/, 5],
    [/(?:ab){3}?c/, 7],
  ];
  for (const [pattern, length] of lengths) {
    it(`is ${length} for ${pattern.source}`, () => assert.equal(shortestMatch(pattern), length));
  }

  for (const pattern of [/ab\s?c{20}/, /a.{9}/, /[^x]{9}/, /x["']{4}/, /a\\b{9}/, /[\w\s]{12}/]) {
    it(`is none where a run of characters may be broken: ${pattern.source}`, () => assert.equal(shortestMatch(pattern), 0));
  }
});
