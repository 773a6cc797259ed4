// References that tools understand wherever they stand: in strings, in configuration, in environment files.

import type { ReferenceSyntax } from './manager-reference.ts';

const field = (value: string | undefined): { field?: string } => (value === undefined ? {} : { field: value });

export const writtenReferences: readonly ReferenceSyntax[] = [
  {
    // https://developer.1password.com/docs/cli/secret-reference-syntax/
    manager: '1password',
    needles: ['op://'],
    patterns: [
      /\bop:\/\/(?<name>(?<vault>[\w@.() -]{1,100})\/(?<item>[\w@.() -]{1,100})(?:\/(?<section>[\w@.()-]{1,100}))?\/(?<field>(?:[\w@.-]|\([\w@.-]{0,60}\)){1,100}))/g,
    ],
    addressOf: ({ vault = '', item = '', section, field = '' }) => ({
      ...{ container: vault, name: item, field: section === undefined ? field : `${section}/${field}` },
    }),
  },
  {
    // https://docs.spring.io/spring-cloud-vault/reference/ and https://bank-vaults.dev/docs/mutating-webhook/
    manager: 'vault',
    needles: ['vault:'],
    patterns: [/\bvault:(?:\/\/)?(?<name>(?<path>[\w-]{1,60}\/[\w./-]{1,200})(?:#(?<field>[\w.-]{1,100}))?)/g],
    addressOf: parts => vaultPath(parts['path'] ?? '', parts['field']),
  },
  {
    // A path of Vault's API in a string or an address. https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2#read-secret-version
    manager: 'vault',
    needles: ['secret/data/'],
    patterns: [/(?<=["'`/])(?<name>(?<path>secret\/data\/[\w./-]{1,200})(?:#(?<field>[\w.-]{1,100}))?)/g],
    addressOf: parts => vaultPath(parts['path'] ?? '', parts['field']),
  },
  {
    // https://learn.microsoft.com/azure/app-service/app-service-key-vault-references
    manager: 'azure-key-vault',
    needles: ['@Microsoft.KeyVault('],
    patterns: [
      /@Microsoft\.KeyVault\((?:[^()"']{0,200};)?\s{0,9}SecretName=(?<name>[A-Za-z0-9-]{1,127})[^()"']{0,200}\)/g,
      /@Microsoft\.KeyVault\(\s{0,9}VaultName=(?<vault>[\w-]{3,24});\s{0,9}SecretName=(?<name>[A-Za-z0-9-]{1,127})[^()"']{0,200}\)/g,
    ],
    addressOf: ({ vault, name = '' }) => (vault === undefined ? undefined : { container: `https://${vault}.vault.azure.net`, name }),
  },
  {
    // https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates
    manager: 'azure-key-vault',
    needles: ['/secrets/'],
    patterns: [
      /\b(?<url>https:\/\/[\w-]{3,24}\.vault\.(?:azure\.(?:net|cn|us)|usgovcloudapi\.net))(?::443)?\/secrets\/(?<name>[A-Za-z0-9-]{1,127})(?:\/[0-9a-f]{32}\b)?/g,
    ],
    addressOf: ({ url = '', name = '' }) => ({ container: url.toLowerCase(), name }),
  },
  {
    // https://cloud.google.com/secret-manager/docs/reference/rest/v1/projects.secrets; the project is often filled in.
    manager: 'google-secret-manager',
    needles: ['/secrets/'],
    patterns: [
      /\bprojects\/(?:(?<project>[\w:.-]{1,60})|[$#]?\{[^{}\s]{1,80}\}|%[sv])(?:\/locations\/[\w-]{1,40})?\/secrets\/(?<name>[\w-]{1,255})(?:\/versions\/\w{1,20})?/g,
    ],
    addressOf: ({ project = '', name = '' }) => ({ container: project, name }),
  },
  {
    // https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_iam-permissions.html
    manager: 'aws-secrets-manager',
    needles: [':secret:'],
    patterns: [/\barn:aws[\w-]{0,20}:secretsmanager:(?<region>[\w-]{0,30}):\d{0,12}:secret:(?<name>[\w/+=.@-]{1,512})/g],
    addressOf: ({ region = '', name = '' }) => ({ container: region, name: withoutAwsEnding(name) }),
  },
  {
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html
    manager: 'aws-secrets-manager',
    needles: ['{{resolve:secretsmanager:'],
    patterns: [
      /\{\{resolve:secretsmanager:(?<name>(?<id>[\w/+=.@-]{1,512})(?::SecretString(?::(?<key>[\w-]{1,100}))?)?[\w:-]{0,100})\}\}/g,
    ],
    addressOf: ({ id = '', key }) => ({ container: '', name: id, ...field(key) }),
  },
  {
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-ssm-secure-strings.html
    manager: 'aws-parameter-store',
    needles: ['{{resolve:ssm-secure:'],
    patterns: [/\{\{resolve:ssm-secure:(?<name>[\w/.-]{1,1011})(?::\d{1,9})?\}\}/g],
    addressOf: ({ name = '' }) => ({ container: '', name }),
  },
  {
    // https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html
    manager: 'aws-parameter-store',
    needles: [':parameter/'],
    patterns: [/\barn:aws[\w-]{0,20}:ssm:(?<region>[\w-]{0,30}):\d{0,12}:parameter(?<name>\/[\w/.-]{1,1011})/g],
    addressOf: ({ region = '', name = '' }) => ({ container: region, name }),
  },
  {
    needles: ['secretKeyRef'],
    patterns: [
      // https://kubernetes.io/docs/tasks/inject-data-application/distribute-credentials-secure/#define-container-environment-variables-using-secret-data
      // Only keys that are called like variables: `password` is a key of many secrets.
      /\bsecretKeyRef:\s{0,99}\{?\s{0,99}(?:(?:name|optional):[ \t]{0,9}[\w."'-]{1,253}[\s,]{1,99}){0,2}key:[ \t]{0,9}["']?(?<name>[A-Z][A-Z0-9]{0,99}(?:_[A-Z0-9]{1,99}){1,20})\b/g,
    ],
  },
  {
    // https://external-secrets.io/latest/api/externalsecret/
    needles: ['secretKey:'],
    patterns: [
      /\bremoteRef:\s{1,99}key:[ \t]{0,9}["']?(?<place>(?<name>[\w/+=.@-]{1,512}))["']?(?:\s{1,99}property:[ \t]{0,9}["']?(?<field>[\w.-]{1,100}))?/dg,
    ],
  },
  {
    // https://docs.github.com/actions/security-for-github-actions/security-guides/using-secrets-in-github-actions
    needles: ['secrets.', "secrets['"],
    patterns: [/\$\{\{[^{}\r\n]{0,200}?\bsecrets(?:\.|\[')(?<name>[A-Za-z_]\w{0,99})/g],
  },
];

/** `secret/data/app` is `app` in the mount `secret`: version 2 of the engine has a step of its own in the path. */
export function vaultPath(path: string, value?: string): { container: string; name: string; field?: string } {
  const [container = '', ...rest] = path.replace(/^\/|\/$/g, '').split('/');
  const steps = rest.length > 1 && rest[0] === 'data' ? rest.slice(1) : rest;
  return { container, name: steps.join('/'), ...field(value) };
}

/** What AWS adds is letters of both cases and digits, which a name's last word seldom is. */
export function withoutAwsEnding(name: string): string {
  return name.replace(/-(?=[A-Za-z]{0,5}\d|[A-Z]{0,5}[a-z]{1,5}[A-Z]|[a-z]{1,5}[A-Z]|[A-Z]{1,5}[a-z])[A-Za-z0-9]{6}$/, '');
}
