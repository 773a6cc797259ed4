import assert from 'node:assert/strict';
import type { Finding } from '../../../src/engine/finding.ts';
import type { Rule, Verdict } from '../../../src/engine/rules/rule.ts';
import { ignoreMarker } from '../../../src/engine/scan/suppress-dialects.ts';
import { emptyPolicy, restrictedPolicy } from '../../../src/engine/settings/policy.ts';
import { defaultSettings, type Settings } from '../../../src/engine/settings/settings.ts';
import { testClock, testEngine, testFingerprint } from '../../support/test-engine.ts';
import { testRule, testToken } from '../../support/test-rule.ts';

describe('a finding', () => {
  it('spans exactly the secret and tells its name, mask and fingerprint', () => {
    const [finding, ...more] = scan(`const apiToken = "${testToken}";`);
    assert.deepEqual(more, []);
    assert.deepEqual(finding, {
      ruleId: 'test-token',
      provider: 'test',
      kind: 'token',
      span: { start: 18, end: 34 },
      confidence: 'certain',
      masked: 'to…',
      fingerprint: testFingerprint(testToken),
      name: 'apiToken',
    });
  });

  it('has the official variable of its rule, else of its provider', () => {
    assert.equal(scan(testToken, { rules: [testRule({ variable: 'TEST_TOKEN' })] })[0]?.variable, 'TEST_TOKEN');
    assert.equal(scan(testToken, { rules: [testRule({ provider: 'openai' })] })[0]?.variable, 'OPENAI_API_KEY');
  });

  it('never holds the value, nor does a report or a trace of it', () => {
    const engine = testEngine({}, { rules: [testRule({ check: () => ({ confidence: 'certain', facts: ['a fact'] }) })] });
    const source = { uri: 'a.ts', languageId: 'typescript', text: `const apiToken = "${testToken}";` };
    const told = JSON.stringify([engine.scan(source), engine.report(source), engine.explain(source, { start: 0, end: 99 })]);
    assert.ok(told.includes('a fact'));
    assert.ok(!told.includes(testToken.slice(2)));
  });

  it('has the same fingerprint whatever the line ends of its file', () => {
    const rules = [testRule({ pattern: /(?<secret>tok_\s+end)/d })];
    assert.equal(scan('tok_\r\nend', { rules })[0]?.fingerprint, scan('tok_\nend', { rules })[0]?.fingerprint);
  });

  it('is located by line and column in a report', () => {
    const { findings, uri } = testEngine({}, { rules: [testRule()] }).report({ uri: 'a', languageId: '', text: `\r\n\r\n  ${testToken}` });
    assert.equal(uri, 'a');
    const [{ line, column, endLine, endColumn } = assert.fail()] = findings;
    assert.deepEqual([line, column, endLine, endColumn], [2, 2, 2, 18]);
  });
});

describe('what is believed', () => {
  it('has as much entropy as its rule asks for', () => {
    assert.equal(scan('tok_aaaaaaaaaaaa', { rules: [testRule({ minEntropy: 2.5 })] }).length, 0);
    assert.equal(scan(testToken, { rules: [testRule({ minEntropy: 2.5 })] }).length, 1);
  });

  it('is what the rule’s own check says', () => {
    const saying = (verdict: Verdict | undefined): Rule => testRule({ check: () => verdict });
    assert.equal(scan(testToken, { rules: [saying(undefined)] }).length, 0);
    const [finding] = scan(testToken, { rules: [saying({ confidence: 'likely', facts: ['no checksum'] })] });
    assert.deepEqual([finding?.confidence, finding?.facts], ['likely', ['no checksum']]);
  });

  it('is another rule’s key when the check says so', () => {
    const other = testRule({ id: 'other-token', provider: 'other', kind: 'admin', keywords: [] });
    const rules = [testRule({ check: () => ({ confidence: 'certain', ruleId: 'other-token' }) }), other];
    const [finding] = scan(testToken, { rules });
    assert.deepEqual([finding?.ruleId, finding?.provider, finding?.kind], ['other-token', 'other', 'admin']);
  });

  it('loses confidence by the doubts of its rule', () => {
    assert.equal(scan('tok_example12345', { rules: [testRule({ doubts: ['placeholder'] })] }).length, 0);
    const { doubts: _, ...usual } = testRule({ pattern: /tok_[a-z0-9]{12}/ });
    assert.equal(scan('tok_example12345', { rules: [usual] }).length, 0, 'placeholders are doubted without asking');
  });

  it('is weighed with the text around it', () => {
    const heard: string[] = [];
    const check: Rule['check'] = ({ secret, match, line, name, near, mentions, uri, now }) => {
      heard.push(secret, match, line, name, uri, String(now === testClock));
      heard.push(`${near('close by')} ${near('far away')} ${mentions('far away')} ${mentions('nowhere')}`);
      return undefined;
    };
    const text = `FAR AWAY${' '.repeat(300)}\nkey = ${testToken} // CLOSE BY\nnext`;
    scan(text, { rules: [testRule({ check })], uri: 'dir/a.ts' });
    assert.deepEqual(heard, [testToken, testToken, `key = ${testToken} // CLOSE BY`, 'key', 'dir/a.ts', 'true', 'true false true false']);
  });

  it('sees a bounded part of a line that has no end', () => {
    let length = 0;
    const check: Rule['check'] = ({ line }) => {
      length = line.length;
      return undefined;
    };
    scan(`${' '.repeat(100_000)}${testToken}${' '.repeat(100_000)}`, { rules: [testRule({ check })] });
    assert.ok(length > 300 && length < 1_000, `${length}`);
  });
});

