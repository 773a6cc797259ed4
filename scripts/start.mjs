// `npm start`: the product on a sample workspace, packed as a user would install it: first in the terminal, then in VS Code.
// `--no-editor` ends after the terminal.
import path from 'node:path';
import { findCommand } from './find-command.mjs';
import { packageExtension } from './package.mjs';
import { projectRoot } from './project-root.mjs';
import { runOrThrow, runScript } from './run.mjs';
import { createSampleWorkspace } from './sample-workspace.mjs';
import { hasDisplay } from './test-host/has-display.mjs';
import { installCodeServer } from './test-host/install-code-server.mjs';
import { createServerFolders, installExtension, startServer } from './test-host/start-server.mjs';

// Findings are what the sample is made for.
const FINDINGS_EXIT_CODE = 1;

const vsix = await packageExtension();
const workspace = await createSampleWorkspace();
await scanInTerminal();
if (!process.argv.includes('--no-editor')) {
  const code = hasDisplay() ? findCommand('code') : undefined;
  await (code === undefined ? openInBrowser() : openDesktop(code));
}

async function scanInTerminal() {
  console.log(`\n${path.relative(projectRoot, workspace)}$ key-hygiene scan\n`);
  const { code } = await runScript('dist/cli.js', ['scan'], { cwd: workspace });
  if (code !== FINDINGS_EXIT_CODE)
    throw new Error(`The scan ended with code ${code} where findings (${FINDINGS_EXIT_CODE}) were expected.`);
}

/**
 * A profile and extensions of its own: what the person has installed and set stays as it is.
 * @param {string} code
 */
async function openDesktop(code) {
  const profile = path.join(projectRoot, '.vscode-test', 'desktop');
  const folders = ['--user-data-dir', path.join(profile, 'user-data'), '--extensions-dir', path.join(profile, 'extensions')];
  await runOrThrow(code, [...folders, '--install-extension', vsix, '--force']);
  await runOrThrow(code, [...folders, '--new-window', workspace]);
}

async function openInBrowser() {
  const codeServer = await installCodeServer();
  const folders = createServerFolders();
  await installExtension(codeServer, folders, vsix);
  const { url } = await startServer(codeServer, folders);
  console.log(`\nVS Code with Key Hygiene: ${url}/?${new URLSearchParams({ folder: workspace })}\nCtrl+C ends it.`);
  // Ends the server and removes its folders; before the handlers that would call it a failure.
  process.prependOnceListener('SIGINT', () => process.exit(0));
}
