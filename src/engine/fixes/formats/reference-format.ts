// The formats that put `${NAME}` or the like into a value: what differs between them is data.

import { type Phrase, phrase } from '../../phrase.ts';
import { withheld } from '../dialect.ts';
import type { Withheld } from '../plan.ts';
import type { EnvironmentFixRequest } from '../plan-environment-fix.ts';
import { type ConfigFile, type ConfigValue, isUnclear, type Quote, type ReadConfigFile } from './config-file.ts';
import type { FormatFix } from './format-fix.ts';
import type { OutlineChange } from './outline.ts';
import { type PlaceRewrite, planPlaces } from './plan-places.ts';

interface ReferenceRequest extends Pick<EnvironmentFixRequest, 'variable' | 'style'> {
  /** Around the whole value, so that the reference can use the other kind. */
  readonly quote: Quote;
}

export interface ReferenceFormat extends Pick<FormatFix, 'id' | 'title' | 'matches'> {
  readonly read: ReadConfigFile;
  readonly reference: (request: ReferenceRequest) => string;
  /** Why this value takes no reference. */
  readonly refuse?: (place: ConfigValue, request: EnvironmentFixRequest) => Phrase | undefined;
  /** What the tool takes the characters of the file for, where that is not the value; undefined where it computes a part of it. */
  readonly meaningOf?: (written: string) => string | undefined;
  /** A reference can stand in the default of another one. */
  readonly nests?: boolean;
  readonly next?: (variable: string, place: ConfigValue) => readonly Phrase[];
}

export function referenceFormat(format: ReferenceFormat): FormatFix {
  const { id, title, matches, read } = format;
  return {
    id,
    title,
    matches,
    plan: request => planPlaces(request, read, (place, file) => referTo(format, request, place, file)),
  };
}

function referTo(format: ReferenceFormat, request: EnvironmentFixRequest, place: ConfigValue, file: ConfigFile): PlaceRewrite | Withheld {
  const { variable, style } = request;
  const reason = format.refuse?.(place, request);
  if (reason !== undefined) return withheld(reason);
  const value = (format.meaningOf ?? withoutReferences)(place.secret);
  if (value === undefined) return withheld(isUnclear);
  const whole = withoutOwnDefault(place, variable);
  if (isInside(whole.prefix, format.nests === true)) return withheld(inReference);
  return replacePlace(file, whole, format.reference({ variable, style, quote: place.quote }), {
    value,
    next: format.next?.(variable, place) ?? [],
  });
}

const inReference = phrase('The value is inside a reference to another variable: write the reference anew.');

/** Behind an opening `${`: where references nest, its name at least has to be over. */
function isInside(prefix: string, nests: boolean): boolean {
  return (nests ? /\$\{[^}:-]*$/ : /\$\{[^}]*$/).test(prefix);
}

/** A key with a reference in it is computed; nothing else has a meaning to the tool. */
function withoutReferences(written: string): string | undefined {
  return /\$[{(]|\{[{%]|<%/.test(written) ? undefined : written;
}

/** `${NAME:-key}`, where NAME is the variable the key moves to: the reference takes the place of all of it. */
function withoutOwnDefault(place: ConfigValue, variable: string): ConfigValue {
  const [opening] = /\$\{(?:\w+:)?(\w+):?-?$/.exec(place.prefix) ?? [];
  if (opening === undefined || !new RegExp(`[{:]${variable}:?-?$`).test(opening) || !place.suffix.startsWith('}')) return place;
  const { prefix, secret, suffix, secretSpan } = place;
  return {
    ...place,
    prefix: prefix.slice(0, -opening.length),
    secret: `${opening}${secret}}`,
    suffix: suffix.slice(1),
    secretSpan: { start: secretSpan.start - opening.length, end: secretSpan.end + 1 },
  };
}

/** The key's characters become a reference; whatever else the value says stays. */
export function replacePlace(
  file: ConfigFile,
  place: ConfigValue,
  reference: string,
  { value = place.secret, next = [] }: { readonly value?: string; readonly next?: readonly Phrase[] } = {},
): PlaceRewrite {
  return { kind: 'rewrite', value, edits: [file.replace(place, reference)], changes: [spliceOf(place, reference)], next };
}

function spliceOf({ path, prefix, secret }: ConfigValue, text: string): OutlineChange {
  return { kind: 'splice', path, start: prefix.length, end: prefix.length + secret.length, text };
}

/** What most of these tools have in common. */
export function setFor(tool: string): (variable: string) => readonly Phrase[] {
  return variable => [phrase('{0} reads no .env by itself: set {1} in the environment it runs in.', tool, variable)];
}
