// Why a manager could not do what it was asked, thrown inside and answered as `failed` at the door. Sentences hold nothing of the
// value: what a manager says is told only after `ManagerSession.hide`.

import type { StoreFailed, StoreFailureKind } from '../../engine/managers/secret-store.ts';
import { type Phrase, phrase } from '../../engine/phrase.ts';

export interface FailureFacts {
  /** The request was sent, and what became of it is not known. */
  readonly mayHaveHappened?: boolean;
  /** Milliseconds after which asking again makes sense; nothing was done so far. */
  readonly retryAfter?: number;
}

export class ManagerFailure extends Error {
  readonly why: StoreFailureKind;
  readonly phrase: Phrase;
  readonly mayHaveHappened: boolean;
  readonly retryAfter: number | undefined;

  constructor(why: StoreFailureKind, reason: Phrase, { mayHaveHappened = false, retryAfter }: FailureFacts = {}) {
    super(reason.text);
    this.name = 'ManagerFailure';
    this.why = why;
    this.phrase = reason;
    this.mayHaveHappened = mayHaveHappened;
    this.retryAfter = retryAfter;
  }
}

export function failed({ why, phrase: reason }: ManagerFailure, mayBeStored = false): StoreFailed {
  return { kind: 'failed', why, reason, mayBeStored };
}

export function unreachable(whom: string, code: string, facts?: FailureFacts): ManagerFailure {
  return new ManagerFailure('unreachable', phrase('{0} cannot be reached ({1}). Check its address and your network.', whom, code), facts);
}

export function timedOut(whom: string, milliseconds: number, facts?: FailureFacts): ManagerFailure {
  const reason = phrase('{0} did not answer within {1} seconds.', whom, Math.max(1, Math.round(milliseconds / 1000)));
  return new ManagerFailure('timed-out', reason, facts);
}

export function cancelled(facts?: FailureFacts): ManagerFailure {
  return new ManagerFailure('cancelled', phrase('It was cancelled.'), facts);
}

export function unreadable(whom: string, facts?: FailureFacts): ManagerFailure {
  const reason = phrase('{0} gave an answer that cannot be understood. Is its address right, and is nothing else in between?', whom);
  return new ManagerFailure('unreadable-answer', reason, facts);
}

export function forbidden(whom: string, said: string): ManagerFailure {
  const reason = said
    ? phrase('{0} does not allow it: {1}. Storing needs the permission to create the secret and to read it back.', whom, said)
    : phrase('{0} does not allow it. Storing needs the permission to create the secret and to read it back.', whom);
  return new ManagerFailure('forbidden', reason);
}

export function refused(whom: string, said: string): ManagerFailure {
  return new ManagerFailure('refused', said ? phrase('{0} refused it: {1}', whom, said) : phrase('{0} refused it.', whom));
}

export function rateLimited(whom: string, retryAfter: number): ManagerFailure {
  return new ManagerFailure('rate-limited', phrase('{0} takes no more requests for now. Try again in a while.', whom), { retryAfter });
}

export function serverError(whom: string, status: number | string, said: string, facts?: FailureFacts): ManagerFailure {
  const reason = said
    ? phrase('{0} failed ({1}): {2}. Try again later.', whom, status, said)
    : phrase('{0} failed ({1}). Try again later.', whom, status);
  return new ManagerFailure('server-error', reason, facts);
}

export function notFound(reason: Phrase): ManagerFailure {
  return new ManagerFailure('not-found', reason);
}
