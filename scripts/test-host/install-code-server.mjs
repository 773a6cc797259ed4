// Fetches VS Code for the browser (code-server) and the Node it runs on from npm, into .vscode-test/, once a version.
// Nothing is compiled and no install script runs: the native modules that are missing then are not needed by tests.
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../project-root.mjs';
import { runOrThrow } from '../run.mjs';
import { throwAwayFolder } from '../throw-away-folder.mjs';

/** @typedef {{ node: string, entry: string, builtinExtensions: string }} CodeServer */

const CODE_SERVER_VERSION = '4.139.1'; // VS Code 1.139.1
const NODE_VERSION = '24.21.0'; // what this code-server asks for; with Node 20 its workbench never starts
const RECIPE = 2; // Raise it when what is done below with the downloads changes.

const cache = path.join(projectRoot, '.vscode-test');
const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

// Languages of the rules and fixes, themes, notebooks, and JSON schemas. The others make every start 3–6 s longer.
const BUILTIN_EXTENSIONS =
  'configuration-editing cpp csharp css docker dotenv go html ini ipynb java javascript json json-language-features make markdown-basics ' +
  'notebook-renderers php python ruby rust shellscript sql theme-defaults theme-seti typescript-basics xml yaml';

// Parts of the server that no test reaches: 250 MB. The other extensions stay where they are: the workbench reads grammars
// and snippets of all that it was built with, and complains of each that is gone.
const UNUSED_PARTS = [
  'extensions/copilot',
  'extensions/mermaid-markdown-features',
  'extensions/microsoft-authentication',
  'extensions/ms-vscode.js-debug',
  'node_modules/@github',
  'node_modules/@microsoft/mxc-sdk',
  'node_modules/@vscode/sandbox-runtime',
];

/** @returns {Promise<CodeServer>} */
export async function installCodeServer() {
  const folder = path.join(cache, `code-server-${CODE_SERVER_VERSION}-node-${NODE_VERSION}-${platform}-${RECIPE}`);
  if (!existsSync(folder)) {
    console.log(`Installing VS Code for the browser (code-server ${CODE_SERVER_VERSION}) into .vscode-test …`);
    const started = Date.now();
    moveInto(await assemble(), folder);
    console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
  }
  return {
    node: path.join(folder, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
    entry: path.join(folder, 'code-server', 'out', 'node', 'entry.js'),
    builtinExtensions: path.join(folder, 'builtin-extensions'),
  };
}

async function assemble() {
  const folder = throwAwayFolder('install', cache);
  const server = path.join(folder, 'code-server');
  const vscode = path.join(server, 'lib', 'vscode');
  await Promise.all([
    download(`node-${platform}@${NODE_VERSION}`, path.join(folder, 'node')),
    download(`code-server@${CODE_SERVER_VERSION}`, server),
  ]);
  await installPackages(server);
  // The lock file of this part lacks tslib, a peer: without the flag npm refuses it (EUSAGE).
  await installPackages(vscode, '--legacy-peer-deps');
  for (const name of BUILTIN_EXTENSIONS.split(' ')) {
    cpSync(path.join(vscode, 'extensions', name), path.join(folder, 'builtin-extensions', name), { recursive: true });
  }
  prune(vscode);
  return folder;
}

/**
 * @param {string} spec
 * @param {string} destination
 */
async function download(spec, destination) {
  mkdirSync(destination, { recursive: true });
  const output = await npm(destination, 'pack', spec, '--pack-destination', destination);
  const archive = output.trim().split('\n').at(-1) ?? '';
  await runOrThrow('tar', ['-xzf', archive, '--strip-components=1'], { cwd: destination, quiet: true });
  rmSync(path.join(destination, archive));
}

/**
 * @param {string} folder
 * @param {...string} flags
 */
async function installPackages(folder, ...flags) {
  await npm(folder, 'ci', '--ignore-scripts', '--omit=dev', ...flags);
}

/**
 * @param {string} cwd
 * @param {...string} args
 */
function npm(cwd, ...args) {
  return runOrThrow('npm', [...args, '--loglevel=error', '--no-fund', '--no-audit'], { cwd, quiet: true });
}

/** @param {string} vscode */
function prune(vscode) {
  for (const part of UNUSED_PARTS) remove(path.join(vscode, part));
  for (const binaries of ['@vscode/ripgrep-universal/bin', 'node-pty/prebuilds']) {
    removeOtherPlatforms(path.join(vscode, 'node_modules', binaries));
  }
}

/** @param {string} folder */
function removeOtherPlatforms(folder) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) if (!name.includes(`${process.platform}-${process.arch}`)) remove(path.join(folder, name));
}

/** @param {string} folder */
function remove(folder) {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * In one step, so that an interrupted install is never taken for a finished one.
 * @param {string} from
 * @param {string} to
 */
function moveInto(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    // Another run finished the same install first: use that one.
    if (!existsSync(to)) throw error;
  }
}
