// A check that needs only one text: a pure function of it and of what the scan found in it.

import type { Phrase } from '../../phrase.ts';
import type { Span } from '../../text.ts';
import type { Check } from '../check.ts';
import type { Problem } from '../problem.ts';
import type { CheckedText } from './checked-text.ts';

/** Asked about a text that holds one of its landmarks, has keys if it is about those, or goes by a name it is about. */
export interface TextCheck extends Check {
  /**
   * Lower-case texts, three characters or more. The scan meets them on its way: to search each text for them would take longer than
   * the scan itself.
   */
  readonly landmarks?: readonly string[];
  /** Found, or looked up. */
  readonly isAboutKeys?: true;
  /** Of the last part of a path. */
  readonly files?: RegExp;
  /** In any order. */
  readonly find: (text: CheckedText) => readonly Sighting[];
}

/** A problem before it is located. */
export type Sighting = Pick<Problem, 'fingerprint' | 'names' | 'repairs'> & {
  readonly span: Span;
  readonly message: Phrase;
};
