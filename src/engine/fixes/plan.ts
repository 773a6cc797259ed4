// What a fix would do, as data: edits to one text, or withheld with the reason. Whoever applies it stores `value` first.

import type { SecretAddress } from '../managers/secret-address.ts';
import type { Phrase } from '../phrase.ts';
import type { Span } from '../text.ts';

export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

export interface FileEdits {
  /** From the project's folder on. */
  readonly path: string;
  /** What the edits are made against: in a file that reads otherwise by now, they must not be done. */
  readonly text: string;
  readonly edits: readonly TextEdit[];
  /** There is no such file yet: it is made, from an empty text. */
  readonly isNew?: true;
}

export interface FixEdits {
  readonly kind: 'edits';
  /** Sorted, not overlapping, against the text the plan was made from. */
  readonly edits: readonly TextEdit[];
  /** Environment variable the value belongs to; the code reads it afterwards, unless `reads` says otherwise. */
  readonly variable: string;
  /** Another variable that the code reads instead, whose value is not known here: that of a gateway. */
  readonly reads?: string;
  /** The secret of a manager that the code reads instead, or that its process is started with. */
  readonly secret?: SecretAddress;
  /** Edits to other files of the project, without which the code would not work: a row of its schema, a helper it calls. */
  readonly also?: readonly FileEdits[];
  /** The literal's evaluated secret. In memory only, until it is stored. */
  readonly value: string;
  /** How many places of the value the edits replace. */
  readonly places: number;
  /** Places of the same value that had to stay, each with the reason. */
  readonly left: readonly { readonly span: Span; readonly reason: Phrase }[];
  /** What the user has to do elsewhere so that the lookup finds its value: set a repository secret, load the `.env`. */
  readonly next?: readonly Phrase[];
  /** What the user runs: it installs what the code needs, or starts the program. Shown and copied, never run by us. */
  readonly command?: string;
  /** UserSecretsId of the .NET project whose user secrets, outside the workspace, take the value instead of an environment file. */
  readonly userSecrets?: string;
}

export interface Withheld {
  readonly kind: 'withheld';
  readonly reason: Phrase;
}

export type FixPlan = FixEdits | Withheld;
