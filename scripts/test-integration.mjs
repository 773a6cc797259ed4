// Runs the integration tests inside a real extension host: the extension from dist/, an empty workspace of its own.
// Arguments as in test-unit.mjs.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { bundleTests } from './bundle-tests.mjs';
import { readMochaSummary } from './mocha-summary.mjs';
import { runTool } from './run.mjs';
import { splitTestArguments } from './split-test-arguments.mjs';
import { throwAwayFolder } from './throw-away-folder.mjs';

// Imports a package, which is there only once the imports above have seen to the dependencies.
const { chooseHost } = await import('./test-host/choose-host.mjs');
const { filters, options } = splitTestArguments(process.argv.slice(2));
// What ships is what is tested, and its start is what activation.json tells.
await build({ production: true });
const folder = throwAwayFolder('key-hygiene');
const workspace = path.join(folder, 'workspace');
mkdirSync(workspace);
const env = {
  ...process.env,
  VSCODE_EXECUTABLE: await chooseHost(),
  KEY_HYGIENE_TEST_BUNDLE: await bundleTests('integration', filters),
  KEY_HYGIENE_TEST_WORKSPACE: workspace,
  KEY_HYGIENE_TEST_USER_DATA: path.join(folder, 'user-data'),
};
const { code, output } = await runTool('@vscode/test-cli/out/bin.mjs', options, { env });
// VS Code reports success when the extension host dies or a test ends its process: only mocha's own word counts.
const summary = readMochaSummary(output);
if (code === 0 && !summary?.passed) console.error('The extension host ended without a mocha summary of passing tests.');
process.exitCode = code !== 0 || summary?.passed ? code : 1;
