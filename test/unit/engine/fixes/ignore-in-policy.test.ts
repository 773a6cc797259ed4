import assert from 'node:assert/strict';
import { addSalt, ignoreFingerprint, ignoreRule, type PolicyChange } from '../../../../src/engine/fixes/ignore-in-policy.ts';
import { readPolicy } from '../../../../src/engine/settings/read-settings.ts';

const salt = '00'.repeat(32);
const fingerprint = 'ab'.repeat(16);

function textOf(change: PolicyChange): string {
  assert.ok(change.kind === 'written');
  return change.text;
}

describe('ignoring in the policy file', () => {
  it('begins a file with the salt', () => {
    const text = textOf(ignoreFingerprint(undefined, { fingerprint: 'ab', reason: 'a sample' }, salt));
    assert.equal(
      text,
      `{\n  "salt": "${salt}",\n  "ignoreFingerprints": [\n    {\n      "fingerprint": "ab",\n      "reason": "a sample"\n    }\n  ]\n}\n`,
    );
  });

  it('writes what the policy’s reader understands', () => {
    const text = textOf(
      ignoreRule(textOf(ignoreFingerprint(undefined, { fingerprint }, salt)), { rule: 'openai-api-key', path: 'docs/**' }, salt),
    );
    const { policy, problems } = readPolicy(text);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      [policy.salt, policy.ignoreFingerprints, policy.ignoreRules],
      [salt, [{ fingerprint }], [{ rule: 'openai-api-key', path: 'docs/**' }]],
    );
  });

  it('sorts entries and keeps comments, indentation and line ends', () => {
    const text = [
      '{',
      '\t// ours',
      '\t"salt": "1",',
      '\t"ignoreRules": [',
      '\t\t{ "rule": "anthropic-admin-key", "path": "x" }, // first',
      '\t\t{ "rule": "anthropic-oauth-token", "path": "x" }',
      '\t]',
      '}',
      '',
    ].join('\r\n');
    const changed = textOf(ignoreRule(text, { rule: 'anthropic-api-key', path: 'y' }, salt));
    assert.deepEqual(
      readPolicy(changed).policy.ignoreRules.map(({ rule }) => rule),
      ['anthropic-admin-key', 'anthropic-api-key', 'anthropic-oauth-token'],
    );
    assert.match(changed, /\t\/\/ ours\r\n\t"salt": "1",\r\n/);
    assert.match(changed, /\/\/ first/);
    assert.doesNotMatch(changed, /[^\r]\n/);
  });

  it('changes nothing when the entry is there', () => {
    const text = '{ "salt": "1", "ignoreRules": [{ "rule": "a", "path": "x" }] }';
    assert.deepEqual(ignoreRule(text, { rule: 'a', path: 'x' }, salt), { kind: 'same' });
    assert.equal(ignoreRule(text, { rule: 'a', path: 'y' }, salt).kind, 'written');
  });

  it('keeps the salt a project has, and adds one where there is none', () => {
    assert.deepEqual(addSalt('{ "salt": "1" }', salt), { kind: 'same' });
    assert.equal(textOf(addSalt('{\n  "exclude": []\n}\n', salt)), `{\n  "salt": "${salt}",\n  "exclude": []\n}\n`);
    assert.equal(textOf(addSalt('', salt)), `{\n  "salt": "${salt}"\n}\n`);
  });

  it('does not touch a file that is broken', () => {
    for (const text of ['{ "salt": ', '[]', '"a"', '{ "ignoreRules": 1 }'])
      assert.equal(ignoreRule(text, { rule: 'a', path: 'x' }, salt).kind, 'withheld', text);
  });
});
