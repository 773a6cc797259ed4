// Shell: `$(get_secret name)`, with a function in the script itself, since scripts are seldom able to find each other.

import { managerTitles } from '../../../managers/manager-titles.ts';
import { phrase } from '../../../phrase.ts';
import type { Lookup } from '../../dialect.ts';
import { headEdit } from '../../dialects/script-helper.ts';
import type { TextEdit } from '../../plan.ts';
import { usesOf } from '../../surroundings.ts';
import type { CallSite, HelperCall, HelperLanguage, HelperSource } from '../helper-language.ts';
import { markOf } from '../helper-mark.ts';
import { shellSources } from './sources.ts';

export const shellHelpers: HelperLanguage = {
  sources: shellSources,
  call,
  // Each manager's own page tells how its program gets onto a machine.
  install: () => undefined,
  fileNames: [],
  layout: () => [],
};

function call(site: CallSite, source: HelperSource): HelperCall {
  const { view, name, target } = site;
  const mark = `# ${markOf(target.address.manager)}`;
  const known = new RegExp(String.raw`^${mark}\r?\n(\w+)\(\)`, 'm').exec(view.text)?.[1];
  const local =
    known ?? ['get_secret', 'read_secret', 'managed_secret'].find(free => usesOf(view, free, -1).length === 0) ?? 'secret_of_manager';
  const argument = /^[\w/.@:=+-]+$/.test(name) ? name : `"${name}"`;
  const lookup = (): Lookup => ({ expression: `$(${local} ${argument})`, isAtomic: true, needs: [] });
  const next = [phrase('The script runs {0}, which has to be installed and signed in where it runs.', source.packages[0] ?? '')];
  return { kind: 'call', lookup, next, edits: known === undefined ? [helperEdit(site, source, local, mark)] : [] };
}

/** What a command substitution ends with ends no script, so that the script itself is told to end. */
function helperEdit({ view, target }: CallSite, { text }: HelperSource, name: string, mark: string): TextEdit {
  const title = managerTitles[target.address.manager];
  return headEdit(view, /^\s*(?:set|shopt|source|\.)\s/, [
    `# Prints a secret from ${title}, or ends the script. The next line lets Key Hygiene find it.`,
    mark,
    `${name}() {`,
    `  secret=$(${text}) && [ -n "$secret" ] && printf '%s' "$secret" && return`,
    `  echo "The secret $1 cannot be read from ${title}." >&2`,
    '  kill -s TERM "$$"',
    '}',
  ]);
}
