import assert from 'node:assert/strict';
import { sampleSecret } from '../../../../support/sample-secret.ts';
import { checksOfWorkspace, problemsOfWorkspace } from '../../../../support/workspace-facts.ts';

const live = sampleSecret('stripe-secret-key');
const restricted = sampleSecret('stripe-restricted-key');
const webhook = sampleSecret('sentry-user-token');
const inGit = { isInRepository: true, isTracked: false, isIgnored: true, isOpenToOthers: false };
const lookup = { 'a.ts': 'use(process.env.STRIPE_KEY, process.env.SLACK_URL);\n' };

describe('problems of a workspace', () => {
  it('are told of environment files that are encrypted where the project asks for that', () => {
    const files = { ...lookup, '.env': `STRIPE_KEY=${restricted}\n` };
    assert.deepEqual(checksOfWorkspace({ files }), []);
    assert.deepEqual(problemsOfWorkspace({ files, policy: { encryptEnvironmentFiles: true } }), [
      '.env:0 env-file-plain The project asks for encrypted environment files, and .env holds 1 plain values.',
    ]);
    const encrypted = { ...lookup, '.env': `STRIPE_KEY="encrypted:${'BKl9'.repeat(60)}="\n` };
    const tracked = { ...inGit, isTracked: true };
    assert.deepEqual(checksOfWorkspace({ files: encrypted, facts: { '.env': tracked }, policy: { encryptEnvironmentFiles: true } }), []);
  });

  it('are told of a file of private keys that git has or others may read, as of any key file', () => {
    const files = { '.env.keys': `DOTENV_PRIVATE_KEY_CI=${sampleSecret('dotenvx-private-key')}\n` };
    const at = (facts: Partial<typeof inGit>) => checksOfWorkspace({ files, facts: { '.env.keys': { ...inGit, ...facts } } });
    assert.deepEqual(at({}), []);
    assert.deepEqual(at({ isTracked: true }), ['.env.keys:0 key-file-tracked']);
    assert.deepEqual(at({ isOpenToOthers: true }), ['.env.keys:0 key-file-readable']);
    assert.deepEqual(at({ isIgnored: false }), ['.env.keys:0 env-file-not-ignored']);
  });

  it('are told of several services in one file where the project asks for one', () => {
    const files = { ...lookup, '.env': `STRIPE_KEY=${restricted}\nSLACK_URL=${webhook}\n`, 'b/.env': `STRIPE_KEY=${restricted}\n` };
    assert.deepEqual(checksOfWorkspace({ files }), []);
    assert.deepEqual(checksOfWorkspace({ files, policy: { oneServicePerFile: true } }), ['.env:0 services-mixed']);
  });

  it('are not looked for where the check is off or the policy ignores the path', () => {
    const files = { ...lookup, '.env': `STRIPE_KEY=${restricted}\n` };
    const facts = { '.env': { ...inGit, isIgnored: false } };
    assert.deepEqual(checksOfWorkspace({ files, facts }), ['.env:0 env-file-not-ignored']);
    assert.deepEqual(checksOfWorkspace({ files, facts, settings: { severity: { 'env-file-not-ignored': 'off' } } }), []);
    assert.deepEqual(checksOfWorkspace({ files, facts, settings: { severity: { '*': 'off' } } }), []);
    assert.deepEqual(checksOfWorkspace({ files, facts, policy: { ignoreRules: [{ rule: 'env-file-not-ignored', path: '.env' }] } }), []);
    assert.deepEqual(checksOfWorkspace({ files, facts, policy: { ignoreRules: [{ rule: '*', path: 'b/**' }] } }), [
      '.env:0 env-file-not-ignored',
    ]);
  });

  it('are none where nobody could ask git, or there is no repository', () => {
    const files = { ...lookup, '.env': `STRIPE_KEY=${restricted}\n` };
    assert.deepEqual(checksOfWorkspace({ files, facts: { '.env': { isInRepository: true } } }), []);
    assert.deepEqual(checksOfWorkspace({ files, facts: { '.env': { isInRepository: false } } }), []);
  });

  it('leave committed defaults alone', () => {
    const files = { 'a.ts': 'use(process.env.DB_PASSWORD);\n', '.env': 'DB_PASSWORD=postgres\n' };
    assert.deepEqual(checksOfWorkspace({ files, facts: { '.env': { ...inGit, isTracked: true, isOpenToOthers: true } } }), []);
  });

  it('tell each stage of the others that have its value, whatever the files are called', () => {
    const files = {
      ...lookup,
      'config/staging.json': `{ "stripeKey": "${restricted}" }\n`,
      'deploy/production/.env': `STRIPE_KEY=${restricted}\n`,
    };
    assert.deepEqual(
      problemsOfWorkspace({ files }).filter(told => told.includes('value-in')),
      [
        'config/staging.json:0 value-in-two-environments production has this value, too: give each environment a key of its own.',
        'deploy/production/.env:0 value-in-two-environments staging has this value, too: give each environment a key of its own.',
      ],
    );
  });

  it('do not take a package and the project around it for two', () => {
    const files = { ...lookup, '.env': `STRIPE_KEY=${restricted}\n`, 'apps/a/.env': `STRIPE_KEY=${restricted}\n` };
    assert.deepEqual(checksOfWorkspace({ files, packages: ['', 'apps/a'].map(folder => folder || '.') }), []);
    const shared = { ...files, 'apps/b/.env': `STRIPE_KEY=${restricted}\n` };
    assert.deepEqual(checksOfWorkspace({ files: shared, packages: ['apps/a', 'apps/b'] }), [
      'apps/a/.env:0 key-shared-by-packages',
      'apps/b/.env:0 key-shared-by-packages',
    ]);
  });

  it('tell of a broad key once, wherever it stands', () => {
    const files = { 'a.ts': `const key = '${live}';\n`, 'b.ts': `const key = '${live}';\n` };
    assert.deepEqual(checksOfWorkspace({ files }), ['a.ts:0 broad-key']);
  });

  it('hold no key', () => {
    const files = { 'a.ts': `const key = '${live}';\n`, '.env.production': `STRIPE_KEY=${live}\n`, '.env.staging': `STRIPE_KEY=${live}\n` };
    const told = problemsOfWorkspace({ files }).join('\n');
    assert.match(told, /value-in-two-environments/);
    assert.ok(!told.includes(live.slice(8, 20)));
  });
});
