// A configuration file as its parser reads it: where its values stand, how one is written anew, and what the file says.

import { phrase } from '../../phrase.ts';
import type { Span } from '../../text.ts';
import type { TextEdit, Withheld } from '../plan.ts';
import type { Outline, Path } from './outline.ts';

export type Quote = '"' | "'" | '';

/** A value with the key in it. */
export interface ConfigValue {
  readonly kind: 'value';
  /** In the outline. */
  readonly path: Path;
  /** The names that lead to it, as people read them: `jobs`, `build`, `steps`, `0`, `env`, `TOKEN`. */
  readonly keys: readonly string[];
  /** As written, quotes included. */
  readonly span: Span;
  /** Of the key in it, as written. */
  readonly secretSpan: Span;
  readonly quote: Quote;
  /** What the text means: the key, and what stands before and after it in the same value. */
  readonly prefix: string;
  readonly secret: string;
  readonly suffix: string;
}

export interface ConfigFile {
  readonly text: string;
  readonly outline: Outline;
  readonly valueAt: (secret: Span) => ConfigValue | Withheld;
  /** Puts a text in the key's place, or in that of a part of the value, quotes added where it needs them. */
  readonly replace: (value: ConfigValue, reference: string) => TextEdit;
}

export type ReadConfigFile = (text: string) => ConfigFile | undefined;

export const inComment = phrase('The value is in a comment: remove it there.');
export const inName = phrase('The value is a name here, which cannot be looked up.');
export const isUnclear = phrase('The value contains escapes or variables that cannot be carried over safely.');
export const isBroken = phrase('This file has a syntax error there.');

/**
 * What the key means and what stands around it, from its characters as written and from those of the whole value. Undefined where
 * escapes make it unclear which part of the value it is.
 */
export function splitValue(
  written: string,
  meaning: string,
  { start, end }: Span,
  decode: (text: string) => string | undefined,
): Pick<ConfigValue, 'prefix' | 'secret' | 'suffix'> | undefined {
  const raw = written.slice(start, end);
  const secret = decode(raw);
  if (secret === undefined || secret === '') return undefined;
  const places = placesOf(meaning, secret);
  const place = places[placesOf(written.slice(0, start), raw).length];
  if (place === undefined || places.length !== placesOf(written, raw).length) return undefined;
  return { prefix: meaning.slice(0, place), secret, suffix: meaning.slice(place + secret.length) };
}

function placesOf(text: string, part: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) places.push(at);
  return places;
}
