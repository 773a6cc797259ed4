// The directives at the top of a C or C++ file: where further includes and the functions we add belong.

import type { CodeView } from '../code-view.ts';
import type { TextEdit } from '../plan.ts';

interface Include {
  readonly name: string;
  readonly isSystem: boolean;
  readonly start: number;
  readonly end: number;
}

interface Preamble {
  /** Those that no condition hides. */
  readonly includes: readonly Include[];
  /** Behind the last include; where there is none, before the first code. */
  readonly end: number;
}

/** One edit a place: includes in their order, then the functions. */
export function preambleEdits(view: CodeView, headers: readonly string[], functions: readonly string[]): readonly TextEdit[] {
  const { includes, end } = readPreamble(view);
  const { newline, text } = view;
  const insertions = new Map<number, string>();
  const insert = (at: number, newText: string) => insertions.set(at, (insertions.get(at) ?? '') + newText);
  const missing = headers.filter(header => !includes.some(({ name }) => name === header)).sort();
  const system = includes.filter(({ isSystem }) => isSystem);
  if (includes.length === 0) {
    const lines = [...missing.map(header => `#include <${header}>`), ...functions.flatMap(written => ['', written]), '', ''];
    return lines.length === 2 ? [] : [{ span: { start: end, end }, newText: lines.join(newline) }];
  }
  missing.forEach((header, index) => {
    const later = system.find(({ name }) => name > header);
    if (later !== undefined) insert(later.start, `#include <${header}>${newline}`);
    else insert(system.at(-1)?.end ?? end, `${system.length === 0 && index === 0 ? newline : ''}${newline}#include <${header}>`);
  });
  for (const written of functions) insert(end, `${newline}${newline}${written}`);
  if (functions.length > 0 && !/^\r?\n[ \t]*(?:\r?\n|$)/.test(text.slice(end))) insert(end, newline);
  return [...insertions].map(([at, newText]) => ({ span: { start: at, end: at }, newText }));
}

function readPreamble({ code, text }: CodeView): Preamble {
  const includes: Include[] = [];
  // An include guard is around everything.
  let depth = /^\s*#[ \t]*ifndef[ \t]+(\w+)\s*\n\s*#[ \t]*define[ \t]+\1\b/.test(code) ? -1 : 0;
  let end: number | undefined;
  let isHidden = false;
  const line = /[ \t]*(?:#(?:[^\n\\]|\\[\s\S])*)?(?:\r?\n|$)/y;
  let start = 0;
  for (line.lastIndex = 0; start < code.length; start = line.lastIndex) {
    const directive = line.exec(code)?.[0];
    if (directive === undefined) break;
    const lineEnd = start + directive.trimEnd().length;
    const word = /^\s*#[ \t]*(\w+)/.exec(directive)?.[1] ?? '';
    if (/^if/.test(word)) depth++;
    else if (word === 'endif') depth--;
    const include = word === 'include' ? readInclude(text.slice(start, lineEnd)) : undefined;
    if (include !== undefined && depth === 0) includes.push({ ...include, start, end: lineEnd });
    isHidden ||= include !== undefined;
    if (isHidden && depth === 0) {
      end = lineEnd;
      isHidden = false;
    }
  }
  return { includes, end: end ?? Math.min(start, code.length) };
}

function readInclude(directive: string): Pick<Include, 'name' | 'isSystem'> | undefined {
  const [, bracket, name] = /include\s*([<"])([^>"]+)[>"]/.exec(directive) ?? [];
  return name === undefined ? undefined : { name, isSystem: bracket === '<' };
}
