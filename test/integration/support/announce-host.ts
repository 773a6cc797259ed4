// Says which VS Code runs the tests, and marks what they print where the host mixes it with messages about itself.
import { format } from 'node:util';
import Mocha from 'mocha';
import * as vscode from 'vscode';

// Set by scripts/test-host/run-in-browser.mjs, which prints the lines with the mark and no others.
const mark = process.env['KEY_HYGIENE_TEST_MARK'];
if (mark !== undefined) {
  // VS Code's own code in this process complains by `console.error` (of native modules that are not installed).
  for (const method of ['log', 'info'] as const) {
    const print = console[method].bind(console);
    // VS Code has made the methods properties that an assignment does not change.
    Object.defineProperty(console, method, { value: (...values: unknown[]) => print(mark + format(...values)) });
  }
  // The reporters hold on to the function that was there when mocha was loaded.
  Object.assign(Mocha.reporters.Base, { consoleLog: console.log });
}

const { appName, appHost, remoteName } = vscode.env;
console.log(`Integration tests in VS Code ${vscode.version} (${[appName, appHost, remoteName && 'remote'].filter(Boolean).join(', ')})`);
