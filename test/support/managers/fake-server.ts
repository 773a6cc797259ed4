// A server of this process that plays a secret manager: what it holds can be looked at, what it was asked is kept, and it can fail in
// every way that servers and networks do.

import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';

export interface FakeRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** `host:port` that the client asked. */
  readonly host: string;
}

export interface FakeAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * What goes wrong: `hang` never answers, `cut` does what was asked but cuts the connection before it says so, `drop` cuts it without
 * doing anything, `garbage` does it and answers with something else, `late` does it and never
 * answers, an answer is given without doing anything.
 */
type Fault = 'hang' | 'cut' | 'drop' | 'garbage' | 'late' | FakeAnswer;

export interface FakeServer {
  readonly url: string;
  readonly requests: readonly FakeRequest[];
  /** The next requests that match fail like this. */
  fail(fault: Fault, matches?: (request: FakeRequest) => boolean, times?: number): void;
  heal(): void;
  close(): Promise<void>;
}

export interface TlsFiles {
  readonly key: string;
  readonly cert: string;
}

interface Planned {
  readonly fault: Fault;
  readonly matches: (request: FakeRequest) => boolean;
  left: number;
}

export async function startFakeServer(answer: (request: FakeRequest) => FakeAnswer, tls?: TlsFiles): Promise<FakeServer> {
  const requests: FakeRequest[] = [];
  let planned: Planned[] = [];
  const sockets = new Set<Socket>();

  const respond = (request: FakeRequest, response: ServerResponse): void => {
    requests.push(request);
    const plan = planned.find(({ matches, left }) => left > 0 && matches(request));
    if (plan) plan.left--;
    const fault = plan?.fault;
    const isDone = fault !== 'hang' && fault !== 'drop' && typeof fault !== 'object';
    const answered = isDone ? answer(request) : undefined;
    if (fault === 'drop' || fault === 'cut') response.socket?.destroy();
    else if (fault === 'garbage') send(response, hotelNetwork);
    else if (typeof fault === 'object') send(response, fault);
    else if (fault === undefined && answered) send(response, answered);
  };

  const server: Server = tls ? createTlsServer(tls) : createServer();
  server.on('connection', socket => sockets.add(socket));
  server.on('request', (incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', chunk => chunks.push(chunk));
    incoming.on('end', () => {
      const { method = '', headers, url = '/' } = incoming;
      const host = headers.host ?? '';
      const { pathname, searchParams } = new URL(url, 'http://fake');
      respond({ method, path: pathname, query: searchParams, headers, host, body: Buffer.concat(chunks).toString('utf8') }, response);
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `${tls ? 'https://localhost' : 'http://127.0.0.1'}:${port}`,
    requests,
    fail(fault, matches = () => true, times = Number.POSITIVE_INFINITY) {
      planned.push({ fault, matches, left: times });
    },
    heal() {
      planned = [];
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

const hotelNetwork: FakeAnswer = {
  status: 200,
  body: '<html>Welcome to the hotel network</html>',
  headers: { 'content-type': 'text/html' },
};

function send(response: ServerResponse, { status, body, headers }: FakeAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body));
}

/** An answer where the body is no JSON object is the client's mistake. */
export function jsonOf({ body }: FakeRequest): Record<string, unknown> {
  const parsed: unknown = JSON.parse(body);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new Error('not a JSON object');
  return parsed as Record<string, unknown>;
}
