import assert from 'node:assert/strict';
import { formatPhrase } from '../../../../src/engine/phrase.ts';
import { applyEdits, fixFixtures, fixSecret, planFixture } from '../../../support/fix-fixtures.ts';

const all = fixFixtures();
const languages = new Map([...new Set(all.map(({ language }) => language))].map(id => [id, all.filter(({ language }) => language === id)]));

describe('environment fix', () => {
  for (const [language, fixtures] of languages) {
    describe(`in ${language}`, () => {
      for (const fixture of fixtures) {
        const { expected } = fixture;
        it(`${expected.kind === 'after' ? 'rewrites' : 'withholds'} ${fixture.name.replaceAll('-', ' ')}`, () => {
          const plan = planFixture(fixture);
          if (expected.kind === 'withheld') {
            assert.deepEqual(plan.kind === 'withheld' ? formatPhrase(plan.reason) : plan, expected.reason);
            return;
          }
          assert.ok(plan.kind === 'edits', plan.kind === 'withheld' ? formatPhrase(plan.reason) : '');
          assert.equal(applyEdits(fixture.before, plan.edits), expected.text);
          assert.equal(plan.value, fixSecret);
        });
      }
    });
  }

  it('has at least twelve cases in every language', () => {
    for (const [language, fixtures] of languages)
      if (language !== 'formats') assert.ok(fixtures.length >= 12, `${language}: ${fixtures.length}`);
  });
});
