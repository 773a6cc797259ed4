// A token for Azure: of the account in VS Code, else of its command line.

import { phrase } from '../../engine/phrase.ts';
import { asRecord } from './http-client.ts';
import type { ManagerSession } from './manager-session.ts';
import { programToken } from './program-token.ts';

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
  return programToken(session, { program: 'az', args, signIn, tokenIn });
}

function tokenIn(output: string): string | undefined {
  try {
    const { accessToken } = asRecord(JSON.parse(output));
    return typeof accessToken === 'string' && accessToken !== '' ? accessToken : undefined;
  } catch {
    return undefined; // Some other text: nobody is signed in.
  }
}
