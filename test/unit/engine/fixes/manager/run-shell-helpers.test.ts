// Scripts with the function that a fix has written: what they ask a manager's program, and that they end where it does not answer.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ManagerId } from '../../../../../src/engine/managers/manager-id.ts';
import { formatPhrase, phrase } from '../../../../../src/engine/phrase.ts';
import { isInstalled } from '../../../../support/fixed-programs.ts';
import { managersOf, planSample, sampleAddresses, sampleProject } from '../../../../support/manager-helpers.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

const value = ['Zk4q', '$9L`m', '\'2" x'].join('');

/** The words that each program is given. */
const asked: Readonly<Record<ManagerId, readonly string[]>> = {
  vault: ['vault', 'kv', 'get', '-field=SERVICE_KEY', 'secret/app'],
  'aws-secrets-manager': [
    'aws',
    'secretsmanager',
    'get-secret-value',
    '--secret-id',
    'app/SERVICE_KEY',
    '--query',
    'SecretString',
    '--output',
    'text',
  ],
  'aws-parameter-store': [
    'aws',
    'ssm',
    'get-parameter',
    '--name',
    '/app/SERVICE_KEY',
    '--with-decryption',
    '--query',
    'Parameter.Value',
    '--output',
    'text',
  ],
  'azure-key-vault': [
    'az',
    'keyvault',
    'secret',
    'show',
    '--id',
    'https://sample.vault.azure.net/secrets/SERVICE-KEY',
    '--query',
    'value',
    '--output',
    'tsv',
  ],
  'google-secret-manager': ['gcloud', 'secrets', 'versions', 'access', 'latest', '--secret=SERVICE_KEY', '--project=a project'],
  '1password': ['op', 'read', '--no-newline', 'op://app/SERVICE_KEY/credential'],
  doppler: ['doppler', 'secrets', 'get', 'SERVICE_KEY', '--plain'],
  infisical: ['infisical', 'secrets', 'get', 'SERVICE_KEY', '--path=/app/', '--projectId=id', '--env=dev', '--plain', '--silent'],
};

const environment = {
  AZURE_KEY_VAULT_URL: 'https://sample.vault.azure.net/',
  GOOGLE_CLOUD_PROJECT: 'a project',
  INFISICAL_PROJECT_ID: 'id',
  INFISICAL_ENVIRONMENT: 'dev',
};

describe('scripts that read secrets', () => {
  for (const shell of ['sh', 'bash', 'zsh', 'dash'].filter(isInstalled)) {
    for (const manager of managersOf('sh')) {
      it(`ask the program of ${manager}, in ${shell}`, async () => {
        const { stdout, status, words } = await runScript(shell, manager, 0);
        assert.deepEqual({ stdout, status, words }, { stdout: `${value}went on`, status: 0, words: asked[manager] });
      });

      it(`end where the program of ${manager} does not answer, in ${shell}`, async () => {
        const { stdout, stderr, isOver } = await runScript(shell, manager, 1);
        assert.deepEqual({ stdout, isOver }, { stdout: '', isOver: true });
        assert.match(stderr, /^The secret \S+ cannot be read from [\w ]+\.$/m);
      });
    }
  }
});

it('a script says which program it runs', async () => {
  const plan = await planSample(sampleAddresses.vault, 'sh');
  assert.ok(plan.kind === 'edits');
  assert.equal(formatPhrase(plan.next?.[0] ?? phrase('')), 'The script runs vault, which has to be installed and signed in where it runs.');
});

async function runScript(shell: string, manager: ManagerId, code: number) {
  const [program = ''] = asked[manager];
  const host = (await sampleProject(sampleAddresses[manager], 'sh'))['src/host.sh'] ?? '';
  const stub = `#!/bin/sh\nprintf '%s\\n' ${program} "$@" >"$STUB_FILE"\n[ "$STUB_CODE" = 0 ] && printf '%s' "$STUB_VALUE"\nexit "$STUB_CODE"\n`;
  const folder = temporaryFolder({ 'host.sh': `${host}printf 'went on'\n`, [`bin/${program}`]: stub });
  chmodSync(path.join(folder, 'bin', program), 0o755);
  const file = path.join(folder, 'words');
  const env = {
    ...environment,
    PATH: `${path.join(folder, 'bin')}:/usr/bin:/bin`,
    STUB_FILE: file,
    STUB_CODE: String(code),
    STUB_VALUE: value,
  };
  const { stdout, stderr, status, signal } = spawnSync(shell, [path.join(folder, 'host.sh')], { env, encoding: 'utf8' });
  const isOver = status !== 0 || signal !== null;
  return { stdout, stderr, status, isOver, words: readFileSync(file, 'utf8').trimEnd().split('\n') };
}
