// Some keys encode bytes that are all ones or all zeros: a run of one character in them is no filler.

import assert from 'node:assert/strict';
import { sampleOfPattern } from '../../../support/sample-of-pattern.ts';
import { findingsOf } from '../../../support/sample-secret.ts';
import { seededRandom } from '../../../support/seeded-random.ts';

describe('keys with runs of one character', () => {
  it('flags a Heroku key with a run of underscores', () => {
    const random = seededRandom('heroku', 1);
    const { secret: start } = sampleOfPattern(/(?<secret>[A-Za-z0-9]{40})/, random);
    const { secret: end } = sampleOfPattern(/(?<secret>[A-Za-z0-9]{12})/, random);
    const key = `${['HRKU', 'AA'].join('-')}${start}_____w${end}`;
    const text = `HEROKU_API_KEY=${key}`;
    assert.deepEqual(
      findingsOf(text).map(({ ruleId, span }) => [ruleId, text.slice(span.start, span.end) === key]),
      [['heroku-api-key', true]],
    );
  });

  it('passes over a Heroku key that was filled with one character', () => {
    assert.deepEqual(findingsOf(`HEROKU_API_KEY=${['HRKU', 'AA'].join('-')}${'x'.repeat(58)}`), []);
  });
});
