// What both of AWS's stores share: where they are, how to sign in, and what their errors mean. Signing in, regions and profiles are
// AWS's own business: its client takes them from where its programs do.

import type { ManagerConnection } from '../../engine/managers/secret-store.ts';
import { phrase } from '../../engine/phrase.ts';
import { isCertificateCode, isLoopback, untrusted } from './http-client.ts';
import {
  cancelled,
  forbidden,
  ManagerFailure,
  rateLimited,
  refused,
  serverError,
  timedOut,
  unreachable,
  unreadable,
} from './manager-failure.ts';
import type { ManagerSession } from './manager-session.ts';

/** A client's settings. Trying again is left to us: a creation that is tried again looks like somebody else's. */
export function awsSettings({ connection: { endpoint, scope }, host, whom }: ManagerSession, region: string) {
  if (endpoint && !mayCarrySecrets(endpoint))
    throw new ManagerFailure('refused', phrase('{0} would be reached without encryption. Use its https address.', whom));
  return {
    ...(region && { region }),
    ...(endpoint && { endpoint }),
    ...(scope && { profile: scope }),
    maxAttempts: 1,
    logger: silent,
    requestHandler: { requestTimeout: host.requestTimeout, connectionTimeout: Math.min(host.requestTimeout, 10_000) },
  };
}

/** The client logs what it sends at level `debug`. */
const silent = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };

function mayCarrySecrets(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname } = new URL(endpoint);
  return protocol === 'https:' || isLoopback(hostname);
}

/** Of the profile, the region is not known before AWS's client has read it. */
export function awsHost(service: string, { endpoint, container }: ManagerConnection, environment: NodeJS.ProcessEnv): string {
  // https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html: AWS's own client goes by these, too.
  const name = service === 'ssm' ? 'AWS_ENDPOINT_URL_SSM' : 'AWS_ENDPOINT_URL_SECRETS_MANAGER';
  const told = endpoint || environment[name] || environment['AWS_ENDPOINT_URL'];
  if (told) return URL.canParse(told) ? new URL(told).host : told;
  const region = container || environment['AWS_REGION'] || environment['AWS_DEFAULT_REGION'];
  return region ? `${service}.${region}.amazonaws.com` : `${service}.amazonaws.com`;
}

type Sending<Output> = (settings: { readonly abortSignal: AbortSignal }) => Promise<Output>;

/** One command: bounded, cancellable, its errors as everybody's. `expected`: names of errors that are answers. */
export async function askAws<Output>(
  session: ManagerSession,
  { name, changes }: { readonly name: string; readonly changes: boolean },
  send: Sending<Output>,
  expected: readonly string[] = [],
): Promise<Output | string> {
  return session.patiently(async () => {
    const { signal, isTimedOut, done } = session.limit(session.host.requestTimeout);
    const start = Date.now();
    try {
      const output = await send({ abortSignal: signal });
      session.host.log(`AWS ${name}: done in ${Date.now() - start} ms`);
      return output;
    } catch (error) {
      const code = nameOf(error);
      session.host.log(`AWS ${name}: ${code}`);
      if (expected.includes(code)) return code;
      if (isTimedOut()) throw timedOut(session.whom, session.host.requestTimeout, { mayHaveHappened: changes });
      if (signal.aborted) throw cancelled({ mayHaveHappened: changes });
      throw failureOf(session, error, code, changes);
    } finally {
      done();
    }
  });
}

interface AwsError {
  readonly name: string;
  readonly code?: unknown;
  readonly message: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly $response?: { readonly headers?: Readonly<Record<string, string>>; readonly statusCode?: number };
}

/** Service errors go by their name, system errors by their code. */
function nameOf(error: unknown): string {
  const { name, code } = error as AwsError;
  return typeof code === 'string' ? code : name;
}

// https://docs.aws.amazon.com/secretsmanager/latest/apireference/CommonErrors.html
const signInErrors =
  /^(?:CredentialsProviderError|ExpiredToken(?:Exception)?|UnrecognizedClientException|InvalidClientTokenId|InvalidSignatureException|SignatureDoesNotMatch|IncompleteSignature|MissingAuthenticationToken(?:Exception)?|NotAuthorized|InvalidGrantException|UnauthorizedException|TokenRefreshRequired)$/;
const busyErrors =
  /^(?:Throttling(?:Exception)?|TooManyRequestsException|RequestLimitExceeded|ThrottledException|TooManyUpdates|SlowDown)$/;

function failureOf(session: ManagerSession, error: unknown, code: string, changes: boolean): ManagerFailure {
  const { whom } = session;
  const facts = { mayHaveHappened: changes };
  const { message, $metadata, $response } = error as AwsError;
  const status = $metadata?.httpStatusCode ?? $response?.statusCode;
  const said = session.hide(typeof message === 'string' ? message : '');
  if (signInErrors.test(code)) return notSignedIn(session);
  if (busyErrors.test(code) || status === 429) return rateLimited(whom, delayOf($response?.headers));
  if (/Region is missing/i.test(said))
    return new ManagerFailure('refused', phrase('No region is set for {0}. Set one, or AWS_REGION, or a region in the profile.', whom));
  if (code === 'AccessDeniedException' || code === 'AccessDenied' || status === 403) return forbidden(whom, said);
  if (code === 'TimeoutError') return timedOut(whom, session.host.requestTimeout, facts);
  if (status !== undefined && status >= 500) return serverError(whom, status, said, facts);
  if (code === 'SyntaxError' || (status !== undefined && status < 300)) return unreadable(whom, facts);
  if (status !== undefined) return refused(whom, said || code);
  if (isCertificateCode(code)) return untrusted(whom, code);
  return unreachable(whom, code, { mayHaveHappened: changes && !/^E(?:CONNREFUSED|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH)$/.test(code) });
}

function notSignedIn({ whom, connection: { scope } }: ManagerSession): ManagerFailure {
  const reason = scope
    ? phrase('There are no valid AWS credentials for {0} in the profile {1}. Sign in with “aws sso login --profile {1}”.', whom, scope)
    : phrase('There are no valid AWS credentials for {0}. Sign in with “aws sso login” or “aws configure”, or choose a profile.', whom);
  return new ManagerFailure('not-signed-in', reason);
}

function delayOf(headers: Readonly<Record<string, string>> = {}): number {
  const seconds = Number(headers['retry-after']);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : 1000;
}

export function timeOf(date: Date | undefined): { readonly changed?: number } {
  return date === undefined ? {} : { changed: date.getTime() };
}
