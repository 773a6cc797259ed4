// Plays Google Secret Manager by gRPC, as its libraries speak to it unless they are told otherwise. The protocol's own files come
// with Google's library for JavaScript.

import { createRequire } from 'node:module';
import path from 'node:path';

export interface FakeGrpcGoogle {
  readonly port: number;
  readonly held: Map<string, string>;
  /** Names of versions that were asked for. */
  readonly requests: readonly string[];
  refuseOnce(part: string): void;
  close(): void;
}

interface Call {
  readonly request: { readonly name: string };
}

type Reply = (error: { code: number; details: string } | null, answer?: unknown) => void;

interface Grpc {
  readonly Server: new () => {
    addService(service: unknown, handlers: Record<string, (call: Call, reply: Reply) => void>): void;
    bindAsync(address: string, credentials: unknown, done: (error: Error | null, port: number) => void): void;
    forceShutdown(): void;
  };
  readonly ServerCredentials: { createInsecure(): unknown };
  loadPackageDefinition(definition: unknown): { google: { cloud: { secretmanager: { v1: Record<string, { service: unknown }> } } } };
}

/** `packages`: the folder whose `node_modules` holds `@google-cloud/secret-manager`. */
export async function startFakeGrpcGoogle(packages: string): Promise<FakeGrpcGoogle> {
  const load = createRequire(path.join(packages, 'package.json'));
  const grpc = load('@grpc/grpc-js') as Grpc;
  const loader = load('@grpc/proto-loader') as { loadSync(file: string, options: unknown): unknown };
  const includeDirs = ['@google-cloud/secret-manager', 'google-gax'].map(name =>
    path.join(packages, 'node_modules', name, 'build', 'protos'),
  );
  const definition = loader.loadSync('google/cloud/secretmanager/v1/service.proto', { includeDirs });
  const { service } = grpc.loadPackageDefinition(definition).google.cloud.secretmanager.v1['SecretManagerService'] ?? {};
  const held: FakeGrpcGoogle['held'] = new Map();
  const requests: string[] = [];
  let refused: string | undefined;
  const server = new grpc.Server();
  server.addService(service, {
    AccessSecretVersion: ({ request: { name } }, reply) => {
      requests.push(name);
      if (refused !== undefined && name.includes(refused)) {
        refused = undefined;
        return reply({ code: 7, details: 'Permission denied on resource.' });
      }
      const value = held.get(/\/secrets\/([^/]+)\/versions\/latest$/.exec(name)?.[1] ?? '');
      if (value === undefined) return reply({ code: 5, details: `Secret [${name}] not found.` });
      reply(null, { name, payload: { data: Buffer.from(value) } });
    },
  });
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, bound) => (error ? reject(error) : resolve(bound))),
  );
  return {
    port,
    held,
    requests,
    refuseOnce: part => {
      refused = part;
    },
    close: () => server.forceShutdown(),
  };
}
