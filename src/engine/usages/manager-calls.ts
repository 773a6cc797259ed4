// Code and commands that read a secret by a literal name: the managers' SDKs, their command lines, Terraform.

import { argument, option, quote, type ReferenceSyntax } from './manager-reference.ts';
import { vaultPath, withoutAwsEnding } from './written-references.ts';

function call(pattern: string): RegExp {
  return new RegExp(pattern, 'dg');
}

const awsName = String.raw`(?<place>(?<name>(?!arn:)[\w/+=.@-]{1,512}))`;
const parameterName = String.raw`(?<place>(?<name>/?[\w.-][\w./-]{0,1010}))`;
const azureName = `(?<place>(?<name>[A-Za-z0-9-]{1,127}))`;
const plainName = String.raw`(?<place>(?<name>[\w.-]{1,255}))`;
const pathName = String.raw`(?<place>(?<name>[\w./-]{1,200}))`;

/** What stands between a call's name and its first argument: white space, a context, `&client`. */
const first = String.raw`\(\s{0,99}(?:(?:ctx|context\.\w{1,12}\(\)|&?client)\s{0,9},\s{0,9})?`;

const aws: readonly ReferenceSyntax[] = [
  {
    manager: 'aws-secrets-manager',
    needles: ['etSecretValue', 'get_secret_value'],
    patterns: [
      call(
        String.raw`\b(?:[gG]etSecretValue\w{0,12}|get_secret_value)\b${argument('SecretId|secret_id|secretId')}${quote}${awsName}${quote}`,
      ),
    ],
    addressOf: ({ name = '' }) => ({ container: '', name: withoutAwsEnding(name) }),
  },
  {
    manager: 'aws-secrets-manager',
    needles: ['get-secret-value'],
    patterns: [call(String.raw`\bget-secret-value\b${option('--secret-id')}${awsName}`)],
    addressOf: ({ name = '' }) => ({ container: '', name }),
  },
  {
    // https://docs.powertools.aws.dev/lambda/python/latest/utilities/parameters/
    manager: 'aws-secrets-manager',
    needles: ['parameters.get_secret(', 'getSecret('],
    onlyIf: /\baws_lambda_powertools\b|@aws-lambda-powertools\//,
    patterns: [call(String.raw`\b(?:get_secret|getSecret)${first}${quote}${awsName}${quote}`)],
    addressOf: ({ name = '' }) => ({ container: '', name }),
  },
  {
    manager: 'aws-secrets-manager',
    needles: ['"aws_secretsmanager_secret'],
    patterns: [
      call(
        String.raw`"aws_secretsmanager_secret(?:_version)?"\s{1,9}"[\w-]{1,99}"\s{0,9}\{[^{}]{0,400}?\b(?:secret_id|name)\s{0,40}=\s{0,9}"${awsName}"`,
      ),
    ],
    addressOf: ({ name = '' }) => ({ container: '', name }),
  },
  {
    manager: 'aws-parameter-store',
    needles: ['WithDecryption', 'withDecryption', 'with_decryption'],
    patterns: [
      call(
        String.raw`\b(?:[gG]etParameter(?:Command|Request|Input|Async)?|get_parameter)\b${argument('[Nn]ame')}${quote}${parameterName}${quote}`,
      ),
    ],
    addressOf: ({ name = '' }) => ({ container: '', name }),
  },
  {
    manager: 'aws-parameter-store',
    needles: ['--with-decryption'],
    patterns: [call(String.raw`\bssm\s{1,9}get-parameter\b${option('--name')}${parameterName}`)],
    addressOf: ({ name = '' }) => ({ container: '', name }),
  },
  {
    manager: 'aws-parameter-store',
    needles: ['aws_ssm_parameter'],
    patterns: [
      call(
        String.raw`\b(?:data|ephemeral)\s{1,9}"aws_ssm_parameter"\s{1,9}"[\w-]{1,99}"\s{0,9}\{[^{}]{0,400}?\b(?:name|arn)\s{0,40}=\s{0,9}"${parameterName}"`,
      ),
    ],
    addressOf: ({ name = '' }) => ({ container: '', name }),
  },
];

const azure: readonly ReferenceSyntax[] = [
  {
    manager: 'azure-key-vault',
    needles: ['getSecret(', 'GetSecret(', 'GetSecretAsync(', 'get_secret('],
    onlyIf: /\bSecretClient\b|\bazsecrets\b|azure[._-](?:security[._-])?key_?vault|@azure\/keyvault|KeyVaultClient/i,
    patterns: [call(String.raw`\.\s{0,99}(?:[gG]etSecret(?:Async)?|get_secret)${first}${quote}${azureName}${quote}`)],
    addressOf: ({ name = '' }) => ({ container: '', name }),
  },
  {
    manager: 'azure-key-vault',
    needles: ['keyvault secret show'],
    patterns: [
      call(
        String.raw`\bkeyvault\s{1,9}secret\s{1,9}show\b(?:(?=${option('--vault-name')}(?<vault>[\w-]{3,24}))|)${option('--name|-n')}${azureName}`,
      ),
    ],
    addressOf: ({ vault, name = '' }) => ({ container: vault === undefined ? '' : `https://${vault}.vault.azure.net`, name }),
  },
  {
    manager: 'azure-key-vault',
    needles: ['"azurerm_key_vault_secret"'],
    patterns: [
      call(
        String.raw`\b(?:data|ephemeral)\s{1,9}"azurerm_key_vault_secret"\s{1,9}"[\w-]{1,99}"\s{0,9}\{[^{}]{0,400}?\bname\s{0,40}=\s{0,9}"${azureName}"`,
      ),
    ],
    addressOf: ({ name = '' }) => ({ container: '', name }),
  },
];

