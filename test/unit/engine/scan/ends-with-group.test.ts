import assert from 'node:assert/strict';
import { catalogue } from '../../../../src/engine/rules/catalogue.ts';
import { endsWithGroup } from '../../../../src/engine/scan/ends-with-group.ts';
import { sampleText } from '../../../support/sample-secret.ts';

describe('a pattern whose matches end with a group', () => {
  it('has nothing but look-arounds behind it', () => {
    for (const pattern of [
      /a(?<secret>b)/,
      /a(?<secret>b|c(?:d|e))(?![(]f|g)(?<=\)h)/,
      /[|](?<secret>[)]\))(?=$)/,
      /(?:a|b)\|(?<secret>b)/,
    ])
      assert.equal(endsWithGroup(pattern.source, 'secret'), true, pattern.source);
  });

  it('is none where the group is a part of more, left out, repeated, or beside another branch', () => {
    for (const pattern of [
      /a(?<secret>b)c/,
      /a(?<secret>b)\b/,
      /a(?<secret>b)(?:c)?/,
      /a(?<secret>b)?/,
      /a(?<secret>b)(?=c)?d/,
      /a|b(?<secret>c)/,
      /a(?<secret>b)|c/,
      /(?:a(?<secret>b)|c)/,
      /a(?:(?<secret>b))/,
      /(?<other>b)/,
      /b/,
    ])
      assert.equal(endsWithGroup(pattern.source, 'secret'), false, pattern.source);
  });

  it('is that of most rules, and tells the place that indices tell', () => {
    let told = 0;
    for (const { id, pattern, keywords } of catalogue) {
      if (keywords.length === 0 || !endsWithGroup(pattern.source, 'secret')) continue;
      for (let seed = 1; seed <= 3; seed++) {
        const found = new RegExp(pattern.source, `${pattern.flags.replace('d', '')}d`).exec(sampleText(id, seed));
        const [start, end] = found?.indices?.groups?.['secret'] ?? [-1, -1];
        assert.ok(found && end === found.index + found[0].length, id);
        assert.equal(start, end - (found.groups?.['secret'] ?? '').length, id);
        told++;
      }
    }
    assert.ok(told > catalogue.length, `${told} places`);
  });
});
