// Where the names of environment variables stand in a text, to the character: what going to a definition, listing references
// and renaming need. The index of keys knows which files to ask; values are no matter here.

import { languageOf } from '../languages/catalogue.ts';
import type { SourceText, Span } from '../text.ts';
import { fileKindOf } from '../usages/file-kind.ts';
import { findDeclarations } from '../usages/find-declarations.ts';
import { findLookups } from '../usages/find-lookups.ts';
import { LandmarksMet } from '../usages/landmarks.ts';
import { findManagerReferences } from '../usages/manager-references.ts';
import { readDefinitions } from '../usages/read-definitions.ts';

/** `lookup`: reads it. `definition`: gives it a value. `template`: names it in a sample. `reference`: a manager's secret of that name. */
type VariableRole = 'lookup' | 'definition' | 'template' | 'reference';

export interface VariablePlace {
  readonly name: string;
  /** Of the name alone. */
  readonly span: Span;
  readonly role: VariableRole;
}

/** By place, each once. */
export function findVariablePlaces(source: SourceText): readonly VariablePlace[] {
  const met = new LandmarksMet();
  const places = [
    ...definitionsIn(source, met),
    ...findManagerReferences(source.text, met).flatMap(({ name, span }) => referenceIn(source.text, name, span)),
    ...findLookups(source, met).map(({ name, span }): VariablePlace => ({ name, span, role: 'lookup' })),
  ];
  const first = new Map<number, VariablePlace>();
  // `var.key` reads TF_VAR_key: a part of a name is nothing to write another name at.
  const whole = places.filter(({ name, span }) => name.length === span.end - span.start);
  for (const place of whole) if (!first.has(place.span.start)) first.set(place.span.start, place);
  return [...first.values()].toSorted((a, b) => a.span.start - b.span.start);
}

/** The place that an offset is in, or touches. */
export function variablePlaceAt(source: SourceText, offset: number): VariablePlace | undefined {
  return findVariablePlaces(source).find(({ span }) => span.start <= offset && offset <= span.end);
}

function definitionsIn(source: SourceText, met: LandmarksMet): readonly VariablePlace[] {
  const kind = fileKindOf(source);
  const language = languageOf(source)?.id ?? '';
  const role = kind === 'template' ? 'template' : 'definition';
  if (language === 'dotenv') return rowsIn(source.text, role);
  return findDeclarations(source, met).map(({ name, span }) => ({ name, span, role }));
}

/** The rows of an environment file, and where other rows take their values up: a search for lookups leaves out what the text itself sets. */
function rowsIn(text: string, role: VariableRole): readonly VariablePlace[] {
  const definitions = readDefinitions(text).map(({ name, nameSpan }): VariablePlace => ({ name, span: nameSpan, role }));
  const defined = new Set(definitions.map(({ name }) => name));
  const expansions = [...text.matchAll(/(?<!\\)\$\{?(?<name>[A-Za-z_]\w{0,99})/dg)].flatMap(match => namedIn(match, 'lookup'));
  return [...definitions, ...expansions.filter(({ name }) => defined.has(name))];
}

function namedIn({ groups, indices }: RegExpExecArray, role: VariableRole): readonly VariablePlace[] {
  const [start, end] = indices?.groups?.['name'] ?? [];
  return start === undefined || end === undefined ? [] : [{ name: groups?.['name'] ?? '', span: { start, end }, role }];
}

/** `${{ secrets.NAME }}`; references by path name no variable. */
function referenceIn(text: string, name: string, { start, end }: Span): readonly VariablePlace[] {
  if (!/^[A-Za-z_]\w*$/.test(name)) return [];
  const from = start + text.slice(start, end).lastIndexOf(name);
  return [{ name, span: { start: from, end: from + name.length }, role: 'reference' }];
}
