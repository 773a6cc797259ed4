// What renaming an environment variable changes in one text: its rows and its lookups, so that code reads the same value as before.

import type { TextEdit } from '../fixes/plan.ts';
import type { SourceText, Span } from '../text.ts';
import { findVariablePlaces } from './find-variable-places.ts';

/** As every shell takes it: https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html */
export function isVariableName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]{0,199}$/.test(name);
}

/** By place. A secret that a pipeline's host keeps (`secrets.NAME`) goes by its old name there, and stays. */
export function renameVariable(source: SourceText, name: string, newName: string): readonly TextEdit[] {
  return findVariablePlaces(source)
    .filter(place => place.name === name && place.role !== 'reference')
    .map(({ span }) => ({ span, newText: renamed(source.text, span, name, newName) }));
}

/** `const { OLD } = process.env` becomes `const { NEW: OLD } = process.env`: the code below goes on with its local name. */
function renamed(text: string, { start, end }: Span, name: string, newName: string): string {
  const behind = text.slice(end, end + 2000);
  const isAloneInBraces =
    /(?:,|(?<![$\w])\{)\s{0,200}$/.test(text.slice(Math.max(0, start - 201), start)) && /^\s{0,200}[,}=]/.test(behind);
  if (!isAloneInBraces) return newName;
  if (/^[^{}]{0,1900}\}\s{0,20}from\b/.test(behind)) return `${newName} as ${name}`;
  return /^[^{}]{0,1900}\}/.test(behind) ? `${newName}: ${name}` : newName;
}
