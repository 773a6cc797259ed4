import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createEngine, type Engine } from '../../../../src/engine/engine.ts';
import { formatPhrase } from '../../../../src/engine/phrase.ts';
import { type Policy, restrictedPolicy } from '../../../../src/engine/settings/policy.ts';
import { readProject } from '../../../../src/engine/settings/read-project.ts';
import { defaultSettings } from '../../../../src/engine/settings/settings.ts';
import { testClock, testFingerprint } from '../../../support/test-engine.ts';
import { testRule, testToken } from '../../../support/test-rule.ts';

const sha1 = (value: string): string => createHash('sha1').update(value).digest('hex');

describe('rules that a policy ignores', () => {
  it('are all of them where it says so', () => {
    const ignored = (rule: string) => {
      const { policy } = readProject(new Map([['.keyhygiene.json', JSON.stringify({ ignoreRules: [{ rule, path: 'src' }] })]]));
      const { findings } = engineOf(policy).report({ uri: 'src/a.ts', languageId: '', text: testToken });
      return findings.length === 0;
    };
    assert.deepEqual([ignored('*'), ignored('private-key')], [true, false]);
  });
});

describe('what a project wrote for other tools', () => {
  it('accepts the lines that .gitleaksignore names, with or without a commit', () => {
    const file = `# sample\nsrc/a.ts:generic-api-key:2\n${'0a'.repeat(20)}:src/b.ts:aws-access-token:1\n`;
    assert.deepEqual(accepted('.gitleaksignore', file, 'src/a.ts', `x\nkey = ${testToken}`), true);
    assert.deepEqual(accepted('.gitleaksignore', file, 'src/a.ts', `key = ${testToken}`), false);
    assert.deepEqual(accepted('.gitleaksignore', file, 'src/b.ts', `key = ${testToken}`), true);
    assert.deepEqual(accepted('.gitleaksignore', file, 'b.ts', `key = ${testToken}`), false);
  });

  const baseline = (more: object = {}) => JSON.stringify({ results: { 'src/a.ts': [{ hashed_secret: sha1(testToken), ...more }] } });

  it('accepts the values whose hashes .secrets.baseline holds, in their files', () => {
    assert.equal(accepted('.secrets.baseline', baseline()), true);
    assert.equal(accepted('.secrets.baseline', baseline(), 'src/b.ts'), false);
    assert.equal(accepted('.secrets.baseline', baseline({ is_secret: false })), true);
  });

  it('does not accept what somebody audited as a secret', () => {
    assert.equal(accepted('.secrets.baseline', baseline({ is_secret: true })), false);
  });

  const allowlists: readonly (readonly [toml: string, accepted: boolean])[] = [
    ["[allowlist]\npaths = ['''src/.*\\.ts$''']", true],
    ["[allowlist]\npaths = ['''^lib/''']", false],
    ["[[allowlists]]\nregexes = ['''(?i)^TOK_a1''']", true],
    ["[[allowlists]]\nregexes = ['''\\Atok_\\w+\\z''']", true],
    ["[[allowlists]]\nregexes = ['''^key''']", false],
    ["[[allowlists]]\nregexTarget = 'line'\nregexes = ['''^key''']", true],
    ["[allowlist]\nstopwords = ['A1B2']", true],
    ["[allowlist]\nstopwords = ['other']", false],
    ["[[allowlists]]\ncondition = 'AND'\npaths = ['''^src/''']\nstopwords = ['a1b2']", true],
    ["[[allowlists]]\ncondition = 'AND'\npaths = ['''^lib/''']\nstopwords = ['a1b2']", false],
    ["[[allowlists]]\ncondition = 'AND'\ncommits = ['abc']\nstopwords = ['a1b2']", false],
    ["[[allowlists]]\ntargetRules = ['generic-api-key']\nstopwords = ['a1b2']", false],
    ["[[rules]]\nid = 'x'\n[rules.allowlist]\nstopwords = ['a1b2']", false],
    ['[allowlist]\ndescription = "nothing"', false],
  ];
  for (const [toml, expected] of allowlists) {
    it(`${expected ? 'accepts' : 'does not accept'} by .gitleaks.toml: ${toml.replaceAll('\n', ' ')}`, () => {
      assert.equal(accepted('.gitleaks.toml', toml), expected);
    });
  }

  it('is told where it cannot be understood, or could be slow', () => {
    const problems = (name: string, text: string) => readProject(new Map([[name, text]])).problems.map(formatPhrase);
    assert.deepEqual(problems('.gitleaks.toml', '[allowlist'), ['.gitleaks.toml is not valid TOML.']);
    for (const pattern of ['(a+)+$', '[[:alpha:]]+x', 'a\\Qb', 'x(?i)y', '(?U)a+', '(']) {
      assert.equal(problems('.gitleaks.toml', `[allowlist]\nregexes = ['''${pattern}''']`).length, 1, pattern);
    }
    assert.deepEqual(problems('.secrets.baseline', '[]'), ['.secrets.baseline is not a baseline that can be read.']);
  });

  it('holds nothing where nobody trusts the folder', () => {
    const { policy } = readProject(new Map([['.gitleaks.toml', "[allowlist]\npaths = ['''.''']"]]));
    assert.ok(policy.accepted);
    assert.equal(restrictedPolicy(policy).accepted, undefined);
  });
});

function engineOf(policy: Policy): Engine {
  const settings = { ...defaultSettings, policy };
  return createEngine(settings, { fingerprint: testFingerprint, now: () => testClock, sha1 }, { rules: [testRule()] });
}

/** Whether the test token in this text is accepted by a project's file; it is a finding or it is counted, never both. */
function accepted(name: string, content: string, path = 'src/a.ts', text = `key = ${testToken}`): boolean {
  const { policy, problems } = readProject(new Map([[name, content]]));
  assert.deepEqual(problems, []);
  const report = engineOf({ ...policy, folder: 'file:///home/me/my%20project' }).report({
    uri: `file:///home/me/my project/${path}`,
    languageId: '',
    text,
  });
  assert.equal(report.findings.length + (report.accepted ?? 0), 1);
  return report.accepted === 1;
}
