// How a literal becomes a lookup in one language. A dialect knows the places where the language takes an expression, and
// writes it; what is looked up (an environment variable, later a manager's secret) is given to it.

import type { Phrase } from '../phrase.ts';
import type { ProjectFacts } from '../project/project-facts.ts';
import type { LookupStyle } from '../settings/settings.ts';
import type { PositionKind } from '../syntax/grammar.ts';
import type { Span } from '../text.ts';
import type { CodeView } from './code-view.ts';
import type { TextEdit, Withheld } from './plan.ts';
import type { Literal } from './read-literal.ts';

/** The code that reads a value. */
export interface Lookup {
  readonly expression: string;
  /** Binds tighter than any operator, so that it needs no parentheses. */
  readonly isAtomic: boolean;
  /** Imports and helpers the expression relies on, as ids of the dialect that wrote it. */
  readonly needs: readonly string[];
}

export interface Place {
  readonly view: CodeView;
  readonly literal: Literal;
  readonly context: FileContext;
  /** Writes the lookup with the given kind of quote. */
  readonly lookup: (quote: string) => Lookup;
}

export interface Rewrite {
  readonly kind: 'rewrite';
  readonly edits: readonly TextEdit[];
  readonly needs: readonly string[];
}

export interface EnvironmentRequest {
  readonly view: CodeView;
  readonly variable: string;
  readonly style: LookupStyle;
  /** How many lookups the fix will write at most. */
  readonly places: number;
  /** The literals they take the place of. */
  readonly spans?: readonly Span[];
  /** Texts of the other files of the same package or folder, where the caller knows them. */
  readonly siblings?: readonly string[];
  readonly context: FileContext;
}

/** Where the text is. */
export interface FileContext {
  readonly uri: string;
  /** Where the caller knows it. */
  readonly project?: ProjectFacts;
}

/** Writes the lookup with the given kind of quote, for a literal that begins at an offset. */
export type WriteLookup = (quote: string, at: number) => Lookup;

export type Refusals = Readonly<Partial<Record<PositionKind, Phrase>>>;

export interface Dialect {
  /** Why nothing in this text may read its environment. */
  readonly refuse?: (view: CodeView, context: FileContext) => Phrase | undefined;
  /** Why no expression can stand in a place, by what the syntax tree calls it. */
  readonly refusals?: Refusals;
  /** The same, told by patterns, where there is no tree. */
  readonly guessRefusal?: (view: CodeView, literal: Literal) => Phrase | undefined;
  readonly environmentLookup: (request: EnvironmentRequest) => WriteLookup;
  readonly rewrite: (place: Place) => Rewrite | Withheld;
  /** Adds what the rewrites rely on, once. */
  readonly supply?: (view: CodeView, needs: ReadonlySet<string>, context: SupplyContext) => readonly TextEdit[];
}

interface SupplyContext {
  /** Texts of the other files of the same package or folder, where the caller knows them. */
  readonly siblings: readonly string[];
}

export function withheld(reason: Phrase): Withheld {
  return { kind: 'withheld', reason };
}

export function rewriteTo(edits: readonly TextEdit[], { needs }: Pick<Lookup, 'needs'>): Rewrite {
  return { kind: 'rewrite', edits, needs };
}
