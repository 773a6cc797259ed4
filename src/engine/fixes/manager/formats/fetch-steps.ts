// The steps of a workflow that put one secret of a manager into the environment of the steps behind them.

import { awsParameterStore } from '../../../managers/aws-parameter-store.ts';
import { azureKeyVault } from '../../../managers/azure-key-vault.ts';
import { dopplerPlace } from '../../../managers/doppler.ts';
import { infisicalName, infisicalPlace } from '../../../managers/infisical.ts';
import type { ManagerId } from '../../../managers/manager-id.ts';
import type { SecretAddress } from '../../../managers/secret-address.ts';
import { fieldOf } from '../../../managers/vault.ts';
import { type Phrase, phrase } from '../../../phrase.ts';
import type { Outline } from '../../formats/outline.ts';

interface FetchStep {
  /** Below the dash. */
  readonly lines: readonly string[];
  /** The same as the file says it then. */
  readonly value: Outline;
}

export interface FetchSteps {
  readonly steps: readonly FetchStep[];
  /** Signs in by OpenID Connect, with a token that GitHub makes for the job. */
  readonly needsIdentity: boolean;
  readonly next: readonly Phrase[];
}

export function fetchSteps(address: SecretAddress, variable: string): FetchSteps {
  return writers[address.manager](address, variable);
}

const variableOf = (name: string): string => `\${{ vars.${name} }}`;
const secretOf = (name: string): string => `\${{ secrets.${name} }}`;

function action(uses: string, inputs: Readonly<Record<string, string>>): FetchStep {
  return withRows(uses, 'with', inputs);
}

/** Values of several lines are written as blocks. */
function withRows(uses: string, group: 'with' | 'env', rows: Readonly<Record<string, string>>): FetchStep {
  const lines = Object.entries(rows).flatMap(([key, value]) =>
    value.endsWith('\n')
      ? [
          `  ${key}: |`,
          ...value
            .trimEnd()
            .split('\n')
            .map(line => `    ${line}`),
        ]
      : [`  ${key}: ${plain(value)}`],
  );
  return { lines: [`uses: ${uses}`, `${group}:`, ...lines], value: { uses, [group]: withFlags(rows) } };
}

function plain(text: string): string {
  return /^[A-Za-z/$][\w/.:{} -]*$/.test(text) && !/: | #|:$/.test(text) ? text : JSON.stringify(text);
}

function withFlags(rows: Readonly<Record<string, string>>): Outline {
  return Object.fromEntries(Object.entries(rows).map(([key, value]) => [key, value === 'true' ? true : value]));
}

/** Masked before anything else can print it. In the one shell that all of GitHub's machines have. */
function script(command: string, variable: string): FetchStep {
  const text = [`value="$(${command})"`, 'echo "::add-mask::$value"', `echo "${variable}=$value" >> "$GITHUB_ENV"`];
  return { lines: ['shell: bash', 'run: |', ...text.map(line => `  ${line}`)], value: { shell: 'bash', run: `${text.join('\n')}\n` } };
}

/** https://github.com/aws-actions/configure-aws-credentials */
function awsSignIn(region: string): FetchStep {
  return action('aws-actions/configure-aws-credentials@v4', {
    'role-to-assume': variableOf('AWS_ROLE_ARN'),
    'aws-region': region === '' ? variableOf('AWS_REGION') : region,
  });
}

function byVariables(...names: readonly string[]): readonly Phrase[] {
  return [phrase('Set the variables of the repository that the steps sign in with: {0}.', names.join(', '))];
}

function bySecret(name: string): readonly Phrase[] {
  return [phrase('Add {0} to the secrets of the repository: “gh secret set {0}” asks for its value.', name)];
}

