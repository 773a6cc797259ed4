// Runs the end-to-end tests: mocha drives the real workbench in Chromium, with the packaged VSIX installed.
// Arguments as in test-unit.mjs. A VSIX that was just packaged can be named by KEY_HYGIENE_VSIX.
import { availableParallelism } from 'node:os';
import { bundleTests } from './bundle-tests.mjs';
import { readFailedSuites, readMochaSummary } from './mocha-summary.mjs';
import { packageExtension } from './package.mjs';
import { runTool } from './run.mjs';
import { splitTestArguments } from './split-test-arguments.mjs';
import { findChromium } from './test-host/find-chromium.mjs';
import { installCodeServer } from './test-host/install-code-server.mjs';

const MOST_PROCESSES = 2;
const PARTS_PER_PROCESS = 2;

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
process.exitCode = filters.length > 0 ? (await runMocha(await bundleTests('e2e', filters), options)).code : await runAll();

/** A workbench waits more than it works: two processes at once, each with a browser and servers of its own, need four fifths of the time. */
async function runAll() {
  const processes = Math.min(MOST_PROCESSES, availableParallelism());
  // Files take very unlike times: whoever has finished a part takes the next one.
  const parts = PARTS_PER_PROCESS * processes;
  /** @type {{ code: number, suites: readonly string[], summary: ReturnType<typeof readMochaSummary> }[]} */
  const outcomes = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: processes }, async () => {
      while (next < parts) {
        const { code, output } = await runMocha(await bundleTests('e2e', [], { part: next++, parts }), options, { quiet: processes > 1 });
        if (processes > 1) console.log(output);
        outcomes.push({ code, suites: readFailedSuites(output), summary: readMochaSummary(output) });
      }
    }),
  );
  const code = outcomes.find(outcome => outcome.code !== 0)?.code ?? 0;
  const suites = outcomes.flatMap(outcome => outcome.suites);
  const passed = outcomes.reduce((sum, { summary }) => sum + (summary?.passed ?? 0), 0);
  const failed = outcomes.reduce((sum, { summary }) => sum + (summary?.failed ?? 1), 0);
  // What ended badly without a suite to name is not put right by other suites that pass.
  const isAccountedFor = outcomes.every(({ code, suites, summary }) => summary !== undefined && (code === 0 || suites.length > 0));
  if (isAccountedFor && suites.length > 0 && suites.length <= MOST_SUITES_RUN_AGAIN) return runAgain(suites, passed + failed);
  tell(passed, failed);
  return code;
}

/**
 * A real workbench on a busy machine now and then swallows a key or hides a hover as it is clicked. A suite that failed in a run of all
 * is run once more, in a window of its own and alone: what fails again has failed, what passes is named, so that its test can be made
 * steadier.
 * @param {readonly string[]} suites
 * @param {number} tests how many there are in all
 */
async function runAgain(suites, tests) {
  console.log(`\nOnce more: ${suites.join(', ')}\n`);
  const grep = `^(?:${suites.map(asPattern).join('|')}) `;
  const { code, output } = await runMocha(await bundleTests('e2e'), [...options, '--grep', grep]);
  // A hook that failed counts as the one test it kept from running.
  const failed = readMochaSummary(output)?.failed ?? suites.length;
  console.log(`${code === 0 ? 'Passed the second time' : 'Failed twice'}: ${suites.join(', ')}\n`);
  tell(tests - failed, failed);
  return code;
}

/**
 * As one run, for who reads the last lines.
 * @param {number} passed
 * @param {number} failed
 */
function tell(passed, failed) {
  console.log(`  ${passed} passing\n${failed > 0 ? `  ${failed} failing\n` : ''}`);
}

/**
 * @param {string} bundle
 * @param {readonly string[]} mochaOptions
 * @param {{ quiet?: boolean }} [runOptions]
 */
function runMocha(bundle, mochaOptions, runOptions) {
  // --exit: a workbench that a failed test left open must not keep the run from ending.
  const fixed = ['--enable-source-maps', '--no-config', '--timeout', '120000', '--exit'];
  return runTool('mocha/bin/mocha.js', [...fixed, ...mochaOptions, bundle], { ...runOptions, env });
}

/** @param {string} title */
function asPattern(title) {
  return title.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
