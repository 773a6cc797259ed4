// Every rule keeps the promises that the scan, the documentation and the people who read them rely on.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import { reaches } from '../../src/engine/finding.ts';
import { catalogue, ruleById } from '../../src/engine/rules/catalogue.ts';
import { distinctProviders, ordinaryProviders } from '../../src/engine/rules/long-tail-providers.ts';
import { providerById, providers } from '../../src/engine/rules/providers.ts';
import type { Rule } from '../../src/engine/rules/rule.ts';
import { reasonsByName } from '../../src/engine/scan/reasons/catalogue.ts';
import { fillFixture } from '../support/fill-fixture.ts';
import { findingsOf, firesOn, sample } from '../support/sample-secret.ts';

const fixtures = path.resolve('test/fixtures/rules');

/** Registries of packages: their tokens are known, no page of theirs is named. */
const withoutPage = new Set(['npm', 'pypi', 'rubygems', 'nuget', 'cratesio', 'clojars']);

describe('the catalogue of rules', () => {
  it('gives every rule an id of its own, in kebab-case', () => {
    const ids = catalogue.map(({ id }) => id);
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
    );
    assert.deepEqual(
      ids.filter(id => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)),
      [],
    );
  });

  it('finds a rule by its id', () => {
    assert.deepEqual(
      catalogue.filter(rule => ruleById(rule.id) !== rule),
      [],
    );
  });

  it('has a rule for every provider, and a provider for every rule', () => {
    const used = new Set(catalogue.map(({ provider }) => provider));
    // One rule speaks for all of these.
    for (const { id } of [...distinctProviders, ...ordinaryProviders]) used.add(id);
    assert.deepEqual(
      catalogue.filter(({ provider }) => !providerById(provider)).map(({ id }) => id),
      [],
    );
    assert.deepEqual(
      providers()
        .filter(({ id }) => !used.has(id))
        .map(({ id }) => id),
      [],
    );
  });

  it('gives every provider an id of its own', () => {
    assert.equal(new Set(providers().map(({ id }) => id)).size, providers().length);
  });

  it('keeps a fixture folder for rules only', () => {
    assert.deepEqual(
      readdirSync(fixtures).filter(name => !ruleById(name)),
      [],
    );
  });
});

for (const rule of catalogue) {
  describe(`rule ${rule.id}`, () => {
    it('names the page of its format, where one may be named', () => {
      if (withoutPage.has(rule.provider)) assert.equal(rule.source, undefined);
      else if (rule.provider !== 'generic') assert.match(rule.source ?? '', /^https:\/\/\S+$/);
    });

    it('has keywords the scan can look for', () => {
      assert.deepEqual(
        rule.keywords.filter(keyword => keyword.length < 3 || keyword !== keyword.toLowerCase()),
        [],
      );
    });

    it('names reasons that exist', () => {
      assert.deepEqual(
        (rule.doubts ?? []).filter(name => !(name in reasonsByName)),
        [],
      );
    });

    it('is linear: no repetition without end, none inside another', () => {
      assert.deepEqual(slowParts(rule.pattern), []);
    });

    it('never matches nothing', () => {
      assert.notEqual(new RegExp(rule.pattern.source, rule.pattern.flags).exec('')?.[0], '');
    });

    it('fires on keys of its form, which hold a keyword', () => {
      for (const seed of [1, 2]) {
        const { text, secret } = sample(rule.id, seed);
        assert.ok(firesOn(rule.id, text, secret));
        assert.ok(rule.keywords.length === 0 || rule.keywords.some(keyword => text.toLowerCase().includes(keyword)));
      }
    });

    checkFixtures(rule);
  });
}

function checkFixtures({ id }: Rule): void {
  const folder = path.join(fixtures, id);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const flaggedIn = (text: string) => findingsOf(text).some(({ ruleId, confidence }) => ruleId === id && reaches(confidence, 'likely'));
  const read = (name: string) => fillFixture(readFileSync(path.join(folder, name), 'utf8'), id);

  it('has two examples to flag and two to pass over', () => {
    assert.ok(names.filter(name => /^ng\..+\.txt$/.test(name)).length >= 2);
    assert.ok(names.filter(name => /^ok\..+\.txt$/.test(name)).length >= 2);
    assert.deepEqual(
      names.filter(name => !/^(?:ng|ok)\.[a-z0-9-]+\.txt$/.test(name)),
      [],
    );
  });

  for (const name of names.filter(name => name.startsWith('ng.'))) {
    it(`flags exactly the key in ${name}`, () => {
      const { text, secrets } = read(name);
      for (const secret of secrets) assert.ok(firesOn(id, text, secret));
      // Passwords that people made up are written out: they are in no one's use.
      if (secrets.length === 0) assert.ok(flaggedIn(text));
    });
  }
  for (const name of names.filter(name => name.startsWith('ok.'))) {
    it(`passes over ${name}`, () => {
      assert.ok(!flaggedIn(read(name).text));
    });
  }
}

/** Repetitions that could make a match take longer than its text is long, as written. */
function slowParts(pattern: RegExp): readonly string[] {
  const slow: string[] = [];
  const around: AST.Quantifier[] = [];
  visitRegExpAST(new RegExpParser({ ecmaVersion: 2022 }).parseLiteral(`/${pattern.source}/${pattern.flags}`), {
    onQuantifierEnter(quantifier) {
      const varies = quantifier.min !== quantifier.max;
      if (!Number.isFinite(quantifier.max)) slow.push(quantifier.raw);
      if (varies && around.some(({ max }) => max > 1)) slow.push(`${quantifier.raw} inside a repetition`);
      around.push(quantifier);
    },
    onQuantifierLeave() {
      around.pop();
    },
  });
  return slow;
}
