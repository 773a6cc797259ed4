// Environment lookups in one text: process.env.X, os.environ["X"], os.Getenv("X"), ${X} …

import type { SourceText, Span } from '../text.ts';
import { pathOf } from './file-kind.ts';
import { isOrdinaryVariable } from './ordinary-variables.ts';
import { type LookupSyntax, lookupSyntaxes } from './patterns.ts';
import { isSecretName } from './secret-name.ts';

export interface NamedPlace {
  readonly name: string;
  readonly span: Span;
}

/** In no particular order; a place that two patterns read is there once. */
export function findLookups(source: SourceText): readonly NamedPlace[] {
  const syntax = lookupSyntaxOf(source);
  if (!syntax?.needles.some(needle => source.text.includes(needle))) return [];
  const places = new Map<number, NamedPlace>();
  for (const pattern of syntax.patterns) {
    for (const match of source.text.matchAll(pattern)) {
      for (const place of namesIn(match)) places.set(place.span.start, place);
    }
  }
  const found = [...places.values()].filter(({ name }) => !isOrdinaryVariable(name));
  if (!syntax.expansions) return found;
  const assigned = namesAssignedIn(source.text);
  return found.filter(({ name }) => isSecretName(name) && !assigned.has(name));
}

function lookupSyntaxOf({ uri, languageId }: SourceText): LookupSyntax | undefined {
  const byLanguage = syntaxByLanguage.get(languageId);
  if (byLanguage !== undefined) return byLanguage;
  const fileName = pathOf(uri).split('/').at(-1)?.toLowerCase() ?? '';
  const dot = fileName.lastIndexOf('.');
  return syntaxByFile.get(fileName) ?? (dot === -1 ? undefined : syntaxByFile.get(fileName.slice(dot)));
}

const syntaxByLanguage = new Map(lookupSyntaxes.flatMap(syntax => syntax.languageIds.map(id => [id, syntax] as const)));
const syntaxByFile = new Map(lookupSyntaxes.flatMap(syntax => syntax.files.map(file => [file, syntax] as const)));

function namesIn(match: RegExpExecArray): readonly NamedPlace[] {
  const name = match.groups?.['name'];
  const nameIndices = match.indices?.groups?.['name'];
  if (name !== undefined && nameIndices) return [{ name, span: { start: nameIndices[0], end: nameIndices[1] } }];
  const names = match.groups?.['names'];
  const namesIndices = match.indices?.groups?.['names'];
  return names !== undefined && namesIndices ? destructuredNames(names, namesIndices[0]) : [];
}

/** The variables in `{ A, B: local, C = 'fallback', D as E }`. */
function destructuredNames(inside: string, start: number): readonly NamedPlace[] {
  const places: NamedPlace[] = [];
  for (const match of inside.matchAll(/(?:^|,)\s*(?<name>[A-Za-z_$][\w$]*)/g)) {
    const name = match.groups?.['name'] ?? '';
    const nameStart = start + match.index + match[0].length - name.length;
    places.push({ name, span: { start: nameStart, end: nameStart + name.length } });
  }
  return places;
}

/** Set by the text itself, `NAME=…`, unless that only gives the environment's own value a fallback: `NAME="${NAME:-…}"`. */
function namesAssignedIn(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { groups } of text.matchAll(assignment)) if (groups?.['name'] !== undefined) names.add(groups['name']);
  return names;
}

const assignment =
  /^[ \t]{0,200}(?:(?:export|local|readonly|declare|typeset)[ \t]{1,9}(?:-\w{1,9}[ \t]{1,9})?)?(?<name>[A-Z][A-Z0-9_]{2,99})=(?!["']?\$\{?\k<name>\b)/gm;
