// Some keys encode bytes that are all ones or all zeros: a run of one character in them is no filler.

import assert from 'node:assert/strict';
import { sampleOfPattern } from '../../../support/sample-of-pattern.ts';
import { findingsOf } from '../../../support/sample-secret.ts';
import { seededRandom } from '../../../support/seeded-random.ts';

const random = seededRandom('padded', 1);
const drawn = (pattern: RegExp) => sampleOfPattern(pattern, random).secret;

const flagged = (text: string, key: string) =>
  findingsOf(text)
    .filter(({ span }) => text.slice(span.start, span.end) === key)
    .map(({ ruleId }) => ruleId);

describe('keys with runs of one character', () => {
  const heroku = ['HRKU', 'AA'].join('-');

  it('flags a Heroku key with a run of underscores', () => {
    const key = `${heroku}${drawn(/[A-Za-z0-9]{40}/)}_____w${drawn(/[A-Za-z0-9]{12}/)}`;
    assert.deepEqual(flagged(`HEROKU_API_KEY=${key}`, key), ['heroku-api-key']);
  });

  it('flags a key whatever its bytes are padded with', () => {
    for (const run of ['AAAAAAAA', '--------', '0000000', 'ffffffff']) {
      const key = `${heroku}${drawn(/[A-Za-z0-9]{36}/)}${run}${drawn(/[A-Za-z0-9]{12}/)}`;
      assert.deepEqual(flagged(`HEROKU_API_KEY=${key}`, key), ['heroku-api-key'], run);
    }
    const named = `${drawn(/[A-Za-z0-9+/]{36}/)}AAAAAAA=`;
    assert.deepEqual(flagged(`signing_secret = "${named}"`, named), ['generic-api-key']);
  });

  it('passes over a key that was filled with one character, or masked', () => {
    for (const rest of [
      'x'.repeat(58),
      '0'.repeat(58),
      `${drawn(/[A-Za-z0-9]{12}/)}${'A'.repeat(46)}`,
      `${drawn(/[A-Za-z0-9]{44}/)}xxxxxxxxxxxxxx`,
    ])
      assert.deepEqual(findingsOf(`HEROKU_API_KEY=${heroku}${rest}`), [], rest.slice(-14));
  });
});
