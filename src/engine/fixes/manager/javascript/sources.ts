// How JavaScript reads each manager: the imports, and a function `readSecret`. What stands in ‹ › is TypeScript's.
// Single quotes only, and no template literals: the quotes become those of the project.

import type { HelperSources } from '../helper-language.ts';

/** Doppler has no library: its command starts programs with its secrets. */
export const javascriptSources: HelperSources = {
  // https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2 · https://openbao.org/api-docs/secret/kv/kv-v2/
  vault: {
    packages: [],
    imports: ["{ readFile } from 'node:fs/promises'", "{ homedir } from 'node:os'"],
    text: `
async function readSecret(name‹: string›)‹: Promise<string>› {
  const [path = '', field = 'value'] = name.split('#');
  // The two versions of the engine keep a secret in different places.
  const mount = await ask('sys/internal/ui/mounts/' + path)‹ as { path: string; options?: { version?: string } }›;
  const isVersioned = mount.options?.version === '2';
  const data = await ask(isVersioned ? mount.path + 'data/' + path.slice(mount.path.length) : path);
  const fields = ‹(›isVersioned ? data['data'] : data‹) as Record<string, unknown> | null›;
  const value = fields?.[field];
  if (typeof value !== 'string' || value === '') throw new Error('it has no field ' + field);
  return value;
}

async function ask(path‹: string›)‹: Promise<Record<string, unknown>>› {
  const server = process.env['VAULT_ADDR'];
  if (!server) throw new Error('VAULT_ADDR is not set');
  const namespace = process.env['VAULT_NAMESPACE'];
  const response = await fetch(server.replace(/[/]+$/, '') + '/v1/' + encodeURI(path), {
    headers: { 'X-Vault-Token': await readToken(), ...(namespace && { 'X-Vault-Namespace': namespace }) },
    cache: 'no-store',
    redirect: 'error',
    signal: AbortSignal.timeout(15_000),
  }).catch(() => {
    throw new Error('no answer from ' + server);
  });
  if (!response.ok) throw new Error('HTTP ' + response.status);
  const { data } = ‹(›await response.json()‹) as { data: Record<string, unknown> }›;
  return data;
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
  },
  // https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/client/secrets-manager/command/GetSecretValueCommand/
  'aws-secrets-manager': {
    packages: ['@aws-sdk/client-secrets-manager'],
    imports: ["{ GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'"],
    text: `
const client = new SecretsManagerClient({});

async function readSecret(name‹: string›)‹: Promise<string>› {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: name }));
  if (!SecretString) throw new Error('it is empty, or no text');
  return SecretString;
}`,
  },
  // https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/client/ssm/command/GetParameterCommand/
  'aws-parameter-store': {
    packages: ['@aws-sdk/client-ssm'],
    imports: ["{ GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'"],
    text: `
const client = new SSMClient({});

async function readSecret(name‹: string›)‹: Promise<string>› {
  const { Parameter } = await client.send(new GetParameterCommand({ Name: name, WithDecryption: true }));
  if (!Parameter?.Value) throw new Error('it is empty');
  return Parameter.Value;
}`,
  },
  // https://learn.microsoft.com/javascript/api/overview/azure/keyvault-secrets-readme
  'azure-key-vault': {
    packages: ['@azure/keyvault-secrets', '@azure/identity'],
    imports: ["{ DefaultAzureCredential } from '@azure/identity'", "{ SecretClient } from '@azure/keyvault-secrets'"],
    text: `
let client‹: SecretClient | undefined›;

async function readSecret(name‹: string›)‹: Promise<string>› {
  const vault = process.env['AZURE_KEY_VAULT_URL'];
  if (!vault) throw new Error('AZURE_KEY_VAULT_URL is not set');
  client ??= new SecretClient(vault, new DefaultAzureCredential());
  const { value } = await client.getSecret(name);
  if (!value) throw new Error('it is empty');
  return value;
}`,
  },
  // https://cloud.google.com/nodejs/docs/reference/secret-manager/latest
  'google-secret-manager': {
    packages: ['@google-cloud/secret-manager'],
    imports: ["{ SecretManagerServiceClient } from '@google-cloud/secret-manager'"],
    text: `
let client‹: SecretManagerServiceClient | undefined›;

async function readSecret(name‹: string›)‹: Promise<string>› {
  client ??= new SecretManagerServiceClient();
  const project = process.env['GOOGLE_CLOUD_PROJECT'] || (await client.getProjectId());
  const [version] = await client.accessSecretVersion({ name: 'projects/' + project + '/secrets/' + name + '/versions/latest' });
  const data = version.payload?.data;
  if (!data) throw new Error('it is empty');
  return typeof data === 'string' ? data : Buffer.from(data).toString('utf8');
}`,
  },
  // https://developer.1password.com/docs/sdks/load-secrets/
  '1password': {
    packages: ['@1password/sdk'],
    imports: ["{ createClient } from '@1password/sdk'"],
    text: `
async function readSecret(name‹: string›)‹: Promise<string>› {
  const auth = process.env['OP_SERVICE_ACCOUNT_TOKEN'];
  if (!auth) throw new Error('OP_SERVICE_ACCOUNT_TOKEN is not set');
  const client = await createClient({ auth, integrationName: 'secrets helper', integrationVersion: 'v1.0.0' });
  const value = await client.secrets.resolve(name);
  if (!value) throw new Error('it is empty');
  return value;
}`,
  },
  // https://infisical.com/docs/sdks/languages/node
  infisical: {
    packages: ['@infisical/sdk'],
    imports: ["{ InfisicalSDK } from '@infisical/sdk'"],
    text: `
async function readSecret(name‹: string›)‹: Promise<string>› {
  const siteUrl = process.env['INFISICAL_API_URL'];
  const client = await new InfisicalSDK(siteUrl ? { siteUrl } : {}).auth().universalAuth.login({
    clientId: setting('INFISICAL_UNIVERSAL_AUTH_CLIENT_ID'),
    clientSecret: setting('INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET'),
  });
  const { secretValue } = await client.secrets().getSecret({
    projectId: setting('INFISICAL_PROJECT_ID'),
    environment: setting('INFISICAL_ENVIRONMENT'),
    secretPath: name.slice(0, name.lastIndexOf('/')) || '/',
    secretName: name.slice(name.lastIndexOf('/') + 1),
  });
  if (!secretValue) throw new Error('it is empty');
  return secretValue;
}

function setting(name‹: string›)‹: string› {
  const value = process.env[name];
  if (!value) throw new Error(name + ' is not set');
  return value;
}`,
  },
};
