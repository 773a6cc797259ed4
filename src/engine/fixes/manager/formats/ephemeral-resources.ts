// The ephemeral resources by which Terraform reads each manager, and the data sources that tell them what an address does not hold.

import { azureVaultName } from '../../../managers/azure-key-vault.ts';
import { hclString } from '../../../managers/hcl-string.ts';
import { infisicalName, infisicalPlace } from '../../../managers/infisical.ts';
import type { ManagerId } from '../../../managers/manager-id.ts';
import type { SecretAddress } from '../../../managers/secret-address.ts';
import { fieldOf } from '../../../managers/vault.ts';
import { type Phrase, phrase } from '../../../phrase.ts';

/** Arguments of a block, each with its expression. */
export type Rows = readonly (readonly [name: string, expression: string])[];

/** What else the module has, or gets. */
export interface Module {
  /** A data source, as expressions call it: one that says the same, or a new one of that name where it is free. */
  readonly data: (type: string, name: string, rows: Rows) => string;
  /** A data source or resource that has such a row, besides others. */
  readonly find: (type: string, row: Rows[number]) => string | undefined;
}

export interface EphemeralResource {
  /** Of the provider, as its blocks are labelled. */
  readonly provider: string;
  readonly type: string;
  readonly rows: (address: SecretAddress, module: Module) => Rows;
  /** Behind the resource's own name. */
  readonly attribute: (address: SecretAddress) => string;
  /** Why it does not hold this secret. */
  readonly refuse?: (address: SecretAddress) => Phrase | undefined;
}

/** Doppler’s provider has none: https://registry.terraform.io/providers/DopplerHQ/doppler/latest/docs */
export const ephemeralResources: Readonly<Partial<Record<ManagerId, EphemeralResource>>> = {
  // https://registry.terraform.io/providers/hashicorp/vault/latest/docs/ephemeral-resources/kv_secret_v2
  vault: {
    provider: 'vault',
    type: 'vault_kv_secret_v2',
    rows: ({ container, name }) => [
      ['mount', hclString(container)],
      ['name', hclString(name)],
    ],
    attribute: address => `data[${hclString(fieldOf(address))}]`,
  },
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/ephemeral-resources/secretsmanager_secret_version
  'aws-secrets-manager': {
    provider: 'aws',
    type: 'aws_secretsmanager_secret_version',
    rows: ({ name }) => [['secret_id', hclString(name)]],
    attribute: () => 'secret_string',
  },
  // It takes an ARN only, in the account that Terraform is signed in to.
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/ephemeral-resources/ssm_parameter
  'aws-parameter-store': {
    provider: 'aws',
    type: 'aws_ssm_parameter',
    rows: ({ container, name }, module) => {
      const partition = module.data('aws_partition', 'current', []);
      const account = module.data('aws_caller_identity', 'current', []);
      const region = container === '' ? `\${${module.data('aws_region', 'current', [])}.id}` : container;
      const path = hclString(name.replace(/^\/?/, '/')).slice(1, -1);
      return [['arn', `"arn:\${${partition}.partition}:ssm:${region}:\${${account}.account_id}:parameter${path}"`]];
    },
    attribute: () => 'value',
  },
  // It takes the vault’s id, which has a resource group in it: https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/ephemeral-resources/key_vault_secret
  'azure-key-vault': {
    provider: 'azurerm',
    type: 'azurerm_key_vault_secret',
    rows: ({ container, name }, module) => {
      const vault = hclString(azureVaultName(container));
      const known = module.find('azurerm_key_vault', ['name', vault]);
      const listed = (): string => {
        const rows: Rows = [
          ['type', '"Microsoft.KeyVault/vaults"'],
          ['name', vault],
        ];
        return `${module.data('azurerm_resources', identifier(azureVaultName(container)), rows)}.resources[0]`;
      };
      return [
        ['name', hclString(name)],
        ['key_vault_id', `${known ?? listed()}.id`],
      ];
    },
    attribute: () => 'value',
  },
  // https://registry.terraform.io/providers/hashicorp/google/latest/docs/ephemeral-resources/secret_manager_secret_version
  'google-secret-manager': {
    provider: 'google',
    type: 'google_secret_manager_secret_version',
    rows: ({ container, name }) => [...(container === '' ? [] : [['project', hclString(container)] as const]), ['secret', hclString(name)]],
    attribute: () => 'secret_data',
  },
  // https://registry.terraform.io/providers/1Password/onepassword/latest/docs/ephemeral-resources/item
  '1password': {
    provider: 'onepassword',
    type: 'onepassword_item',
    rows: ({ container, name }, module) => {
      const isId = /^[a-z0-9]{26}$/.test(container);
      const vault = isId
        ? hclString(container)
        : `${module.data('onepassword_vault', identifier(container), [['name', hclString(container)]])}.uuid`;
      return [
        ['vault', vault],
        ['title', hclString(name)],
      ];
    },
    attribute: ({ field = 'credential' }) => field,
    refuse: ({ field = 'credential' }) =>
      field === 'credential' || field === 'password'
        ? undefined
        : phrase('Terraform reads the fields {0} of 1Password only, and this is {1}.', 'credential, password', field),
  },
  // https://registry.terraform.io/providers/Infisical/infisical/latest/docs/ephemeral-resources/secret
  infisical: {
    provider: 'infisical',
    type: 'infisical_secret',
    rows: ({ container, name }) => {
      const { project, environment } = infisicalPlace(container);
      const { folder, key } = infisicalName(name);
      return [
        ['name', hclString(key)],
        ['env_slug', hclString(environment)],
        ['workspace_id', hclString(project)],
        ['folder_path', hclString(folder)],
      ];
    },
    attribute: () => 'value',
    refuse: ({ container }) => {
      const { project, environment } = infisicalPlace(container);
      return project === '' || environment === '' ? phrase('Say which project and environment of Infisical it is.') : undefined;
    },
  },
};

/** https://developer.hashicorp.com/terraform/language/syntax/configuration#identifiers */
function identifier(text: string): string {
  const name = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
  return /^[a-z]/.test(name) ? name : `v_${name}`;
}
