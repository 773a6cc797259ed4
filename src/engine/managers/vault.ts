// HashiCorp Vault and OpenBao: a mount of the KV engine, a path in it, a field of what is kept there.

import { phrase } from '../phrase.ts';
import { refuseLength, translateName } from './alphabet.ts';
import { hclString } from './hcl-string.ts';
import type { LeastPrivilege, Manager, NameParts, NameRefused } from './manager.ts';
import { managerTitles } from './manager-titles.ts';
import { fillNameTemplate } from './name-template.ts';
import type { SecretAddress } from './secret-address.ts';
import { shellWord } from './shell-word.ts';

const title = managerTitles.vault;

/** Where `vault server -dev` and most guides keep theirs. */
const defaultMount = 'secret';

export const vault: Manager = {
  id: 'vault',
  title,
  containerTitle: 'mount',
  namesSource: 'https://developer.hashicorp.com/vault/docs/secrets/kv/kv-v2',
  addressOf,
  // https://bank-vaults.dev/docs/mutating-webhook/configuration/
  referenceTo: address => `vault:${address.container}/data/${address.name}#${fieldOf(address)}`,
  // Both look alike in Vault and OpenBao; Vault 1.15 and later lead from there to the page of its newer interface.
  consolePage: ({ container, name }, endpoint) =>
    endpoint && /^https?:\/\//.test(endpoint)
      ? `${endpoint.replace(/\/+$/, '')}/ui/vault/secrets/${encodePath(container)}/show/${encodePath(name)}`
      : undefined,
  readCommand: address =>
    `vault kv get -mount=${shellWord(address.container)} -field=${shellWord(fieldOf(address))} ${shellWord(address.name)}`,
  leastPrivilege,
};

/** The field of a secret that has one only, as Vault's own guides call it. */
export function fieldOf({ field }: SecretAddress): string {
  return field ?? 'value';
}

/** The last step is the field: the keys of one app and environment are one secret, as Vault's users keep them. */
function addressOf(container: string, template: string, parts: NameParts): SecretAddress | NameRefused {
  const filled = fillNameTemplate(template, parts);
  if (filled.kind === 'refused') return filled;
  const steps = filled.steps.map(step => translateName(step, /[^A-Za-z0-9_.-]+/g, '-')).filter(step => !/^\.*$/.test(step));
  const isShared = filled.field === undefined && steps.length > 1;
  const name = (isShared ? steps.slice(0, -1) : steps).join('/');
  const field = translateName(isShared ? (steps.at(-1) ?? '') : (filled.field ?? 'value'), /[^A-Za-z0-9_.-]+/g, '_');
  const mount = container.replace(/^\/+|\/+$/g, '') || defaultMount;
  if (/[^\w./-]/.test(mount)) return { kind: 'refused', reason: phrase('{0} is no mount of {1}.', mount, title) };
  return refuseLength(title, name, 500) ?? refuseLength(title, field, 200) ?? { manager: 'vault', container: mount, name, field };
}

/** Of version 2 of the engine; that of version 1 is told beside it, since the address does not say which one the mount has. */
function leastPrivilege({ container, name }: SecretAddress): LeastPrivilege {
  const text = [
    '# Version 2 of the KV engine. For version 1 the path is',
    `#   path ${hclString(`${container}/${name}`)}`,
    `path ${hclString(`${container}/data/${name}`)} {`,
    '  capabilities = ["read"]',
    '}',
    '',
  ].join('\n');
  return { title: 'Vault policy', languageId: 'hcl', text, source: 'https://developer.hashicorp.com/vault/docs/concepts/policies' };
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
