// 1Password: a vault, an item in it, a field of the item. One item a key: what changes one key touches no other.

import { phrase } from '../phrase.ts';
import { refuseLength, translateName } from './alphabet.ts';
import type { Manager, NameParts, NameRefused } from './manager.ts';
import { managerTitles } from './manager-titles.ts';
import { fillNameTemplate } from './name-template.ts';
import type { SecretAddress } from './secret-address.ts';
import { shellWord } from './shell-word.ts';

const title = managerTitles['1password'];

/** The field of 1Password's own category for API credentials. */
const defaultField = 'credential';

export const onePassword: Manager = {
  id: '1password',
  title,
  containerTitle: 'vault',
  namesSource: 'https://developer.1password.com/docs/cli/secret-reference-syntax/',
  addressOf,
  referenceTo,
  injection: 'op run --env-file=.env --',
  readCommand: address => `op read ${shellWord(referenceTo(address))}`,
  leastPrivilege: ({ container }) => ({
    title: 'Service account',
    languageId: 'shellscript',
    text: [
      '# 1Password grants access to whole vaults: keep what this program reads in a vault of its own.',
      `op service-account create "$NAME" --vault ${shellWord(`${container}:read_items`)}`,
      '',
    ].join('\n'),
    source: 'https://developer.1password.com/docs/service-accounts/manage-service-accounts/',
  }),
};

function referenceTo({ container, name, field }: SecretAddress): string {
  return `op://${container}/${name}/${field ?? defaultField}`;
}

/** References take no other character; what has one is known to them by its id only. */
const others = /[^A-Za-z0-9_. -]+/g;

function addressOf(container: string, template: string, parts: NameParts): SecretAddress | NameRefused {
  const filled = fillNameTemplate(template, parts);
  if (filled.kind === 'refused') return filled;
  const vault = container.trim();
  if (vault === '') return { kind: 'refused', reason: phrase('Say which vault of 1Password to use.') };
  if (/[^A-Za-z0-9_. -]/.test(vault))
    return { kind: 'refused', reason: phrase('References cannot name the vault {0}. Give its id instead.', vault) };
  const name = translateName(filled.steps.join('-'), others, '-');
  const field = translateName(filled.field ?? defaultField, others, '_');
  return refuseLength(title, name, 200) ?? refuseLength(title, field, 100) ?? { manager: '1password', container: vault, name, field };
}
