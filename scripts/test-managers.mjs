// Storing in servers that are not ours: each is started where its package can be had, the others are told. Fails when one that started
// disagrees. `npm run test:managers -- --write-docs` puts the result into docs/secret-managers.md.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundleTests } from './bundle-tests.mjs';
import { readMochaSummary } from './mocha-summary.mjs';
import { projectRoot } from './project-root.mjs';
import { NotToBeHad } from './real-managers/install.mjs';
import { realServers } from './real-managers/servers.mjs';
import { runTool } from './run.mjs';

/** @typedef {{ server: import('./real-managers/servers.mjs').RealServer, what: string, result: string, isGood: boolean }} Row */

const writesDocs = process.argv.includes('--write-docs');
const wanted = process.argv.slice(2).filter(arg => !arg.startsWith('-'));
const bundle = await bundleTests('managers');

/** @type {Row[]} */
const rows = [];
for (const server of realServers.filter(({ id }) => wanted.length === 0 || wanted.includes(id))) rows.push(await tryServer(server));

console.log();
for (const { server, what, result, isGood } of rows) console.log(`${isGood ? '✔' : '✘'} ${server.manager}: ${what}: ${result}`);
if (writesDocs) writeTable(rows);
process.exitCode = rows.every(({ isGood }) => isGood) ? 0 : 1;

/**
 * @param {import('./real-managers/servers.mjs').RealServer} server
 * @returns {Promise<Row>}
 */
async function tryServer(server) {
  console.log(`\n=== ${server.manager}: ${server.package}`);
  try {
    const { what, facts, stop } = await server.start();
    try {
      const env = { ...process.env, KEY_HYGIENE_REAL_MANAGER: JSON.stringify({ id: server.id, ...facts }) };
      const { code, output } = await runTool('mocha/bin/mocha.js', ['--enable-source-maps', '--no-config', '--timeout', '60000', bundle], {
        env,
      });
      const { passed, failed } = readMochaSummary(output) ?? { passed: 0, failed: 1 };
      const isGood = code === 0 && passed > 0;
      return { server, what, result: isGood ? `ran, ${passed} tests passed` : `ran, ${failed} of ${passed + failed} tests failed`, isGood };
    } finally {
      await stop();
    }
  } catch (error) {
    const isGood = error instanceof NotToBeHad;
    const reason = error instanceof Error ? error.message : String(error);
    console.log(isGood ? `Not to be had: ${reason}.` : reason);
    return { server, what: '', result: isGood ? 'could not be had here' : 'did not start', isGood };
  }
}

/** @param {readonly Row[]} table */
function writeTable(table) {
  const file = path.join(projectRoot, 'docs', 'secret-managers.md');
  const lines = table.map(({ server, what, result }) => `| ${server.manager} | ${server.package} | ${what} | ${result} |`);
  const part = ['| manager | from | what | result |', '| --- | --- | --- | --- |', ...lines].join('\n');
  const [open, close] = ['<!-- generated: npm run test:managers -- --write-docs -->', '<!-- /generated -->'];
  const text = readFileSync(file, 'utf8');
  const start = text.indexOf(open);
  const end = text.indexOf(close, start);
  if (start === -1 || end === -1) throw new Error(`docs/secret-managers.md has no part marked ${open} … ${close}.`);
  writeFileSync(file, `${text.slice(0, start + open.length)}\n\n${part}\n\n${text.slice(end)}`);
}
