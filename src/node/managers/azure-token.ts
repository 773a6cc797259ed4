// A token for Azure: of the account in VS Code, else of its command line.

import { phrase } from '../../engine/phrase.ts';
import { asRecord } from './http-client.ts';
import { ManagerFailure } from './manager-failure.ts';
import type { ManagerSession } from './manager-session.ts';
import { programFailure } from './program-failure.ts';
import { runProgram } from './run-program.ts';

const signIn = {
  says: /az login|AADSTS|refresh token|not logged in|interactive authentication/i,
  reason: phrase('Azure is not signed in. Sign in to a Microsoft account in VS Code, or run “az login”.'),
};

/** `service`: whose token, such as `https://vault.azure.net`. */
export async function azureToken(session: ManagerSession, service: string): Promise<string> {
  const own = await session.host.token(session.connection);
  if (own) return session.keepSecret(own);
  const { scope } = session.connection;
  const args = ['account', 'get-access-token', '--resource', service, '--output', 'json', ...(scope ? ['--tenant', scope] : [])];
  const answer = await runProgram(session, { program: 'az', args }).catch(withoutProgram);
  if (answer.code !== 0) throw programFailure(session, answer, signIn);
  const token = tokenIn(answer.output);
  if (token === undefined) throw new ManagerFailure('not-signed-in', signIn.reason);
  return session.keepSecret(token);
}

/** Without the program there is nobody signed in: that is what helps. */
function withoutProgram(error: unknown): never {
  if (error instanceof ManagerFailure && error.why === 'missing-tool') throw new ManagerFailure('not-signed-in', signIn.reason);
  throw error;
}

function tokenIn(output: string): string | undefined {
  try {
    const { accessToken } = asRecord(JSON.parse(output));
    return typeof accessToken === 'string' && accessToken !== '' ? accessToken : undefined;
  } catch {
    return undefined; // Some other text: the caller says that nobody is signed in.
  }
}
