// One way to refer to a secret that a manager keeps, as data: a reference in a string, a call of an SDK, a command.

import type { ManagerId } from '../managers/manager-id.ts';
import type { SecretAddress } from '../managers/secret-address.ts';

/** The groups of a match; a pattern need not have them all. */
type ReferenceParts = Readonly<Partial<Record<string, string>>>;

export interface ReferenceSyntax {
  /** What must occur before the patterns are tried: texts that hold a landmark (landmarks.ts), so that no text is searched for them. */
  readonly needles: readonly string[];
  /**
   * Flag `g`. The group `name` names the secret; its place is the whole match, or the group `place` where there is one (flag `d`).
   * Linear: bounded repetition only.
   */
  readonly patterns: readonly RegExp[];
  /** What else the text must say for it to be a manager's: a function called `getSecret` may be anybody's. */
  readonly onlyIf?: RegExp;
  readonly manager?: ManagerId;
  /** Where the secret is; without it the name alone says it. Nothing where the text does not tell. */
  readonly addressOf?: (parts: ReferenceParts) => Omit<SecretAddress, 'manager'> | undefined;
}

/** Around a name that is written in code: the quotes of all languages. */
export const quote = '["\'`]';

/** A call's arguments up to one by this name, in whatever way the language passes it: `SecretId:`, `SecretId=`, `'SecretId' =>`, `.secretId(`. */
export function argument(name: string): string {
  return String.raw`[^;]{0,300}?\b(?:${name})["']?\s{0,9}(?:=>|[:=(])\s{0,9}(?:[\w.]{1,30}\(\s{0,9}|&)?`;
}

/** The rest of a command, over continued lines, up to one of these options. */
export function option(names: string): string {
  return String.raw`(?:[^\n;|&\\]|\\\r?\n|\\[^\r\n]){0,300}?\s(?:${names})(?:=|\s{1,9})["']?`;
}
