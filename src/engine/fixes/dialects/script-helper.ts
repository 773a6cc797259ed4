// A function that reads a variable or stops the script, written where a script begins.

import type { CodeView } from '../code-view.ts';
import type { TextEdit } from '../plan.ts';
import { usesOf } from '../surroundings.ts';

/** Found again by usages/patterns.ts. */
const names = ['require_env', 'required_env', 'must_env'];

/** The one the file has already, else one that nothing in it is called. */
export function freeHelperName(view: CodeView, isHelper: (view: CodeView, name: string) => boolean): string {
  return names.find(name => isHelper(view, name)) ?? names.find(name => usesOf(view, name, -1).length === 0) ?? 'required_env_value';
}

/** Above the first line of code, but below those that load what the script needs. */
export function headEdit({ code, text, newline }: CodeView, loads: RegExp, helper: readonly string[]): TextEdit {
  let at = 0;
  let behindLoads = 0;
  for (const line of code.split('\n')) {
    const isCode = line.trim() !== '' && !line.startsWith('#!');
    if (isCode && !loads.test(line)) break;
    at = Math.min(at + line.length + 1, code.length);
    if (isCode) behindLoads = at;
  }
  const start = behindLoads > 0 ? behindLoads : Math.min(at, lastBlankLine(text, at));
  const gap = /^\r?\n/.test(code.slice(start)) ? [''] : ['', ''];
  const lines = behindLoads > 0 ? ['', ...helper, ...gap] : [...helper, '', ''];
  return { span: { start, end: start }, newText: lines.join(newline) };
}

/** A comment that touches the code below belongs to it. */
function lastBlankLine(text: string, end: number): number {
  const lines = text.slice(0, end).split('\n').slice(0, -1);
  let start = end;
  while (lines.length > 0) {
    const line = lines.pop() ?? '';
    if (line.trim() === '' || line.startsWith('#!')) break;
    start -= line.length + 1;
  }
  return Math.max(start, 0);
}
