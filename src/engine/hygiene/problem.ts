// What a check found, as plain data that crosses threads. Never holds a secret.

import type { TextEdit } from '../fixes/plan.ts';
import type { Phrase } from '../phrase.ts';
import type { Span } from '../text.ts';

export interface Problem {
  readonly checkId: string;
  /** Of the file it is shown in: URI in the editor, path in the terminal. */
  readonly uri: string;
  /** What is underlined; empty at the start for the file as a whole. */
  readonly span: Span;
  /** Zero-based, columns in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: Phrase;
  /** The key it is about, by its id in the index or its value's fingerprint, when it is about one. */
  readonly fingerprint?: string;
  /** Names of variables it is about. */
  readonly names?: readonly string[];
  /** The other places that make it one: the same value elsewhere. */
  readonly related?: readonly RelatedPlace[];
  readonly repairs?: readonly Repair[];
}

export interface RelatedPlace {
  readonly uri: string;
  readonly line: number;
  readonly column: number;
  readonly message: Phrase;
}

/**
 * What can be done about it. Edits are applied to the problem's file; the others are asked of whoever can do them.
 * `keep-value`: the value at the problem's place is stored as the variable before the edits take it away. `delete-file`: the file is a
 * copy that nobody needs. `another-value`: the row of an environment file takes a key of its own.
 */
export type Repair =
  | { readonly kind: 'edits'; readonly title: Phrase; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'keep-value'; readonly title: Phrase; readonly variable: string; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'another-value'; readonly title: Phrase; readonly variable: string }
  | { readonly kind: 'delete-file'; readonly title: Phrase }
  | { readonly kind: 'owner-only'; readonly title: Phrase }
  | { readonly kind: 'git-ignore'; readonly title: Phrase }
  | { readonly kind: 'encrypt'; readonly title: Phrase }
  | { readonly kind: 'git-untrack'; readonly title: Phrase }
  | { readonly kind: 'open'; readonly title: Phrase; readonly url: string };
