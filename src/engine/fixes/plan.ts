// What a fix would do, as data: edits to one text, or withheld with the reason. Whoever applies it stores `value` first.

import type { Phrase } from '../phrase.ts';
import type { Span } from '../text.ts';

export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

export interface FixEdits {
  readonly kind: 'edits';
  /** Sorted, not overlapping, against the text the plan was made from. */
  readonly edits: readonly TextEdit[];
  /** Environment variable the code reads afterwards. */
  readonly variable: string;
  /** The literal's evaluated secret. In memory only, until it is stored. */
  readonly value: string;
  /** How many places of the value the edits replace. */
  readonly places: number;
  /** Places of the same value that had to stay, each with the reason. */
  readonly left: readonly { readonly span: Span; readonly reason: Phrase }[];
  /** What the user has to do elsewhere so that the lookup finds its value: set a repository secret, load the `.env`. */
  readonly next?: readonly Phrase[];
}

export interface Withheld {
  readonly kind: 'withheld';
  readonly reason: Phrase;
}

export type FixPlan = FixEdits | Withheld;
