// Runs the end-to-end tests: mocha drives the real workbench in Chromium, with the packaged VSIX installed.
// Arguments as in test-unit.mjs. A VSIX that was just packaged can be named by KEY_HYGIENE_VSIX.
import { bundleTests } from './bundle-tests.mjs';
import { readFailedSuites, readMochaSummary } from './mocha-summary.mjs';
import { packageExtension } from './package.mjs';
import { runTool } from './run.mjs';
import { splitTestArguments } from './split-test-arguments.mjs';
import { findChromium } from './test-host/find-chromium.mjs';
import { installCodeServer } from './test-host/install-code-server.mjs';

// More than that is no accident of one moment.
const MOST_SUITES_RUN_AGAIN = 2;

const { filters, options } = splitTestArguments(process.argv.slice(2));
// Here rather than in the first test, whose time it would take.
await installCodeServer();
const env = {
  ...process.env,
  CHROMIUM_EXECUTABLE: await findChromium(),
  KEY_HYGIENE_VSIX: process.env['KEY_HYGIENE_VSIX'] ?? (await packageExtension()),
};
const bundle = await bundleTests('e2e', filters);
const first = await runMocha(options);
process.exitCode = filters.length > 0 ? first.code : await runFailedAgain(first);

/**
 * A real workbench on a busy machine now and then swallows a key or hides a hover as it is clicked. A suite that failed in a run of all
 * is run once more, in a window of its own: what fails again has failed, what passes is named, so that its test can be made steadier.
 * @param {{ code: number, output: string }} outcome
 */
async function runFailedAgain({ code, output }) {
  const suites = readFailedSuites(output);
  const before = readMochaSummary(output);
  if (before === undefined || suites.length === 0 || suites.length > MOST_SUITES_RUN_AGAIN) return code;
  console.log(`\nOnce more: ${suites.join(', ')}\n`);
  const again = await runMocha([...options, '--grep', `^(?:${suites.map(asPattern).join('|')}) `]);
  const failed = readMochaSummary(again.output)?.failed ?? before.failed;
  console.log(`${again.code === 0 ? 'Passed the second time' : 'Failed twice'}: ${suites.join(', ')}\n`);
  // As one run, for who reads the last lines; a hook that failed counts as the one test it kept from running.
  console.log(`  ${before.passed + before.failed - failed} passing\n${failed > 0 ? `  ${failed} failing\n` : ''}`);
  return again.code;
}

/** @param {readonly string[]} mochaOptions */
function runMocha(mochaOptions) {
  // --exit: a workbench that a failed test left open must not keep the run from ending.
  const fixed = ['--enable-source-maps', '--no-config', '--timeout', '120000', '--exit'];
  return runTool('mocha/bin/mocha.js', [...fixed, ...mochaOptions, bundle], { env });
}

/** @param {string} title */
function asPattern(title) {
  return title.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
