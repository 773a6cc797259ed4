// What a way of fixing is given: the code, every literal of the value in it, and what was asked for.

import type { CodeView } from './code-view.ts';
import type { FileContext } from './dialect.ts';
import type { FixRequest } from './fix-way.ts';
import type { Literal } from './read-literal.ts';

export interface WayPlace {
  readonly view: CodeView;
  readonly literals: readonly Literal[];
  /** No place of the value but in those literals. */
  readonly isEverywhere: boolean;
  readonly context: FileContext;
  readonly request: FixRequest;
  readonly taken: ReadonlySet<string>;
}
