// Leads what programs send to hosts of the world to servers of this process: a proxy that ends their TLS with a certificate of its
// own, which the environment tells every client library to trust.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import path from 'node:path';
import { TLSSocket } from 'node:tls';
import { temporaryFolder } from '../temporary-folder.ts';

export interface Detour {
  readonly host: string;
  readonly port: number;
  /** `h2` for gRPC. */
  readonly protocol: 'http/1.1' | 'h2';
}

export interface TlsDetour {
  readonly environment: Readonly<Record<string, string>>;
  close(): void;
}

export async function startTlsDetour({ host, port, protocol }: Detour): Promise<TlsDetour> {
  const { key, cert, authority } = makeCertificate(host);
  const sockets = new Set<{ destroy: () => void }>();
  const proxy = createServer().on('connect', ({ url = '' }, socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {}); // clients leave as they like
    if (url.split(':', 1)[0] !== host) return void socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    const secure = new TLSSocket(socket, { isServer: true, key, cert, ALPNProtocols: [protocol] });
    const server = connect(port, '127.0.0.1');
    for (const side of [secure, server]) side.on('error', () => {});
    sockets.add(server);
    secure.pipe(server).pipe(secure);
  });
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const trust = ['NODE_EXTRA_CA_CERTS', 'REQUESTS_CA_BUNDLE', 'SSL_CERT_FILE', 'GRPC_DEFAULT_SSL_ROOTS_FILE_PATH'];
  return {
    environment: {
      ...Object.fromEntries(trust.map(name => [name, authority])),
      HTTPS_PROXY: address,
      https_proxy: address,
      NO_PROXY: '127.0.0.1',
      no_proxy: '127.0.0.1',
    },
    close() {
      proxy.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Issued by an authority of its own: strict clients take no certificate of an authority for that of a server. */
function makeCertificate(host: string): { readonly key: Buffer; readonly cert: Buffer; readonly authority: string } {
  const folder = temporaryFolder();
  const file = (name: string): string => path.join(folder, name);
  const make = (name: string, ...options: readonly string[]): void => {
    const files = ['-keyout', file(`${name}.key`), '-out', file(`${name}.pem`)];
    const usual = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=detour ${name}`];
    execFileSync('openssl', ['req', ...usual, ...options, ...files], { stdio: 'ignore' });
  };
  make('authority');
  const issuer = ['-CA', file('authority.pem'), '-CAkey', file('authority.key')];
  make('server', ...issuer, '-addext', `subjectAltName=DNS:${host}`, '-addext', 'basicConstraints=critical,CA:FALSE');
  return { key: readFileSync(file('server.key')), cert: readFileSync(file('server.pem')), authority: file('authority.pem') };
}