const writers: Readonly<Record<ManagerId, (address: SecretAddress, variable: string) => FetchSteps>> = {
  // https://github.com/hashicorp/vault-action
  vault: (address, variable) => ({
    steps: [
      action('hashicorp/vault-action@v3', {
        url: variableOf('VAULT_ADDR'),
        method: 'jwt',
        role: variableOf('VAULT_ROLE'),
        secrets: `${address.container}/data/${address.name} ${fieldOf(address)} | ${variable}\n`,
      }),
    ],
    needsIdentity: true,
    next: byVariables('VAULT_ADDR', 'VAULT_ROLE'),
  }),
  // https://github.com/aws-actions/aws-secretsmanager-get-secrets
  'aws-secrets-manager': ({ container, name }, variable) => ({
    steps: [awsSignIn(container), action('aws-actions/aws-secretsmanager-get-secrets@v2', { 'secret-ids': `${variable}, ${name}\n` })],
    needsIdentity: true,
    next: byVariables('AWS_ROLE_ARN', ...(container === '' ? ['AWS_REGION'] : [])),
  }),
  'aws-parameter-store': (address, variable) => ({
    steps: [awsSignIn(address.container), script(awsParameterStore.readCommand(address), variable)],
    needsIdentity: true,
    next: byVariables('AWS_ROLE_ARN', ...(address.container === '' ? ['AWS_REGION'] : [])),
  }),
  // https://github.com/Azure/login
  'azure-key-vault': (address, variable) => ({
    steps: [
      action('azure/login@v2', {
        'client-id': variableOf('AZURE_CLIENT_ID'),
        'tenant-id': variableOf('AZURE_TENANT_ID'),
        'subscription-id': variableOf('AZURE_SUBSCRIPTION_ID'),
      }),
      script(azureKeyVault.readCommand(address), variable),
    ],
    needsIdentity: true,
    next: byVariables('AZURE_CLIENT_ID', 'AZURE_TENANT_ID', 'AZURE_SUBSCRIPTION_ID'),
  }),
  // https://github.com/google-github-actions/get-secretmanager-secrets
  'google-secret-manager': ({ container, name }, variable) => ({
    steps: [
      action('google-github-actions/auth@v2', {
        workload_identity_provider: variableOf('GOOGLE_WORKLOAD_IDENTITY_PROVIDER'),
        service_account: variableOf('GOOGLE_SERVICE_ACCOUNT'),
      }),
      action('google-github-actions/get-secretmanager-secrets@v2', {
        secrets: `${variable}:${container === '' ? variableOf('GOOGLE_CLOUD_PROJECT') : container}/${name}\n`,
        export_to_environment: 'true',
      }),
    ],
    needsIdentity: true,
    next: byVariables('GOOGLE_WORKLOAD_IDENTITY_PROVIDER', 'GOOGLE_SERVICE_ACCOUNT', ...(container === '' ? ['GOOGLE_CLOUD_PROJECT'] : [])),
  }),
  // https://developer.1password.com/docs/ci-cd/github-actions/
  '1password': ({ container, name, field = 'credential' }, variable) => ({
    steps: [
      {
        lines: [
          'uses: 1password/load-secrets-action@v2',
          'with:',
          '  export-env: true',
          'env:',
          `  OP_SERVICE_ACCOUNT_TOKEN: ${secretOf('OP_SERVICE_ACCOUNT_TOKEN')}`,
          `  ${variable}: ${plain(`op://${container}/${name}/${field}`)}`,
        ],
        value: {
          uses: '1password/load-secrets-action@v2',
          with: { 'export-env': true },
          env: { OP_SERVICE_ACCOUNT_TOKEN: secretOf('OP_SERVICE_ACCOUNT_TOKEN'), [variable]: `op://${container}/${name}/${field}` },
        },
      },
    ],
    needsIdentity: false,
    next: bySecret('OP_SERVICE_ACCOUNT_TOKEN'),
  }),
  // https://github.com/DopplerHQ/secrets-fetch-action
  doppler: ({ container }) => {
    const { project, config } = dopplerPlace(container);
    return {
      steps: [
        action('dopplerhq/secrets-fetch-action@v1.3.0', {
          'doppler-token': secretOf('DOPPLER_TOKEN'),
          ...(project && { 'doppler-project': project }),
          ...(config && { 'doppler-config': config }),
          'inject-env-vars': 'true',
        }),
      ],
      needsIdentity: false,
      next: bySecret('DOPPLER_TOKEN'),
    };
  },
  // https://github.com/Infisical/secrets-action
  infisical: ({ container, name }) => {
    const { project, environment } = infisicalPlace(container);
    return {
      steps: [
        action('Infisical/secrets-action@v1.0.9', {
          method: 'oidc',
          'identity-id': variableOf('INFISICAL_IDENTITY_ID'),
          'project-slug': project === '' ? variableOf('INFISICAL_PROJECT_SLUG') : project,
          'env-slug': environment === '' ? variableOf('INFISICAL_ENVIRONMENT') : environment,
          'secret-path': infisicalName(name).folder,
        }),
      ],
      needsIdentity: true,
      next: byVariables('INFISICAL_IDENTITY_ID'),
    };
  },
};
