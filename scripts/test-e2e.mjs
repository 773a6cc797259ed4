// Runs the end-to-end tests: mocha drives the real workbench in Chromium, with the packaged VSIX installed.
// Arguments as in test-unit.mjs. A VSIX that was just packaged can be named by KEY_HYGIENE_VSIX.
import { bundleTests } from './bundle-tests.mjs';
import { packageExtension } from './package.mjs';
import { runTool } from './run.mjs';
import { splitTestArguments } from './split-test-arguments.mjs';
import { findChromium } from './test-host/find-chromium.mjs';
import { installCodeServer } from './test-host/install-code-server.mjs';

const { filters, options } = splitTestArguments(process.argv.slice(2));
// Here rather than in the first test, whose time it would take.
await installCodeServer();
const env = {
  ...process.env,
  CHROMIUM_EXECUTABLE: await findChromium(),
  KEY_HYGIENE_VSIX: process.env['KEY_HYGIENE_VSIX'] ?? (await packageExtension()),
};
const bundle = await bundleTests('e2e', filters);
// --exit: a workbench that a failed test left open must not keep the run from ending.
const { code } = await runTool(
  'mocha/bin/mocha.js',
  ['--enable-source-maps', '--no-config', '--timeout', '60000', '--exit', ...options, bundle],
  {
    env,
  },
);
process.exitCode = code;
