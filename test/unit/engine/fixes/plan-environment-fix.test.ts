import assert from 'node:assert/strict';
import { formats } from '../../../../src/engine/fixes/formats/catalogue.ts';
import type { FixPlan } from '../../../../src/engine/fixes/plan.ts';
import { formatPhrase } from '../../../../src/engine/phrase.ts';
import { applyEdits, type FixFixture, fixFixtures, fixSecret, planFixture, planFixtureVerified } from '../../../support/fix-fixtures.ts';

const all = fixFixtures();
const languages = new Map([...new Set(all.map(({ language }) => language))].map(id => [id, all.filter(({ language }) => language === id)]));

describe('environment fix', () => {
  for (const [language, fixtures] of languages) {
    describe(`in ${language}`, () => {
      for (const fixture of fixtures) {
        const does = `${fixture.expected.kind === 'after' ? 'rewrites' : 'withholds'} ${fixture.name.replaceAll('-', ' ')}`;
        it(`${does}, told by the syntax tree`, async () => assertMeets(fixture, await planFixtureVerified(fixture)));
        if (fixture.entry?.only !== 'tree') it(`${does}, told by the code around it`, () => assertMeets(fixture, planFixture(fixture)));
      }
    });
  }

  it('has at least twelve cases in every language', () => {
    // The formats of configuration files have a test of their own.
    const isFormat = (folder: string): boolean => folder === 'formats' || formats.some(({ id }) => id === folder);
    for (const [language, fixtures] of languages) assert.ok(isFormat(language) || fixtures.length >= 12, `${language}: ${fixtures.length}`);
  });
});

function assertMeets({ before, expected, entry }: FixFixture, plan: FixPlan): void {
  if (expected.kind === 'withheld') {
    assert.deepEqual(plan.kind === 'withheld' ? formatPhrase(plan.reason) : plan, expected.reason);
    return;
  }
  assert.ok(plan.kind === 'edits', plan.kind === 'withheld' ? formatPhrase(plan.reason) : '');
  assert.equal(applyEdits(before, plan.edits), expected.text);
  assert.equal(plan.value, fixSecret);
  if (entry?.manager === undefined) return;
  assert.equal(plan.also?.find(({ isNew }) => isNew)?.path, entry.manager.makes);
  const declares = (plan.also ?? []).filter(({ isNew }) => !isNew).map(({ path, text, edits }) => [path, applyEdits(text, edits)]);
  assert.deepEqual(Object.fromEntries(declares), entry.manager.declares ?? {});
  assert.equal(plan.command, entry.manager.command);
}
