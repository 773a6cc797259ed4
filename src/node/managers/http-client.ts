// JSON over HTTPS with a manager: bounded in time and size, cancellable, patient where the manager asks for it. TLS is as strict as
// Node's default, addresses are not left for others, and nothing of a request or an answer is logged but its address and status.

import { phrase } from '../../engine/phrase.ts';
import { errorCode } from '../error-code.ts';
import {
  cancelled,
  forbidden,
  ManagerFailure,
  notFound,
  rateLimited,
  refused,
  serverError,
  timedOut,
  unreachable,
  unreadable,
} from './manager-failure.ts';
import type { ManagerSession } from './manager-session.ts';
import { type RawAnswer, send } from './send.ts';

export interface ManagerRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** A POST that changes nothing. */
  readonly isRead?: boolean;
  /** Of a certificate authority that is trusted besides the usual ones. */
  readonly extraCa?: string;
}

export interface ManagerAnswer {
  readonly status: number;
  /** Parsed. */
  readonly body: unknown;
  /** The manager's own words about an error, fit to be told. */
  readonly said: string;
}

/** An answer with a status that the manager means for its client; everything else is thrown. `expected`: besides 200 to 299. */
export async function ask(session: ManagerSession, request: ManagerRequest, expected: readonly number[] = []): Promise<ManagerAnswer> {
  return session.patiently(async () => {
    const answer = await askOnce(session, request);
    const { status } = answer;
    if ((status >= 200 && status < 300) || expected.includes(status)) return answer;
    throw failureOf(session, answer, changes(request));
  });
}

/** What a status means everywhere. */
export function failureOf(session: ManagerSession, { status, said }: ManagerAnswer, mayHaveHappened: boolean): ManagerFailure {
  const { whom } = session;
  if (status === 401) return new ManagerFailure('not-signed-in', phrase('{0} does not accept the sign-in: it may have expired.', whom));
  if (status === 403) return forbidden(whom, said);
  if (status === 404)
    return notFound(said ? phrase('{0} does not know it: {1}', whom, said) : phrase('{0} does not know this place.', whom));
  if (status >= 500) return serverError(whom, status, said, { mayHaveHappened });
  return refused(whom, said || `HTTP ${status}`);
}

async function askOnce(session: ManagerSession, request: ManagerRequest): Promise<ManagerAnswer> {
  const { method, url } = request;
  refuseOpenAddress(session, url);
  const start = Date.now();
  const raw = await sendWithin(session, request);
  session.host.log(`${method} ${url.origin}${url.pathname}: ${raw.status} in ${Date.now() - start} ms`);
  refuseElsewhere(session, url, raw);
  if (raw.status === 429) throw rateLimited(session.whom, delayOf(raw.retryAfter));
  const body = parse(raw.text);
  if (body === undefined && raw.status < 300 && raw.status !== 204) throw unreadable(session.whom, { mayHaveHappened: changes(request) });
  return { status: raw.status, body, said: raw.status < 300 ? '' : session.hide(sayingOf(body)) };
}

async function sendWithin(session: ManagerSession, request: ManagerRequest): Promise<RawAnswer> {
  const { host, whom } = session;
  const { signal, isTimedOut, done } = session.limit(host.requestTimeout);
  try {
    return await send({
      method: request.method,
      url: request.url,
      headers: {
        accept: 'application/json',
        ...(request.body !== undefined && { 'content-type': 'application/json' }),
        ...request.headers,
      },
      body: request.body === undefined ? undefined : JSON.stringify(request.body),
      signal,
      extraCa: request.extraCa,
    });
  } catch (error) {
    const mayHaveHappened = changes(request);
    const code = connectionCode(error);
    host.log(`${request.method} ${request.url.origin}${request.url.pathname}: ${code}`);
    if (isTimedOut()) throw timedOut(whom, host.requestTimeout, { mayHaveHappened });
    if (signal.aborted) throw cancelled({ mayHaveHappened });
    if (isCertificateCode(code)) throw untrusted(whom, code);
    throw unreachable(whom, code, { mayHaveHappened: mayHaveHappened && !neverSent.test(code) });
  } finally {
    done();
  }
}

function changes({ method, isRead = false }: ManagerRequest): boolean {
  return method !== 'GET' && !isRead;
}

/** A key is not sent where anybody on the way can read it. This machine itself is no way. */
function refuseOpenAddress({ whom }: ManagerSession, { protocol, hostname }: URL): void {
  if (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))) return;
  throw new ManagerFailure('refused', phrase('{0} would be reached without encryption. Use its https address.', whom));
}

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname) || hostname.endsWith('.localhost');
}

/** The user was told which host gets the value: it goes to no other. */
function refuseElsewhere({ whom }: ManagerSession, url: URL, { status, location }: RawAnswer): void {
  if (status < 300 || status >= 400 || status === 304) return;
  const target = location !== undefined && URL.canParse(location, url.href) ? new URL(location, url) : undefined;
  const reason = target
    ? phrase('{0} points to {1} instead. Set that address if it is the right one.', whom, target.host)
    : phrase('{0} points to another address instead.', whom);
  throw new ManagerFailure('refused', reason);
}

const defaultDelay = 1000;

/** Seconds or a date. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function delayOf(retryAfter: string | undefined): number {
  const seconds = Number(retryAfter);
  if (retryAfter === undefined || retryAfter.trim() === '') return defaultDelay;
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(retryAfter);
  return Number.isNaN(date) ? defaultDelay : Math.max(0, date - Date.now());
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Vault: `{errors: [text]}`; Azure and Google: `{error: {message}}`; Infisical: `{message}`. */
function sayingOf(body: unknown): string {
  const { errors, error, message } = asRecord(body);
  if (Array.isArray(errors)) return errors.filter(text => typeof text === 'string').join(' ');
  const saying = asRecord(error)['message'] ?? message ?? error;
  return typeof saying === 'string' ? saying : '';
}

export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** `fetch` wraps the system's error. */
function connectionCode(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return errorCode(cause instanceof Error ? cause : error);
}

const neverSent = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|ERR_INVALID_URL)$/;

/** Node's and OpenSSL's names. https://nodejs.org/api/tls.html#x509-certificate-error-codes */
export function isCertificateCode(code: string): boolean {
  return /CERT|^UNABLE_TO_|SIGNATURE|^ERR_TLS|^ERR_SSL|^EPROTO$|CA_|CRL/.test(code);
}

export function untrusted(whom: string, code: string): ManagerFailure {
  const reason = phrase(
    'The certificate of {0} is not trusted ({1}), so nothing was sent. Add the certificate authority to this machine.',
    whom,
    code,
  );
  return new ManagerFailure('certificate', reason);
}
