// The one string by which code asks for a secret, and what the program's environment has to say besides: where a manager is, and
// which account's it is, stands in no code.

import type { ManagerId } from '../../managers/manager-id.ts';
import type { SecretAddress } from '../../managers/secret-address.ts';
import { type Phrase, phrase } from '../../phrase.ts';

/** `undefined` where the name has characters that mean something in a string, or in the manager's own references. */
export function secretName(address: SecretAddress): string | undefined {
  const name = names[address.manager](address);
  return /^[\w/+=.@:# -]+$/.test(name) ? name : undefined;
}

const plainName = ({ name }: SecretAddress): string => name;

const names: Readonly<Record<ManagerId, (address: SecretAddress) => string>> = {
  vault: ({ container, name, field = 'value' }) => `${container}/${name}#${field}`,
  'aws-secrets-manager': plainName,
  'aws-parameter-store': plainName,
  'azure-key-vault': plainName,
  'google-secret-manager': plainName,
  // https://developer.1password.com/docs/cli/secret-reference-syntax/
  '1password': ({ container, name, field = 'credential' }) => `op://${container}/${name}/${field}`,
  doppler: plainName,
  infisical: plainName,
};

/** What has to be set where the program runs, for people. */
export function environmentNeeds({ manager, container }: SecretAddress): readonly Phrase[] {
  return needs[manager](container);
}

const needs: Readonly<Record<ManagerId, (container: string) => readonly Phrase[]>> = {
  vault: () => [phrase('Set {0} and {1} where the program runs; a token file is read, too.', 'VAULT_ADDR', 'VAULT_TOKEN')],
  'aws-secrets-manager': inRegion,
  'aws-parameter-store': inRegion,
  'azure-key-vault': vault => {
    const url = vault.includes('://') ? vault : `https://${vault}.vault.azure.net`;
    return [phrase('Set {0} to {1} where the program runs.', 'AZURE_KEY_VAULT_URL', url)];
  },
  'google-secret-manager': container => [phrase('Set {0} to {1} where the program runs.', 'GOOGLE_CLOUD_PROJECT', container)],
  '1password': () => [phrase('Set {0} where the program runs.', 'OP_SERVICE_ACCOUNT_TOKEN')],
  doppler: () => [phrase('Set {0} where the program runs.', 'DOPPLER_TOKEN')],
  infisical: container => {
    const [project = '', environment = ''] = container.split('/');
    return [
      phrase('Set {0} to {1} where the program runs.', 'INFISICAL_PROJECT_ID', project),
      phrase('Set {0} to {1} where the program runs.', 'INFISICAL_ENVIRONMENT', environment),
      phrase('Set {0} and {1} where the program runs.', 'INFISICAL_UNIVERSAL_AUTH_CLIENT_ID', 'INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET'),
    ];
  },
};

function inRegion(region: string): readonly Phrase[] {
  return region === '' ? [] : [phrase('Set {0} to {1} where the program runs.', 'AWS_REGION', region)];
}
