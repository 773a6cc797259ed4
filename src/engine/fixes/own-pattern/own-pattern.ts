// How a project itself reads its environment: what its code would write in the literal's place.

import type { Phrase } from '../../phrase.ts';
import type { WriteLookup } from '../dialect.ts';
import type { FileEdits, TextEdit } from '../plan.ts';
import type { Literal } from '../read-literal.ts';
import type { WayPlace } from '../way-place.ts';

export interface OwnPattern {
  /** Where it is not the variable of the request: what the pattern calls it in the environment. */
  readonly variable?: string;
  readonly also?: FileEdits;
  /** Edits to the same file that every lookup needs: a row of its configuration. */
  readonly beside?: readonly TextEdit[];
  /** What is left to do. */
  readonly next?: readonly Phrase[];
  /** The UserSecretsId of a .NET project that reads the value from its user secrets. */
  readonly userSecrets?: string;
  /** Either a lookup for every place of the value, or edits for its only one. */
  readonly change: { readonly lookup: WriteLookup } | { readonly edits: readonly TextEdit[] };
}

/** `undefined` where the pattern is not there, or it is not sure how it would go on. */
export type FindOwnPattern = (place: WayPlace, literal: Literal) => OwnPattern | undefined;

/** An expression that stands by itself. */
export function plainly(expression: string, needs: readonly string[] = []): { readonly lookup: WriteLookup } {
  return { lookup: () => ({ expression, isAtomic: true, needs }) };
}

/** One that takes the variable's name as its argument. */
export function calling(name: string, variable: string): { readonly lookup: WriteLookup } {
  return { lookup: quote => ({ expression: `${name}(${quote}${variable}${quote})`, isAtomic: true, needs: [] }) };
}