describe('what is shown', () => {
  const likely = testRule({ id: 'likely-token', confidence: 'likely' });

  it('reaches the confidence that is asked for', () => {
    assert.equal(scan(testToken, { rules: [likely], settings: { confidence: 'certain' } }).length, 0);
    assert.equal(scan(testToken, { rules: [likely], settings: { confidence: 'likely' } }).length, 1);
  });

  it('is not of a rule that is switched off, by itself or with all', () => {
    assert.equal(scan(testToken, { settings: { severity: { 'test-token': 'off' } } }).length, 0);
    assert.equal(scan(testToken, { settings: { severity: { '*': 'off' } } }).length, 0);
    assert.equal(scan(testToken, { settings: { severity: { '*': 'off', 'test-token': 'hint' } } }).length, 1);
    assert.equal(scan(testToken, { settings: { policy: { ...emptyPolicy, severity: { 'test-token': 'off' } } } }).length, 0);
  });

  it('is a quiet rule’s find only when a severity is set for that rule', () => {
    const rules = [testRule({ alarm: false })];
    assert.equal(scan(testToken, { rules }).length, 0);
    assert.equal(scan(testToken, { rules, settings: { severity: { '*': 'error' } } }).length, 0);
    assert.equal(scan(testToken, { rules, settings: { severity: { 'test-token': 'hint' } } }).length, 1);
  });

  it('is not what a quiet rule knows better', () => {
    const publishable = testRule({ id: 'publishable', alarm: false });
    const generic = testRule({ id: 'generic', provider: 'generic', confidence: 'likely' });
    assert.deepEqual(scan(testToken, { rules: [generic, publishable] }), []);
  });

  it('is not ignored by a comment', () => {
    assert.equal(scan(`${testToken} // ${ignoreMarker}`).length, 0);
    assert.equal(scan(`${testToken} // ${ignoreMarker} test-token`).length, 0);
    assert.equal(scan(`${testToken} // ${ignoreMarker} other-token`).length, 1);
  });

  it('is shown in spite of comments and policy where nobody trusts the folder', () => {
    const policy = restrictedPolicy({ ...emptyPolicy, ignoreRules: [{ rule: 'test-token', path: '**' }], exclude: ['**'] });
    assert.equal(scan(`${testToken} // ${ignoreMarker}`, { settings: { policy } }).length, 1);
  });

  it('is not a value that the policy ignores', () => {
    const policy = { ...emptyPolicy, ignoreFingerprints: [{ fingerprint: testFingerprint(testToken) }] };
    assert.equal(scan(`${testToken} tok_000000000001`, { settings: { policy } }).length, 1);
  });

  it('is not of a rule that the policy ignores in this path', () => {
    const policy = { ...emptyPolicy, folder: '/projects/app', ignoreRules: [{ rule: 'test-token', path: 'test/**' }] };
    assert.equal(scan(testToken, { settings: { policy }, uri: '/projects/app/test/a.ts' }).length, 0);
    assert.equal(scan(testToken, { settings: { policy }, uri: '/projects/app/src/a.ts' }).length, 1);
  });

  it('is not in a path that is left out', () => {
    assert.equal(scan(testToken, { settings: { exclude: ['dist'] }, uri: 'dist/a.js' }).length, 0);
    assert.equal(scan(testToken, { settings: { policy: { ...emptyPolicy, exclude: ['dist'] } }, uri: 'dist/a.js' }).length, 0);
  });

  it('is nothing when the product is switched off', () => {
    assert.equal(scan(testToken, { settings: { enable: false } }).length, 0);
  });
});

describe('an explanation', () => {
  it('tells which reasons spoke for and against, the strongest rule first', () => {
    const sure = testRule({ id: 'sure', check: () => ({ confidence: 'certain', facts: ['checksum matches'] }) });
    const shy = testRule({ id: 'shy', minEntropy: 7 });
    const [first, second, ...more] = explain(`token = ${testToken}`, [shy, sure]);
    assert.deepEqual(more, []);
    assert.deepEqual([first?.ruleId, first?.confidence, first?.name, first?.length], ['sure', 'certain', 'token', 16]);
    assert.ok(first?.reasons.some(({ detail, verdict }) => detail === 'checksum matches' && verdict === 'believe'));
    assert.deepEqual([second?.ruleId, second?.confidence, second?.reasons.at(-1)?.verdict], ['shy', undefined, 'refuse']);
  });

  it('tells that a comment, the policy or a setting keeps a match from being shown', () => {
    assert.equal(explain(`${testToken} // ${ignoreMarker}`).at(0)?.reasons.at(-1)?.detail, 'ignored by a comment');
    assert.equal(
      explain(testToken, [testRule({ alarm: false })])
        .at(0)
        ?.reasons.at(-1)?.name,
      'alarm',
    );
    assert.equal(
      explain(testToken, [testRule({ confidence: 'possible' })])
        .at(0)
        ?.reasons.at(-1)?.name,
      'threshold',
    );
  });

  it('speaks of the span that is asked for alone', () => {
    const text = `${testToken} tok_000000000001`;
    const traces = testEngine({}, { rules: [testRule()] }).explain({ uri: 'a', languageId: '', text }, { start: 20, end: 21 });
    assert.deepEqual(
      traces.map(({ span }) => span),
      [{ start: 17, end: 33 }],
    );
  });
});

interface Scanned {
  readonly rules?: readonly Rule[];
  readonly settings?: Partial<Settings>;
  readonly uri?: string;
}

function scan(text: string, { rules = [testRule()], settings = defaultSettings, uri = 'a.ts' }: Scanned = {}): readonly Finding[] {
  return testEngine(settings, { rules }).scan({ uri, languageId: 'typescript', text });
}

function explain(text: string, rules: readonly Rule[] = [testRule()]) {
  return testEngine({}, { rules }).explain({ uri: 'a.ts', languageId: 'typescript', text }, { start: 0, end: text.length });
}
