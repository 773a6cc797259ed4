// The function that reads a variable a Go program cannot do without.

import type { CodeView } from '../code-view.ts';
import type { TextEdit } from '../plan.ts';
import { usesOf } from '../surroundings.ts';
import { osName } from './go-imports.ts';

const names = ['mustEnv', 'requireEnv', 'mustGetenv', 'mustLookupEnv'];

const signature = (name: string) => new RegExp(`^func ${name}\\(\\s*\\w+\\s+string\\s*\\)\\s*string\\b`, 'm');

/** The helper the file has or calls already, else the first name that means nothing else in it. */
export function helperNameFor(view: CodeView): string {
  const known = names.find(name => signature(name).test(view.code)) ?? names.find(name => isCalledOnly(view, name));
  return known ?? names.find(name => usesOf(view, name, -1).length === 0) ?? 'mustEnvironment';
}

/** A helper that is called but not written here is another file's of the package. */
export function needsHelper(view: CodeView, name: string): boolean {
  return !signature(name).test(view.code) && !isCalledOnly(view, name);
}

function isCalledOnly({ code }: CodeView, name: string): boolean {
  return (
    new RegExp(`(?<![\\w.])${name}\\(\\s*"·+"\\s*\\)`).test(code) && !new RegExp(`\\bfunc\\s+${name}\\b|\\b${name}\\s*:?=[^=]`).test(code)
  );
}

export function helperEdit(view: CodeView, name: string): TextEdit {
  const lines = [
    `// ${name} returns the value of an environment variable and stops the program when it is not set.`,
    `func ${name}(name string) string {`,
    `\tvalue := ${osName(view)}.Getenv(name)`,
    '\tif value == "" {',
    '\t\tpanic(name + " is not set")',
    '\t}',
    '\treturn value',
    '}',
    '',
  ];
  const end = view.text.trimEnd().length;
  return { span: { start: end, end: view.text.length }, newText: ['', '', ...lines].join(view.newline) };
}
