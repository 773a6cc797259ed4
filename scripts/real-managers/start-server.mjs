// Starts a server on a free port and waits until it answers.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

/**
 * @param {string} command
 * @param {(port: number) => readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, ready?: string, cwd?: string }} [options] `ready`: a path that is answered as soon as it runs
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startServer(command, args, { env = process.env, ready = '/', cwd } = {}) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(command, args(port), { env, stdio: ['ignore', 'pipe', 'pipe'], ...(cwd !== undefined && { cwd }) });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', text => (said = (said + text).slice(-4000)));
  let isGone = false;
  const gone = new Promise(resolve => {
    child.on('error', resolve);
    child.on('close', resolve);
  }).then(() => (isGone = true));
  const stop = async () => {
    child.kill('SIGKILL');
    await gone;
  };
  for (const end = Date.now() + 60_000; Date.now() < end && !isGone; await pause(200)) if (await answers(url + ready)) return { url, stop };
  await stop();
  throw new Error(`The server did not start:\n${said}`);
}

/** @param {string} url */
async function answers(url) {
  try {
    await fetch(url, { signal: AbortSignal.timeout(2000) });
    return true;
  } catch {
    return false; // not yet
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** @param {number} milliseconds */
function pause(milliseconds) {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}
