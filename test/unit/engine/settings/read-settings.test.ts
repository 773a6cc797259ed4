import assert from 'node:assert/strict';
import Ajv from 'ajv';
import policySchema from '../../../../schemas/keyhygiene.schema.json';
import { formatPhrase } from '../../../../src/engine/phrase.ts';
import { emptyPolicy } from '../../../../src/engine/settings/policy.ts';
import { readPolicy, readSettings } from '../../../../src/engine/settings/read-settings.ts';
import { defaultSettings } from '../../../../src/engine/settings/settings.ts';

const fingerprint = '0123456789abcdef0123456789abcdef';
const salt = 'a1'.repeat(32);
const ruleId = 'private-key';
const ownRule = { id: 'own-key', title: 'Own key', keywords: ['own_'], pattern: '(?<secret>own_[a-z0-9]{20})' };

describe('reading settings', () => {
  it('gives the defaults for what is not set', () => {
    assert.deepEqual(readSettings({}), { settings: defaultSettings, problems: [] });
    assert.deepEqual(readSettings(undefined), { settings: defaultSettings, problems: [] });
    assert.deepEqual(readSettings({ enable: undefined }).settings, defaultSettings);
  });

  it('takes what is right', () => {
    const set = {
      enable: false,
      severity: { [ruleId]: 'off', '*': 'hint' },
      confidence: 'certain',
      exclude: ['dist/**'],
      envFile: '.env.local',
      lookupStyle: 'plain',
      maxFileSize: 1000,
    };
    assert.deepEqual(readSettings(set), { settings: { ...defaultSettings, ...set }, problems: [] });
  });

  const wrong: readonly (readonly [raw: unknown, problem: string])[] = [
    ['text', '“keyHygiene” must be an object.'],
    [{ enable: 'yes' }, '“enable” must be true or false.'],
    [{ confidence: 'sure' }, '“confidence” must be one of certain, likely, possible.'],
    [{ severity: [] }, '“severity” must be an object.'],
    [{ severity: { [ruleId]: 'loud' } }, `“severity.${ruleId}” must be one of error, warning, information, hint, off.`],
    [{ severity: { 'no-such-rule': 'off' } }, 'There is no rule “no-such-rule”.'],
    [{ exclude: 'dist' }, '“exclude” must be a list.'],
    [{ exclude: [1] }, '“exclude[0]” must be a glob.'],
    [{ envFile: '../.env' }, '“envFile” must be the name of a file, without a folder.'],
    [{ envFile: '' }, '“envFile” must be the name of a file, without a folder.'],
    [{ lookupStyle: null }, '“lookupStyle” must be one of required, plain.'],
    [{ maxFileSize: 0.5 }, '“maxFileSize” must be a whole number, 1 or more.'],
    [{ enabled: true }, '“enabled” is not known here.'],
  ];
  for (const [raw, problem] of wrong) {
    it(`says of ${JSON.stringify(raw)}: ${problem}`, () => {
      const { settings, problems } = readSettings(raw);
      assert.deepEqual(problems.map(formatPhrase), [problem]);
      assert.deepEqual(settings, { ...defaultSettings });
    });
  }

  it('knows the rules of the project’s own', () => {
    assert.deepEqual(readSettings({ severity: { [ownRule.id]: 'off' } }, [ownRule.id]).problems, []);
  });

  it('keeps what is right beside what is wrong', () => {
    const { settings, problems } = readSettings({ exclude: [1, 'dist'], severity: { [ruleId]: 'hint', '*': 1 }, maxFileSize: 'big' });
    assert.equal(problems.length, 3);
    assert.deepEqual(
      [settings.exclude, settings.severity, settings.maxFileSize],
      [['dist'], { [ruleId]: 'hint' }, defaultSettings.maxFileSize],
    );
  });
});

