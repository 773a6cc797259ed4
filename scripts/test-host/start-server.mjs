// Starts VS Code for the browser on a free loopback port, in folders of its own: no setting, extension or key of the
// person who runs it is seen or touched.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../run.mjs';
import { throwAwayFolder } from '../throw-away-folder.mjs';

/** @typedef {import('./install-code-server.mjs').CodeServer} CodeServer */
/** @typedef {{ userData: string, extensions: string, home: string, temp: string, config: string }} ServerFolders */
/** @typedef {{ url: string, log: () => string, stop: () => Promise<void> }} Server */

const START_TIMEOUT_MS = 40_000;
const STOP_TIMEOUT_MS = 5_000;

// A quiet workbench: nothing opens, asks, updates or talks to the network by itself.
const QUIET_SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * @param {{ settings?: Readonly<Record<string, unknown>>, extensions?: string }} [options] `extensions`: a folder with installed extensions
 * @returns {ServerFolders}
 */
export function createServerFolders({ settings = {}, extensions } = {}) {
  const base = throwAwayFolder('key-hygiene-server');
  const folders = {
    userData: path.join(base, 'user-data'),
    extensions: extensions ?? path.join(base, 'extensions'),
    home: path.join(base, 'home'),
    temp: path.join(base, 'temp'),
    config: path.join(base, 'config.yaml'),
  };
  for (const folder of [path.join(folders.userData, 'User'), folders.extensions, folders.home, folders.temp])
    mkdirSync(folder, { recursive: true });
  writeFileSync(folders.config, 'auth: none\ncert: false\n');
  writeFileSync(path.join(folders.userData, 'User', 'settings.json'), JSON.stringify({ ...QUIET_SETTINGS, ...settings }, null, 2));
  return folders;
}

/**
 * @param {CodeServer} codeServer
 * @param {ServerFolders} folders
 * @param {{ restricted?: boolean, testBundle?: boolean, logLevel?: string }} [options] `restricted`: folders open in Restricted Mode; `testBundle`: the address may name one to run; `logLevel`: of server, workbench and extensions
 * @returns {Promise<Server>}
 */
export async function startServer(codeServer, folders, { restricted = false, testBundle = false, logLevel } = {}) {
  const child = spawn(
    codeServer.node,
    [
      ...commonArguments(codeServer, folders),
      ...['--auth', 'none', '--bind-addr', '127.0.0.1:0'],
      ...['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'],
      ...(restricted ? [] : ['--disable-workspace-trust']),
      // Without it a built workbench ignores a test bundle in its address; with it notifications do not pop up.
      ...(testBundle ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
      ...(logLevel === undefined ? [] : ['--log', logLevel]),
      ...['--vscode-option', `builtin-extensions-dir=${codeServer.builtinExtensions}`],
    ],
    // A group of its own, so that the extension hosts end with it.
    { env: environment(codeServer, folders), stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', text => (log += text));
  const killOnExit = () => signalGroup(child, 'SIGKILL');
  process.once('exit', killOnExit);
  const stop = async () => {
    await stopGroup(child);
    process.off('exit', killOnExit);
  };
  try {
    return { url: await listeningAddress(child, () => log), log: () => log, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {CodeServer} codeServer
 * @param {ServerFolders} folders
 * @param {string} vsix
 */
export async function installExtension(codeServer, folders, vsix) {
  const args = [...commonArguments(codeServer, folders), '--install-extension', vsix];
  const { code, output } = await run(codeServer.node, args, { env: environment(codeServer, folders), quiet: true });
  // The exit code alone is not enough: it is 0 for some failures.
  if (code !== 0 || !/was successfully installed/.test(output)) throw new Error(`The VSIX could not be installed:\n${output}`);
}

/** @param {CodeServer} codeServer @param {ServerFolders} folders */
function commonArguments(codeServer, folders) {
  return [codeServer.entry, '--config', folders.config, '--user-data-dir', folders.userData, '--extensions-dir', folders.extensions];
}

/**
 * @param {CodeServer} codeServer
 * @param {ServerFolders} folders
 * @returns {NodeJS.ProcessEnv}
 */
function environment(codeServer, folders) {
  // Inside a VS Code terminal these would make the server talk to that window instead of starting.
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE|ELECTRON|CODE_SERVER|XDG)_/.test(name) || name === 'VSCODE_TEST_OPTIONS',
  );
  return {
    ...Object.fromEntries(inherited),
    PATH: `${path.dirname(codeServer.node)}${path.delimiter}${process.env['PATH'] ?? ''}`,
    HOME: folders.home,
    TMPDIR: folders.temp,
    LANG: 'C.UTF-8',
    EXTENSIONS_GALLERY: '{}', // no marketplace
  };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {() => string} log
 * @returns {Promise<string>}
 */
function listeningAddress(child, log) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`VS Code for the browser did not start:\n${log()}`)), START_TIMEOUT_MS);
    child.stdout?.on('data', () => {
      const url = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(log())?.[1];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    });
    child.once('error', reject);
    child.once('exit', code => {
      clearTimeout(timer);
      reject(new Error(`VS Code for the browser ended with code ${code}:\n${log()}`));
    });
  });
}

/** @param {import('node:child_process').ChildProcess} child */
async function stopGroup(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise(resolve => child.once('exit', resolve));
  signalGroup(child, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), STOP_TIMEOUT_MS);
  await exited;
  clearTimeout(timer);
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error; // it has already ended
  }
}
