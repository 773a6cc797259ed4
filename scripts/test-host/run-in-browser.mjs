// Stands in for the desktop `code` executable that @vscode/test-electron starts: runs the same test bundle in the real
// extension host of VS Code for the browser, in a headless Chromium. Arguments, output and exit code are those of `code`.

import path from 'node:path';
import { format } from 'node:util';
import { chromium } from 'playwright-core';
import { throwAwayFolder } from '../throw-away-folder.mjs';
import { CHROMIUM_FLAGS, findChromium } from './find-chromium.mjs';
import { installCodeServer } from './install-code-server.mjs';
import { createServerFolders, startServer } from './start-server.mjs';

// Only a run that hangs meets it: then the output so far says where.
const RUN_TIMEOUT_MS = 10 * 60_000;

// Begins what the tests print (test/integration/support/announce-host.ts): here it arrives in one stream with the messages of
// the workbench and the server.
const TEST_MARK = '\u2063';

/** @param {readonly string[]} args */
async function runTests(args) {
  process.env['KEY_HYGIENE_TEST_MARK'] = TEST_MARK; // inherited by the extension host
  const executablePath = await findChromium();
  const server = await startServer(await installCodeServer(), createServerFolders(), { testBundle: true });
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage();
    page.on('pageerror', error => console.error(`[workbench] ${error.message}`));
    const ended = exitCode(page);
    await page.goto(workbenchAddress(server.url, args));
    const code = await withTimeout(ended);
    const crash = /Extension Host Process exited.*/.exec(server.log())?.[0];
    if (crash !== undefined) console.error(crash);
    return code;
  } finally {
    await browser.close();
    await server.stop();
  }
}

/**
 * What the extension host prints and ends with, through the two functions that VS Code's automation calls on the page.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<number>}
 */
function exitCode(page) {
  return new Promise((resolve, reject) => {
    const output = new TestOutput();
    /** @param {number} code */
    const end = code => {
      output.end();
      resolve(code);
    };
    Promise.all([
      page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ values) =>
        output.write(format(...values)),
      ),
      page.exposeFunction('codeAutomationExit', end),
    ]).catch(reject);
  });
}

/** Prints what the tests print. What VS Code says about itself is of interest only when they did not start. */
class TestOutput {
  /** @type {string[] | undefined} */
  #aside = [];

  /** @param {string} text */
  write(text) {
    if (text.startsWith(TEST_MARK)) {
      this.#aside = undefined;
      console.log(text.slice(TEST_MARK.length));
    } else this.#aside?.push(text);
  }

  end() {
    for (const text of this.#aside ?? []) console.error(text);
  }
}

/**
 * @param {string} url
 * @param {readonly string[]} args those of desktop VS Code
 */
function workbenchAddress(url, args) {
  const option = (/** @type {string} */ name) => args.find(arg => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const remote = (/** @type {string} */ name) => {
    const file = option(name);
    if (file === undefined) throw new Error(`--${name} is missing.`);
    return `vscode-remote://${new URL(url).host}${path.resolve(file)}`;
  };
  const folder = args.find(arg => !arg.startsWith('-')) ?? throwAwayFolder('key-hygiene-workspace');
  const payload = [
    ['extensionDevelopmentPath', remote('extensionDevelopmentPath')],
    ['extensionTestsPath', remote('extensionTestsPath')],
    ['skipWelcome', 'true'],
  ];
  return `${url}/?${new URLSearchParams({ folder: path.resolve(folder), payload: JSON.stringify(payload) })}`;
}

/**
 * @param {Promise<number>} ended
 * @returns {Promise<number>}
 */
function withTimeout(ended) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No end of the tests after ${RUN_TIMEOUT_MS / 60_000} minutes.`)), RUN_TIMEOUT_MS);
    ended.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

process.exit(await runTests(process.argv.slice(2)));
