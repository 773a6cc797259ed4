// A token for Infisical: what its own tools are told by, else what its program has from signing in.
// https://infisical.com/docs/documentation/platform/identities/universal-auth

import { phrase } from '../../engine/phrase.ts';
import { ask, asRecord } from './http-client.ts';
import { ManagerFailure, unreadable } from './manager-failure.ts';
import type { ManagerSession } from './manager-session.ts';
import { programToken, type TokenProgram } from './program-token.ts';

const signIn = {
  says: /log(?:ged)? ?in|session|expired|unauthori[sz]ed|no active user/i,
  reason: phrase('Infisical is not signed in. Run “infisical login”, or set INFISICAL_TOKEN.'),
};

const program: TokenProgram = { program: 'infisical', args: ['user', 'get', 'token', '--plain', '--silent'], signIn };

export async function infisicalToken(session: ManagerSession, base: string): Promise<string> {
  const { environment } = session;
  const own = (await session.host.token(session.connection)) || environment['INFISICAL_TOKEN'];
  if (own) return session.keepSecret(own);
  const id = environment['INFISICAL_UNIVERSAL_AUTH_CLIENT_ID'];
  const secret = environment['INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET'];
  return id && secret ? session.keepSecret(await machineToken(session, base, id, secret)) : programToken(session, program);
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
