// What each manager has to be told before it can be reached, in the words its own tools use: one setting a service, one field a word.

import { type Phrase, phrase } from '../phrase.ts';
import { safeAddress } from '../settings/safe-address.ts';
import type { ManagerId } from './manager-id.ts';
import type { SecretAddress } from './secret-address.ts';
import type { ManagerConnection } from './secret-store.ts';

/** What people wrote, by word. */
export type ConnectionSettings = Readonly<Record<string, string>>;

/** Settings, without `keyHygiene.`. Both managers of AWS are reached the same way. */
export type ConnectionSettingName = 'vault' | 'aws' | 'azureKeyVault' | 'googleSecretManager' | 'onePassword' | 'doppler' | 'infisical';

export interface ConnectionWord {
  readonly word: string;
  /** The part of the connection that it tells. Several that tell the container are joined in their order. */
  readonly tells: 'endpoint' | 'container' | 'scope';
  /** What people are asked for. */
  readonly label: Phrase;
  readonly example: string;
  readonly form: RegExp;
  /** Said of a text that has not this form. */
  readonly mustBe: (where: string) => Phrase;
  /** `always`: nothing works without. `often`: asked for, may stay empty. `seldom`: in the settings only. */
  readonly needed: 'always' | 'often' | 'seldom';
  readonly preset?: string;
}

export const connectionSettingNames: readonly ConnectionSettingName[] = [
  'vault',
  'aws',
  'azureKeyVault',
  'googleSecretManager',
  'onePassword',
  'doppler',
  'infisical',
];

export const settingOfManager: Readonly<Record<ManagerId, ConnectionSettingName>> = {
  vault: 'vault',
  'aws-secrets-manager': 'aws',
  'aws-parameter-store': 'aws',
  'azure-key-vault': 'azureKeyVault',
  'google-secret-manager': 'googleSecretManager',
  '1password': 'onePassword',
  doppler: 'doppler',
  infisical: 'infisical',
};

const anAddress = (where: string): Phrase =>
  phrase('“{0}” must be an address that begins with https://, or http:// on this machine.', where);
const aName = (where: string): Phrase => phrase('“{0}” must be a name.', where);
const name = /^[^\s/\p{Cc}](?:[^/\p{Cc}]{0,198}[^\s/\p{Cc}])?$/u;
const path = /^[\w.-]+(?:\/[\w.-]+)*\/?$/;

function address(word: string, label: Phrase, example: string, needed: ConnectionWord['needed']): ConnectionWord {
  return { word, tells: 'endpoint', label, example, form: safeAddress, mustBe: anAddress, needed };
}

