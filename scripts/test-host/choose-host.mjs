// Which VS Code runs the integration tests: the desktop one where it can be had and shown, else the one in the browser.
import path from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { projectRoot } from '../project-root.mjs';
import { hasDisplay } from './has-display.mjs';

// Long enough for a slow answer of the download server; a machine that may not reach it says so at once.
const DOWNLOAD_TIMEOUT_MS = 10_000;

/** @returns {Promise<string>} the executable */
export async function chooseHost() {
  const wanted = process.env['VSCODE_EXECUTABLE'];
  if (wanted !== undefined && wanted !== '') return wanted;
  if (!hasDisplay()) return inBrowser('there is no display');
  try {
    return await downloadAndUnzipVSCode({ cachePath: path.join(projectRoot, '.vscode-test'), timeout: DOWNLOAD_TIMEOUT_MS });
  } catch (error) {
    return inBrowser(`it could not be downloaded (${error instanceof Error ? error.message : error})`);
  }
}

/** @param {string} reason */
function inBrowser(reason) {
  console.log(`Desktop VS Code is not used: ${reason}. The tests run in VS Code for the browser.`);
  return path.join(projectRoot, 'scripts', 'test-host', 'code-in-browser');
}
