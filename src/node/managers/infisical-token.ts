// A token for Infisical: what its own tools are told by, else what its program has from signing in.
// https://infisical.com/docs/documentation/platform/identities/universal-auth

import { phrase } from '../../engine/phrase.ts';
import { ask, asRecord } from './http-client.ts';
import { ManagerFailure, unreadable } from './manager-failure.ts';
import type { ManagerSession } from './manager-session.ts';
import { programFailure } from './program-failure.ts';
import { runProgram } from './run-program.ts';

const signIn = {
  says: /log(?:ged)? ?in|session|expired|unauthori[sz]ed|no active user/i,
  reason: phrase('Infisical is not signed in. Run “infisical login”, or set INFISICAL_TOKEN.'),
};

export async function infisicalToken(session: ManagerSession, base: string): Promise<string> {
  const { environment } = session;
  const own = (await session.host.token(session.connection)) || environment['INFISICAL_TOKEN'];
  if (own) return session.keepSecret(own);
  const id = environment['INFISICAL_UNIVERSAL_AUTH_CLIENT_ID'];
  const secret = environment['INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET'];
  return session.keepSecret(id && secret ? await machineToken(session, base, id, secret) : await userToken(session));
}

async function machineToken(session: ManagerSession, base: string, clientId: string, clientSecret: string): Promise<string> {
  session.keepSecret(clientSecret);
  const url = new URL(`${base}/api/v1/auth/universal-auth/login`);
  const { status, body } = await ask(session, { method: 'POST', url, body: { clientId, clientSecret }, isRead: true }, [400, 401, 403]);
  if (status >= 400) throw new ManagerFailure('not-signed-in', signIn.reason);
  const { accessToken } = asRecord(body);
  if (typeof accessToken !== 'string') throw unreadable(session.whom);
  return accessToken;
}

async function userToken(session: ManagerSession): Promise<string> {
  const args = ['user', 'get', 'token', '--plain', '--silent'];
  const answer = await runProgram(session, { program: 'infisical', args }).catch(withoutProgram);
  if (answer.code !== 0) throw programFailure(session, answer, signIn);
  const token = answer.output.trim();
  if (!/^\S+$/.test(token)) throw new ManagerFailure('not-signed-in', signIn.reason);
  return token;
}

/** Without the program there is nobody signed in: that is what helps. */
function withoutProgram(error: unknown): never {
  if (error instanceof ManagerFailure && error.why === 'missing-tool') throw new ManagerFailure('not-signed-in', signIn.reason);
  throw error;
}