const google: readonly ReferenceSyntax[] = [
  {
    manager: 'google-secret-manager',
    needles: ['gcloud secrets'],
    patterns: [
      call(
        String.raw`\bsecrets\s{1,9}versions\s{1,9}access\b(?:(?=${option('--project')}(?<project>[\w:.-]{1,60}))|)${option('--secret')}(?!projects/)${plainName}`,
      ),
    ],
    addressOf: ({ project = '', name = '' }) => ({ container: project, name }),
  },
  {
    manager: 'google-secret-manager',
    needles: ['"google_secret_manager_secret_version'],
    patterns: [
      call(
        String.raw`"google_secret_manager_secret_version(?:_access)?"\s{1,9}"[\w-]{1,99}"\s{0,9}\{[^{}]{0,400}?\bsecret\s{0,40}=\s{0,9}"${plainName}"`,
      ),
    ],
    addressOf: ({ name = '' }) => ({ container: '', name }),
  },
];

const gap = String.raw`(?:\s{1,9}|\s{0,9}\\\r?\n\s{0,40})`;

/** Those with a value of their own take it behind `=` or a space. */
const kvOptions = String.raw`(?:${gap}-{1,2}(?:(?:mount|field|format|version|namespace|address)(?:=|\s{1,9})["']?[\w:/.-]{1,100}["']?|[\w-]{1,30})){0,8}${gap}`;

const vault: readonly ReferenceSyntax[] = [
  {
    // hvac, VaultSharp
    manager: 'vault',
    needles: ['read_secret', 'ReadSecret'],
    patterns: [
      call(
        String.raw`\b(?:read_secret(?:_version)?|ReadSecretAsync)\s{0,9}\((?:(?=[^;()]{0,300}?\bmount_?[pP]oint\s{0,9}[:=]\s{0,9}["'](?<mount>[\w/-]{1,60})["'])|)(?:\s{0,99}|[^;()]{0,300}?\bpath\s{0,9}[:=]\s{0,9})["']${pathName}["']`,
      ),
    ],
    addressOf: ({ mount = 'secret', name = '' }) => ({ container: mount, name }),
  },
  {
    // https://pkg.go.dev/github.com/hashicorp/vault/api#Client.KVv2
    manager: 'vault',
    needles: ['.KVv2('],
    patterns: [call(String.raw`\.KVv2\(\s{0,9}"(?<mount>[\w/-]{1,60})"\s{0,9}\)\s{0,99}\.Get${first}"${pathName}"`)],
    addressOf: ({ mount = '', name = '' }) => ({ container: mount, name }),
  },
  {
    // https://developer.hashicorp.com/vault/docs/commands/kv/get
    manager: 'vault',
    needles: ['kv get'],
    patterns: [
      call(
        String.raw`\b(?:vault|bao)\s{1,9}kv\s{1,9}get(?:(?=${option('-{1,2}mount')}(?<mount>[\w/-]{1,60}))|)(?:(?=${option('-{1,2}field')}(?<field>[\w.-]{1,100}))|)${kvOptions}["']?(?![-$])${pathName}`,
      ),
    ],
    addressOf: ({ mount, field, name = '' }) => ({
      ...(mount === undefined ? vaultPath(name) : { container: mount, name }),
      ...(field !== undefined && { field }),
    }),
  },
  {
    manager: 'vault',
    needles: ['"vault_kv_secret_v2"'],
    patterns: [
      call(
        String.raw`"vault_kv_secret_v2"\s{1,9}"[\w-]{1,99}"\s{0,9}\{(?:(?=[^{}]{0,400}?\bmount\s{0,40}=\s{0,9}"(?<mount>[\w/-]{1,60})")|)[^{}]{0,400}?\bname\s{0,40}=\s{0,9}"${pathName}"`,
      ),
    ],
    addressOf: ({ mount = '', name = '' }) => ({ container: mount, name }),
  },
];

const others: readonly ReferenceSyntax[] = [
  {
    manager: 'doppler',
    needles: ['doppler secrets'],
    patterns: [
      call(
        String.raw`\bdoppler\s{1,9}secrets\s{1,9}get\s{1,9}(?:--?[\w-]{1,20}(?:=[^\s]{1,60})?\s{1,9}){0,4}["']?(?<place>(?<name>[A-Z_][A-Z0-9_]{0,199}))\b`,
      ),
    ],
    addressOf: ({ name = '' }) => ({ container: '', name }),
  },
  {
    manager: 'infisical',
    needles: ['infisical secrets'],
    patterns: [
      call(
        String.raw`\binfisical\s{1,9}secrets\s{1,9}get\s{1,9}(?:--?[\w-]{1,20}(?:=[^\s]{1,60})?\s{1,9}){0,6}["']?(?<place>(?<name>\w[\w.-]{0,199}))`,
      ),
    ],
    addressOf: ({ name = '' }) => ({ container: '', name: `/${name}` }),
  },
  {
    // https://infisical.com/docs/sdks/languages/node
    manager: 'infisical',
    needles: ['secretName', 'secret_name'],
    onlyIf: /\binfisical/i,
    patterns: [
      call(String.raw`\b(?:[gG]etSecret|get_secret(?:_by_name)?)\b${argument('secret_?[nN]ame|SecretKey')}${quote}${plainName}${quote}`),
    ],
    addressOf: ({ name = '' }) => ({ container: '', name: `/${name}` }),
  },
];

export const managerCalls: readonly ReferenceSyntax[] = [...aws, ...azure, ...google, ...vault, ...others];
