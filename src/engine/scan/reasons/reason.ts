// What a named reason reads, and what it may answer. Reasons are how a match is believed or doubted beyond its pattern.

import type { Reason } from '../trace.ts';

/**
 * A value that may be a secret, with its surroundings. In memory only while it is judged: nobody may keep it. All but the value is read when
 * it is first asked for: to ask late is cheap.
 */
export interface Candidate {
  readonly value: string;
  /** Identifier, key or variable the value is assigned to, as written, or `''`. */
  readonly name: string;
  /** What stands ahead of it on its line, a few hundred characters at most. */
  readonly left: string;
  /** The character right behind it, or `''`. */
  readonly next: string;
  readonly uri: string;
  readonly languageId: string;
}

/** A reason without its name: the catalogue knows under which name the check is listed. */
export type Opinion = Omit<Reason, 'name'>;

/** Has an opinion on the candidate, or none. Linear in the value and the line; the detail never holds a part of the value. */
export type Check = (candidate: Candidate) => Opinion | undefined;

export function believe(detail: string): Opinion {
  return { verdict: 'believe', detail };
}

export function doubt(detail: string): Opinion {
  return { verdict: 'doubt', detail };
}

export function refuse(detail: string): Opinion {
  return { verdict: 'refuse', detail };
}