/** In the order in which they are asked for. */
export const connectionWords: Readonly<Record<ConnectionSettingName, readonly ConnectionWord[]>> = {
  // https://developer.hashicorp.com/vault/docs/commands#environment-variables
  vault: [
    address('address', phrase('Address of the server; empty for that of VAULT_ADDR'), 'https://vault.example.com:8200', 'often'),
    {
      word: 'mount',
      tells: 'container',
      label: phrase('Path at which the KV secrets engine is mounted'),
      example: 'secret',
      form: path,
      mustBe: where => phrase('“{0}” must be a path such as secret or teams/kv.', where),
      needed: 'often',
      preset: 'secret',
    },
    {
      word: 'namespace',
      tells: 'scope',
      label: phrase('Namespace, where the server has several'),
      example: 'admin/team',
      form: path,
      mustBe: where => phrase('“{0}” must be a path such as admin/team.', where),
      needed: 'seldom',
    },
  ],
  // https://docs.aws.amazon.com/sdkref/latest/guide/feature-region.html
  aws: [
    {
      word: 'region',
      tells: 'container',
      label: phrase('Region; empty for that of your AWS configuration'),
      example: 'eu-central-1',
      form: /^[a-z]{2}(?:-[a-z]+)+-\d$/,
      mustBe: where => phrase('“{0}” must be a region such as eu-central-1.', where),
      needed: 'often',
    },
    {
      word: 'profile',
      tells: 'scope',
      label: phrase('Profile of your AWS configuration; empty for the default one'),
      example: 'work',
      form: name,
      mustBe: aName,
      needed: 'often',
    },
    address(
      'endpoint',
      phrase('Another address for the service'),
      'https://vpce-0123.secretsmanager.eu-central-1.vpce.amazonaws.com',
      'seldom',
    ),
  ],
  azureKeyVault: [
    {
      ...address('vaultUrl', phrase('URL of the vault'), 'https://my-vault.vault.azure.net', 'always'),
      tells: 'container',
    },
    {
      word: 'tenant',
      tells: 'scope',
      label: phrase('Tenant of the vault, where your account has several'),
      example: 'contoso.onmicrosoft.com',
      form: /^[\w.-]+$/,
      mustBe: where => phrase('“{0}” must be the name or id of a tenant.', where),
      needed: 'seldom',
    },
  ],
  googleSecretManager: [
    {
      word: 'project',
      tells: 'container',
      label: phrase('Id of the Google Cloud project'),
      example: 'my-project-123',
      // https://cloud.google.com/resource-manager/docs/creating-managing-projects; older ones have a domain in front.
      form: /^(?:[a-z0-9.-]+:)?[a-z0-9][a-z0-9-]{4,}$/,
      mustBe: where => phrase('“{0}” must be the id or number of a project.', where),
      needed: 'always',
    },
    address('endpoint', phrase('Another address for the service'), 'https://secretmanager.europe-west3.rep.googleapis.com', 'seldom'),
  ],
  onePassword: [
    { word: 'vault', tells: 'container', label: phrase('Vault'), example: 'Private', form: name, mustBe: aName, needed: 'always' },
    {
      word: 'account',
      tells: 'scope',
      label: phrase('Account, where you have several'),
      example: 'my-team.1password.com',
      form: /^[\w.-]+$/,
      mustBe: where => phrase('“{0}” must be the address or id of an account.', where),
      needed: 'seldom',
    },
  ],
  doppler: [
    { word: 'project', tells: 'container', label: phrase('Project'), example: 'shop', form: name, mustBe: aName, needed: 'always' },
    {
      word: 'config',
      tells: 'container',
      label: phrase('Config of the project'),
      example: 'dev',
      form: name,
      mustBe: aName,
      needed: 'always',
    },
  ],
  infisical: [
    address('address', phrase('Address of the server; empty for Infisical Cloud'), 'https://infisical.example.com', 'often'),
    {
      word: 'project',
      tells: 'container',
      label: phrase('Id of the project'),
      example: '64f1c2…',
      form: name,
      mustBe: aName,
      needed: 'always',
    },
    {
      word: 'environment',
      tells: 'container',
      label: phrase('Environment of the project'),
      example: 'dev',
      form: name,
      mustBe: aName,
      needed: 'always',
    },
  ],
};

export function wordsOf(manager: ManagerId): readonly ConnectionWord[] {
  return connectionWords[settingOfManager[manager]];
}

/** The words that have to be said before the manager can be reached. */
export function missingWords(manager: ManagerId, said: ConnectionSettings): readonly ConnectionWord[] {
  return wordsOf(manager).filter(({ word, needed }) => needed === 'always' && !said[word]);
}

export function connectionFrom(manager: ManagerId, said: ConnectionSettings): ManagerConnection {
  const part = (wanted: ConnectionWord['tells']): string => {
    const told = wordsOf(manager).filter(({ tells }) => tells === wanted);
    const parts = told.map(({ word, preset = '' }) => said[word] || preset);
    return parts.some(text => text !== '') ? parts.join('/') : '';
  };
  return { manager, endpoint: part('endpoint'), container: part('container'), scope: part('scope') };
}

/** As a folder's settings say it. */
export function connectionOf(settings: Readonly<Record<ConnectionSettingName, ConnectionSettings>>, manager: ManagerId): ManagerConnection {
  return connectionFrom(manager, settings[settingOfManager[manager]]);
}

/** Where a reference is followed: in the container that it names, else in that of the settings. */
export function connectionTo(
  settings: Readonly<Record<ConnectionSettingName, ConnectionSettings>>,
  { manager, container }: SecretAddress,
): ManagerConnection {
  const connection = connectionOf(settings, manager);
  return container === '' ? connection : { ...connection, container };
}
