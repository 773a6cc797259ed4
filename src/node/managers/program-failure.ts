// What a program's words mean: programs have one exit code for all that goes wrong.

import { type Phrase, phrase } from '../../engine/phrase.ts';
import { forbidden, ManagerFailure, notFound, rateLimited, refused, serverError, timedOut, unreachable } from './manager-failure.ts';
import type { ManagerSession } from './manager-session.ts';
import type { ProgramOutput } from './run-program.ts';

/** The first that fits. */
const meanings: readonly (readonly [RegExp, (session: ManagerSession, said: string, mayHaveHappened: boolean) => ManagerFailure])[] = [
  [/certificate|x509|CERTIFICATE_VERIFY_FAILED/i, untrusted],
  [/\b429\b|rate.?limit|too many requests/i, ({ whom }) => rateLimited(whom, 1000)],
  [/\b403\b|forbidden|permission|not (?:authorized|allowed)|does(?:n.t| not) have access/i, ({ whom }, said) => forbidden(whom, said)],
  [/time.?d? ?out|deadline exceeded/i, ({ whom, host }, _, mayHaveHappened) => timedOut(whom, host.programTimeout, { mayHaveHappened })],
  [/dial tcp|connection re|no such host|network|lookup |connect(?:ion)? error|unreachable|\bEOF\b/i, cutOff],
  [
    /\b5\d\d\b|internal (?:server )?error|service unavailable/i,
    ({ whom }, said, mayHaveHappened) => serverError(whom, '5xx', said, { mayHaveHappened }),
  ],
];

/** `signIn`: how to sign in with this program, and what it says to somebody who has not. */
export function programFailure(
  session: ManagerSession,
  { said, errors }: ProgramOutput,
  signIn: { readonly says: RegExp; readonly reason: Phrase },
  { changes = false, place }: { readonly changes?: boolean; readonly place?: RegExp } = {},
): ManagerFailure {
  if (signIn.says.test(errors)) return new ManagerFailure('not-signed-in', signIn.reason);
  if (place?.test(errors)) return notFound(phrase('{0} does not know it: {1}', session.whom, said));
  const meaning = meanings.find(([says]) => says.test(errors))?.[1];
  if (meaning) return meaning(session, said, changes);
  const { why, phrase: reason } = refused(session.whom, said);
  return new ManagerFailure(why, reason, { mayHaveHappened: changes });
}

function cutOff({ whom }: ManagerSession, said: string, changes: boolean): ManagerFailure {
  return unreachable(whom, said || '…', { mayHaveHappened: changes && !/refused|no such host|lookup /i.test(said) });
}

function untrusted({ whom }: ManagerSession, said: string): ManagerFailure {
  const reason = phrase(
    'The certificate of {0} is not trusted ({1}), so nothing was sent. Add the certificate authority to this machine.',
    whom,
    said,
  );
  return new ManagerFailure('certificate', reason);
}
