// A check that needs only one text: a pure function of it and of what the scan found in it.

import type { Phrase } from '../../phrase.ts';
import type { Span } from '../../text.ts';
import type { Check } from '../check.ts';
import type { Problem } from '../problem.ts';
import type { CheckedText } from './checked-text.ts';

export interface TextCheck extends Check {
  /**
   * Lower-case texts, three characters or more, of which each place it is about holds one. The scan meets them on its way, so that
   * a check need not search the text: nothing else is cheap enough for what runs on every file.
   */
  readonly landmarks?: readonly string[];
  /** In any order. Must cost next to nothing where there are no landmarks, findings or usages. */
  readonly find: (text: CheckedText) => readonly Sighting[];
}

/** A problem before it is located. */
export type Sighting = Pick<Problem, 'fingerprint' | 'names' | 'repairs'> & {
  readonly span: Span;
  readonly message: Phrase;
};
