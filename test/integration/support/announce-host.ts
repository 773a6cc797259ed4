// Says which VS Code runs the tests, as the first thing that they print: what VS Code says before it, about itself, can be told apart.
import * as vscode from 'vscode';
import { firstLine } from '../../../scripts/test-host/first-line.mjs';

const { appName, appHost, remoteName } = vscode.env;
console.log(`${firstLine} ${vscode.version} (${[appName, appHost, remoteName && 'remote'].filter(Boolean).join(', ')})`);
