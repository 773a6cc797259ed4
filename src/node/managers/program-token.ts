// A token from a manager's own program, which keeps one from signing in.

import type { Phrase } from '../../engine/phrase.ts';
import { ManagerFailure } from './manager-failure.ts';
import type { ManagerSession } from './manager-session.ts';
import { programFailure } from './program-failure.ts';
import { type ProgramRun, runProgram } from './run-program.ts';

export interface TokenProgram extends Pick<ProgramRun, 'program' | 'args'> {
  /** How to sign in with it, and what it says to somebody who has not. */
  readonly signIn: { readonly says: RegExp; readonly reason: Phrase };
  /** Where it writes more than the token. */
  readonly tokenIn?: (output: string) => string | undefined;
}

export async function programToken(session: ManagerSession, { program, args, signIn, tokenIn = onlyToken }: TokenProgram): Promise<string> {
  const notSignedIn = (): ManagerFailure => new ManagerFailure('not-signed-in', signIn.reason);
  const answer = await runProgram(session, { program, args }).catch((error: unknown) => {
    // Without the program there is nobody signed in: that is what helps.
    throw error instanceof ManagerFailure && error.why === 'missing-tool' ? notSignedIn() : error;
  });
  if (answer.code !== 0) throw programFailure(session, answer, signIn);
  const token = tokenIn(answer.output);
  if (token === undefined) throw notSignedIn();
  return session.keepSecret(token);
}

function onlyToken(output: string): string | undefined {
  const token = output.trim();
  return /^\S+$/.test(token) ? token : undefined;
}
