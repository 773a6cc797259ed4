// Sends one request. `fetch` is VS Code's in the extension host, which knows its proxy and certificates; only where a manager's own
// settings name one more certificate authority does Node's client do it.

import { readFile } from 'node:fs/promises';
import { request as requestHttps } from 'node:https';
import { rootCertificates } from 'node:tls';

export interface RawRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly signal: AbortSignal;
  /** File with the certificates of an authority (PEM). */
  readonly extraCa?: string | undefined;
}

export interface RawAnswer {
  readonly status: number;
  readonly text: string;
  readonly retryAfter: string | undefined;
  readonly location: string | undefined;
}

/** Lists of a large manager are long; whatever is longer is no answer of one. */
const longestAnswer = 8 << 20;

export async function send(request: RawRequest): Promise<RawAnswer> {
  return request.extraCa !== undefined && request.url.protocol === 'https:'
    ? sendTrusting(request, request.extraCa)
    : sendFetching(request);
}

async function sendFetching({ method, url, headers, body, signal }: RawRequest): Promise<RawAnswer> {
  const response = await fetch(url, { method, headers, body: body ?? null, signal, redirect: 'manual' });
  return {
    status: response.status,
    text: response.body ? await readText(chunksOf(response.body.getReader())) : '',
    retryAfter: response.headers.get('retry-after') ?? undefined,
    location: response.headers.get('location') ?? undefined,
  };
}

async function sendTrusting({ method, url, headers, body, signal }: RawRequest, extraCa: string): Promise<RawAnswer> {
  const ca = [...rootCertificates, await readFile(extraCa, 'utf8')];
  return new Promise((resolve, reject) => {
    const request = requestHttps(url, { method, headers, signal, ca }, response => {
      const { statusCode = 0, headers: answered } = response;
      readText(response).then(
        text => resolve({ status: statusCode, text, retryAfter: answered['retry-after'], location: answered.location }),
        reject,
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

interface ChunkReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
}

async function* chunksOf(reader: ChunkReader): AsyncGenerator<Uint8Array> {
  for (let part = await reader.read(); !part.done; part = await reader.read()) if (part.value) yield part.value;
}

async function readText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > longestAnswer) throw new Error('The answer is too long.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
