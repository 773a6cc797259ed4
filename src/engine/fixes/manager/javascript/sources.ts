// How JavaScript reads each manager: the imports, and a function `readSecret`. What stands in ‹ › is TypeScript's.
// Single quotes only, and no template literals: the quotes become those of the project.

import type { ManagerId } from '../../../managers/manager-id.ts';
import type { HelperSource } from '../helper-language.ts';

// https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2 · https://openbao.org/api-docs/secret/kv/kv-v2/
const vault: HelperSource = {
  packages: [],
  imports: ["{ readFile } from 'node:fs/promises'", "{ homedir } from 'node:os'"],
  text: `
async function readSecret(name‹: string›)‹: Promise<string>› {
  const [path = '', field = 'value'] = name.split('#');
  const server = process.env['VAULT_ADDR'];
  if (!server) throw new Error('VAULT_ADDR is not set');
  const namespace = process.env['VAULT_NAMESPACE'];
  const response = await fetch(server.replace(/[/]+$/, '') + '/v1/' + path.split('/').map(encodeURIComponent).join('/'), {
    headers: { 'X-Vault-Token': await readToken(), ...(namespace && { 'X-Vault-Namespace': namespace }) },
    cache: 'no-store',
    redirect: 'error',
    signal: AbortSignal.timeout(15_000),
  });
  if (!response.ok) throw new Error('HTTP ' + response.status);
  const { data } = ‹(›await response.json()‹) as { data: Record<string, unknown> }›;
  // Version 2 of the engine tells about the secret beside its fields.
  const fields = ‹(›'metadata' in data ? data['data'] : data‹) as Record<string, unknown> | null›;
  const value = fields?.[field];
  if (typeof value !== 'string' || value === '') throw new Error('it has no field ' + field);
  return value;
}

async function readToken()‹: Promise<string>› {
  const token = process.env['VAULT_TOKEN'];
  if (token) return token;
  try {
    return (await readFile(homedir() + '/.vault-token', 'utf8')).trim();
  } catch {
    throw new Error('VAULT_TOKEN is not set');
  }
}`,
};

// https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/client/secrets-manager/command/GetSecretValueCommand/
const awsSecretsManager: HelperSource = {
  packages: ['@aws-sdk/client-secrets-manager'],
  imports: ["{ GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'"],
  text: `
const client = new SecretsManagerClient({});

async function readSecret(name‹: string›)‹: Promise<string>› {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: name }));
  if (!SecretString) throw new Error('it is empty, or no text');
  return SecretString;
}`,
};

export const javascriptSources: Readonly<Partial<Record<ManagerId, HelperSource>>> = {
  vault,
  'aws-secrets-manager': awsSecretsManager,
};
