// Environment lookups in one text: process.env.X, os.environ["X"], os.Getenv("X"), ${X} …

import { languageOf } from '../languages/catalogue.ts';
import type { SourceText, Span } from '../text.ts';
import type { LandmarksMet } from './landmarks.ts';
import { matchIn, type NearMatch, windowsAround } from './match-near.ts';
import { NeedleIndex, type NeedlePlaces } from './needle-index.ts';
import { isOrdinaryVariable } from './ordinary-variables.ts';
import { type LookupSyntax, lookupSyntaxes } from './patterns.ts';
import { isSecretName } from './secret-name.ts';

export interface NamedPlace {
  /** In the environment. Where the text says less, the span is of what it says: `var.key` reads `TF_VAR_key`. */
  readonly name: string;
  readonly span: Span;
}

/** In no particular order; a place that two patterns read is there once. */
export function findLookups(source: SourceText, met: LandmarksMet): readonly NamedPlace[] {
  const { uri, text } = source;
  const { needles, syntaxes: written } = syntaxesOf(languageOf(source)?.id ?? '');
  // Source maps are JSON with other files' text in it.
  if (written.length === 0 || uri.endsWith('.map')) return none;
  const places = needles.find(text, met);
  if (places.size === 0) return none;
  const syntaxes = written.filter(({ files }) => files === undefined || files.test(uri));
  const found = syntaxes.flatMap(syntax => lookupsOf(syntax, text, places));
  return found.length === 0 ? found : [...new Map(found.map(place => [place.span.start, place])).values()];
}

const none: readonly NamedPlace[] = [];

/** By language; there are as many as languages. */
const known = new Map<string, { readonly syntaxes: readonly LookupSyntax[]; readonly needles: NeedleIndex }>();

function syntaxesOf(language: string) {
  const before = known.get(language);
  if (before) return before;
  const syntaxes = lookupSyntaxes.filter(({ languages }) => languages.includes(language));
  const made = { syntaxes, needles: new NeedleIndex(syntaxes.flatMap(({ needles }) => needles)) };
  known.set(language, made);
  return made;
}

function lookupsOf(
  { needles, patterns, aliased, expansions, prefix }: LookupSyntax,
  text: string,
  found: NeedlePlaces,
): readonly NamedPlace[] {
  const windows = windowsAround(text, needles, found);
  if (windows.length === 0) return [];
  const places = matchIn(windows, [...patterns, ...(aliased?.(windows.map(window => window.text)) ?? [])])
    .flatMap(namesIn)
    .filter(({ name }) => !isOrdinaryVariable(name));
  if (!expansions || places.length === 0) return places;
  const assigned = namesAssignedIn(text);
  const shown = places.filter(({ name }) => isSecretName(name) && !assigned.has(name));
  return prefix === undefined ? shown : shown.map(({ name, span }) => ({ name: `${prefix}${name}`, span }));
}

function namesIn({ match, shift }: NearMatch): readonly NamedPlace[] {
  const { name, names } = match.groups ?? {};
  const indices = match.indices?.groups ?? {};
  if (name !== undefined && indices['name']) return [placeAt(name, shift + indices['name'][0])];
  return names !== undefined && indices['names'] ? destructuredNames(names, shift + indices['names'][0]) : [];
}

/** The variables in `{ A, B: local, C = 'fallback', D as E }`. */
function destructuredNames(inside: string, start: number): readonly NamedPlace[] {
  return [...inside.matchAll(/(?:^|,)\s*(?<name>[A-Za-z_$][\w$]*)/g)].map(({ 0: whole, index, groups }) => {
    const name = groups?.['name'] ?? '';
    return placeAt(name, start + index + whole.length - name.length);
  });
}

/** What .NET writes with colons has a name without them in the environment. */
function placeAt(written: string, start: number): NamedPlace {
  return { name: written.replaceAll(':', '__'), span: { start, end: start + written.length } };
}

/** Set by the text itself, `NAME=…` (in makefiles also `NAME := …`), unless that only gives the environment's own value a fallback: `NAME="${NAME:-…}"`. */
function namesAssignedIn(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { groups } of text.matchAll(assignment)) if (groups?.['name'] !== undefined) names.add(groups['name']);
  return names;
}

const assignment =
  /^[ \t]{0,200}(?:(?:export|local|readonly|declare|typeset)[ \t]{1,9}(?:-\w{1,9}[ \t]{1,9})?)?(?<name>[A-Z][A-Z0-9_]{2,99})[ \t]{0,99}:{0,2}=(?![ \t]?["']?\$\{?\k<name>\b)/gm;
