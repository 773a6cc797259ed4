// A token for Google Cloud: of application default credentials, else of gcloud's own account.
// https://cloud.google.com/docs/authentication/application-default-credentials

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { phrase } from '../../engine/phrase.ts';
import { errorCode } from '../error-code.ts';
import { asRecord } from './http-client.ts';
import { cancelled, ManagerFailure, timedOut, unreachable } from './manager-failure.ts';
import type { ManagerSession } from './manager-session.ts';
import { programToken, type TokenProgram } from './program-token.ts';

const signIn = {
  says: /gcloud auth login|active account|reauth|invalid_grant|refresh(?:ing)? .*token|no credentialed/i,
  reason: phrase('Google Cloud is not signed in. Run “gcloud auth application-default login”.'),
};

const gcloud: TokenProgram = { program: 'gcloud', args: ['auth', 'print-access-token', '--quiet'], signIn };

const scopes = ['https://www.googleapis.com/auth/cloud-platform'];

export interface GoogleSignIn {
  readonly token: string;
  /**
   * What requests count for: a user's default credentials need it, for others it would be one more permission.
   * https://cloud.google.com/docs/quotas/set-quota-project
   */
  readonly quotaProject?: string;
}

export async function googleSignIn(session: ManagerSession, project: string): Promise<GoogleSignIn> {
  const own = await session.host.token(session.connection);
  if (own) return { token: session.keepSecret(own) };
  const credentials = await defaultCredentials(session);
  if (!credentials) return { token: await programToken(session, gcloud) };
  const { type, quota_project_id: quota } = credentials;
  const quotaProject = type === 'authorized_user' ? { quotaProject: typeof quota === 'string' ? quota : project } : {};
  return { token: session.keepSecret(await tokenOf(session, credentials)), ...quotaProject };
}

/** Where nothing else says which one. */
export async function googleProject(session: ManagerSession): Promise<string> {
  const { environment } = session;
  const named = environment['GOOGLE_CLOUD_PROJECT'] || environment['CLOUDSDK_CORE_PROJECT'];
  if (named) return named;
  const { project_id: own, quota_project_id: quota } = (await defaultCredentials(session)) ?? {};
  return typeof own === 'string' ? own : typeof quota === 'string' ? quota : '';
}

async function defaultCredentials({ environment, host }: ManagerSession): Promise<Readonly<Record<string, unknown>> | undefined> {
  const named = environment['GOOGLE_APPLICATION_CREDENTIALS'];
  const settings = environment['CLOUDSDK_CONFIG'] || settingsFolder(environment, host.homeFolder);
  try {
    return asRecord(JSON.parse(await readFile(named || join(settings, 'application_default_credentials.json'), 'utf8')));
  } catch (error) {
    if (!named) return undefined; // There is none: gcloud may have an account.
    const reason = phrase('The file in GOOGLE_APPLICATION_CREDENTIALS cannot be read ({0}).', errorCode(error));
    throw new ManagerFailure('not-signed-in', reason);
  }
}

function settingsFolder(environment: NodeJS.ProcessEnv, homeFolder: string): string {
  return process.platform === 'win32' ? join(environment['APPDATA'] ?? homeFolder, 'gcloud') : join(homeFolder, '.config', 'gcloud');
}

/** Google's library does not take a signal: it is left alone when it takes too long. */
async function tokenOf(session: ManagerSession, credentials: object): Promise<string> {
  const { host, whom } = session;
  const { signal, isTimedOut, done } = session.limit(host.requestTimeout);
  const given = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(isTimedOut() ? timedOut(whom, host.requestTimeout) : cancelled()));
  });
  try {
    const { googleAccessToken } = await host.loadGoogleAuth();
    const token = await Promise.race([googleAccessToken(credentials, scopes), given]);
    if (token === undefined) throw new ManagerFailure('not-signed-in', signIn.reason);
    return token;
  } catch (error) {
    throw error instanceof ManagerFailure ? error : refusedBy(error, whom);
  } finally {
    done();
  }
}

function refusedBy(error: unknown, whom: string): ManagerFailure {
  const { status, response, code } = error as { readonly status?: unknown; readonly response?: unknown; readonly code?: unknown };
  const wasAnswered = typeof status === 'number' || response !== undefined;
  if (!wasAnswered && typeof code === 'string' && /^E[A-Z]/.test(code)) return unreachable(whom, code);
  return new ManagerFailure('not-signed-in', signIn.reason);
}
