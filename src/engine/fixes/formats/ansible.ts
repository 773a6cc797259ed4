// Ansible: the lookup `env`, which reads the environment of the machine that runs the playbook.
// https://docs.ansible.com/ansible/latest/collections/ansible/builtin/env_lookup.html

import { phrase } from '../../phrase.ts';
import type { SourceText } from '../../text.ts';
import { referenceFormat } from './reference-format.ts';
import { nameOf, pathOf } from './source-path.ts';
import { readYaml } from './yaml-file.ts';

export const ansible = referenceFormat({
  id: 'ansible',
  title: 'Ansible file',
  matches: source => source.languageId === 'ansible' || isAnsible(source),
  read: readYaml,
  // Without a default that is undefined, an unset variable is an empty text.
  reference: ({ variable, style, quote }) => {
    const mark = quote === "'" ? '"' : "'";
    const other = style === 'plain' ? '' : ', default=undef()';
    return `{{ lookup(${mark}ansible.builtin.env${mark}, ${mark}${variable}${mark}${other}) }}`;
  },
  refuse: ({ keys, prefix }) => {
    if (prefix.lastIndexOf('{{') > prefix.lastIndexOf('}}') || prefix.lastIndexOf('{%') > prefix.lastIndexOf('%}')) {
      return phrase('The value is inside an expression: write the whole expression anew.');
    }
    return keys.some(key => bare.has(key))
      ? phrase('The value is part of a condition: compare with a variable that is looked up elsewhere.')
      : undefined;
  },
  next: (variable, { keys }) => [
    phrase(
      'Set {0} where the playbook is run, or keep the value encrypted in the file: ansible-vault encrypt_string --stdin-name {1}',
      variable,
      keys.at(-1) ?? '',
    ),
  ],
});

/** Jinja without braces stands behind these. */
const bare: ReadonlySet<string> = new Set(['when', 'failed_when', 'changed_when', 'until', 'that']);

function isAnsible(source: SourceText): boolean {
  const path = pathOf(source);
  if (!/\.ya?ml$/.test(path)) return false;
  if (/\/(?:group_vars|host_vars)\//.test(path) || /\/roles\/[^/]+\/(?:tasks|handlers|vars|defaults|meta)\//.test(path)) return true;
  return /^(?:site|playbook)[\w-]*\.ya?ml$/.test(nameOf(source)) || /^- (?:name:.*\n {2})?(?:hosts|import_playbook):/m.test(source.text);
}