describe('reading a policy', () => {
  it('gives the empty policy for an empty file', () => {
    for (const text of ['', ' \n', '{}', '\uFEFF{}', '// nothing yet\n{}'])
      assert.deepEqual(readPolicy(text), { policy: emptyPolicy, problems: [] });
  });

  it('takes all that a policy may hold, with comments and commas at ends', () => {
    const text = `{
      // agreed on in the spring
      "$schema": "x", "salt": "${salt}", "severity": { "*": "warning" }, "exclude": ["dist"],
      "ignoreFingerprints": [{ "fingerprint": "${fingerprint}", "reason": "sample" }, { "fingerprint": "${fingerprint}" },],
      "ignoreRules": [{ "rule": "${ruleId}", "path": "test/**" }],
    }`;
    assert.deepEqual(readPolicy(text), {
      policy: {
        salt,
        severity: { '*': 'warning' },
        exclude: ['dist'],
        ignoreFingerprints: [{ fingerprint, reason: 'sample' }, { fingerprint }],
        ignoreRules: [{ rule: ruleId, path: 'test/**' }],
        rules: [],
      },
      problems: [],
    });
  });

  it('says in which line a file is broken, and takes what could be read', () => {
    const { policy, problems } = readPolicy('{\n  "exclude": ["dist"],\n  "salt"\n}');
    assert.match(problems.map(formatPhrase).join(), /^\.keyhygiene\.json is not valid JSON: \w+ in line 4\.$/);
    assert.deepEqual(policy.exclude, ['dist']);
  });

  it('leaves out the entries that are wrong', () => {
    const { policy, problems } = readPolicy(
      JSON.stringify({
        ignoreFingerprints: [{ fingerprint }, { fingerprint: 'x' }, 1],
        ignoreRules: [{ rule: 'no-such-rule', path: '**' }],
      }),
    );
    assert.deepEqual([policy.ignoreFingerprints.length, policy.ignoreRules.length, problems.length], [1, 0, 3]);
  });

  it('agrees with the schema about every file', () => {
    const isValid = new Ajv({ strict: true }).compile(policySchema);
    const right = [
      {},
      { $schema: 'x' },
      { salt },
      { severity: { '*': 'off', [ruleId]: 'error' } },
      { exclude: [] },
      { exclude: ['a', '**/b'] },
      { ignoreFingerprints: [{ fingerprint }] },
      { ignoreFingerprints: [{ fingerprint, reason: '' }] },
      { ignoreRules: [{ rule: ruleId, path: '**' }] },
      { rules: [ownRule] },
      { rules: [{ ...ownRule, ignoreCase: true, confidence: 'certain', minEntropy: 3.5, paths: ['src/**'] }] },
      { rules: [ownRule], severity: { [ownRule.id]: 'hint' }, ignoreRules: [{ rule: ownRule.id, path: 'a' }] },
    ];
    const wrong = [
      [],
      1,
      'x',
      null,
      { salts: salt },
      { $schema: 1 },
      { salt: '' },
      { salt: 'zz'.repeat(32) },
      { salt: `${salt}a` },
      { severity: { '*': 'loud' } },
      { severity: ['off'] },
      { exclude: 'a' },
      { exclude: [1] },
      { exclude: [' '] },
      { ignoreFingerprints: {} },
      { ignoreFingerprints: [fingerprint] },
      { ignoreFingerprints: [{}] },
      { ignoreFingerprints: [{ fingerprint: null }] },
      { ignoreFingerprints: [{ fingerprint: fingerprint.toUpperCase() }] },
      { ignoreFingerprints: [{ fingerprint, reason: 1 }] },
      { ignoreFingerprints: [{ fingerprint, why: 'x' }] },
      { ignoreRules: [{ rule: ruleId }] },
      { ignoreRules: [{ path: '**' }] },
      { ignoreRules: [{ rule: ruleId, path: '' }] },
      { ignoreRules: [{ rule: ruleId, path: '**', because: 'x' }] },
      { rules: {} },
      { rules: ['x'] },
      { rules: [{ ...ownRule, id: 'Own Rule' }] },
      { rules: [{ ...ownRule, title: '' }] },
      { rules: [{ ...ownRule, keywords: [] }] },
      { rules: [{ ...ownRule, keywords: ['ow'] }] },
      { rules: [{ ...ownRule, keywords: 'own_' }] },
      { rules: [{ ...ownRule, pattern: '' }] },
      { rules: [{ ...ownRule, pattern: `own_${'a'.repeat(1000)}` }] },
      { rules: [{ ...ownRule, ignoreCase: 1 }] },
      { rules: [{ ...ownRule, confidence: 'sure' }] },
      { rules: [{ ...ownRule, minEntropy: 9 }] },
      { rules: [{ ...ownRule, paths: [''] }] },
      { rules: [{ ...ownRule, flags: 'i' }] },
      { rules: [{ id: ownRule.id, title: ownRule.title, keywords: ownRule.keywords }] },
    ];
    for (const policy of right)
      assert.deepEqual([isValid(policy), readPolicy(JSON.stringify(policy)).problems], [true, []], JSON.stringify(policy));
    for (const policy of wrong) {
      assert.deepEqual([isValid(policy), readPolicy(JSON.stringify(policy)).problems.length > 0], [false, true], JSON.stringify(policy));
    }
  });

  it('knows every name of the schema, and no other', () => {
    for (const name of Object.keys(policySchema.properties)) {
      const { problems } = readPolicy(JSON.stringify({ [name]: 0 }));
      assert.doesNotMatch(problems.map(formatPhrase).join(), /not known/, name);
    }
  });
});
