import assert from 'node:assert/strict';
import { catalogue } from '../../../../../src/engine/rules/catalogue.ts';
import { confidenceAfter, judge, reasonsByName } from '../../../../../src/engine/scan/reasons/catalogue.ts';
import { candidate } from '../../../../support/candidate.ts';
import { seededRandom } from '../../../../support/seeded-random.ts';

const random = 'token = "«q8Zr2VxK7mWt4LpS»"';
const inTest = { uri: 'test/client.test.ts' };

describe('judging by reasons', () => {
  it('keeps the confidence when nothing speaks against the value', () => {
    assert.equal(judge(candidate(random), ['random', 'test-path'], 'likely').confidence, 'likely');
  });

  it('lowers the confidence one step for each doubt', () => {
    const { confidence, reasons } = judge(candidate('token = "«q8Zr2VxK7mWt4LpS»"', inTest), ['test-path'], 'certain');
    assert.equal(confidence, 'likely');
    assert.deepEqual(
      reasons.map(({ name, verdict }) => [name, verdict]),
      [['test-path', 'doubt']],
    );
  });

  it('lets one belief pay for one doubt', () => {
    assert.equal(judge(candidate(random, inTest), ['random', 'test-path'], 'likely').confidence, 'likely');
  });

  it('never lifts above where it started', () => {
    assert.equal(judge(candidate(random), ['random'], 'possible').confidence, 'possible');
  });

  it('refuses a match that is doubted below the least confidence', () => {
    assert.equal(judge(candidate(random, inTest), ['test-path'], 'possible').confidence, undefined);
  });

  it('ends at the first refusal and asks no more', () => {
    const { confidence, reasons } = judge(candidate(`token = "«\${TOKEN}»"`), ['template', 'random'], 'certain');
    assert.equal(confidence, undefined);
    assert.deepEqual(
      reasons.map(({ name }) => name),
      ['template'],
    );
  });

  it('comes to the same in the order of what the reasons cost', () => {
    const { pick, below } = seededRandom('orders of reasons', 1);
    const lines = ['password: «correct-horse-battery»', 'secret = "«/etc/service/secret.pem»"', 'api_key = «k9Zr2VxK7mWt4LpS»', random];
    lines.push('key = "«zzzzzzzzzzzz»"', 'token_url = "«q8Zr2VxK7mWt4LpS»"', 'password = "«hunter2024»"', 'secret = "«request_token2»"');
    const seen = new Set<unknown>();
    for (let round = 0; round < 3000; round++) {
      const made = candidate(pick(lines), { uri: pick(['src/a.py', 'test/a.test.ts', 'conf/a.ini', 'i18n/de.json']) });
      const names = Object.keys(reasonsByName)
        .filter(() => below(3) === 0)
        .sort(() => below(3) - 1);
      const start = pick(['certain', 'likely', 'possible'] as const);
      const { confidence } = judge(made, names, start);
      assert.equal(
        confidenceAfter(made, names, () => start),
        confidence,
        `${start} ${names.join()}: ${made.name}`,
      );
      seen.add(confidence);
    }
    assert.equal(seen.size, 4);
  });

  it('knows every reason that a rule asks for', () => {
    const unknown = catalogue.flatMap(rule => (rule.doubts ?? []).filter(name => !reasonsByName[name]).map(name => `${rule.id}: ${name}`));
    assert.deepEqual(unknown, []);
  });

  it('never says a part of the value', () => {
    for (const [name, check] of Object.entries(reasonsByName)) {
      for (const line of ['password: «correct-horse-battery»', 'key = "«zzzzzzzzzzzz»"', 'secret = "«/etc/service/secret.pem»"', random]) {
        const made = candidate(line, inTest);
        const detail = check(made)?.detail ?? '';
        assert.ok(!detail.includes(made.value), `${name} tells the value`);
      }
    }
  });
});
