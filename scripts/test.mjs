// `npm test`: every check, one after the other; a stage that fails does not keep the others from running.
// `npm test -- --only unit,integration` runs some of them. Ends with the line `N passed, N failed`: mocha's tests, and
// each other stage as one.
import { ensureDependencies } from './ensure-dependencies.mjs';
import { readMochaSummary } from './mocha-summary.mjs';
import { run, runScript } from './run.mjs';
import { vsixPath } from './vsix-path.mjs';

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {{ code: number, output: string }} Outcome */

/** @type {string | undefined} the VSIX of this run, so that the end-to-end tests do not pack it again */
let packedVsix;

/** @type {Readonly<Record<string, () => Promise<Count>>>} */
const stages = {
  types: async () => countAsOne(await npmScript('types')),
  lint: async () => countAsOne(await npmScript('lint')),
  docs: async () => countAsOne(await runScript('scripts/docs.mjs', ['--check'])),
  // Thousands of tests: dots for those that pass, the failures in full.
  unit: async () => countTests(await runScript('scripts/test-unit.mjs', ['--reporter', 'dot'])),
  repository: async () => countAsOne(await runScript('scripts/scan-repository.mjs')),
  package: async () => {
    const outcome = await runScript('scripts/package.mjs');
    if (outcome.code === 0) packedVsix = vsixPath();
    return countAsOne(outcome);
  },
  integration: async () => countTests(await runScript('scripts/test-integration.mjs')),
  e2e: async () => {
    const env = packedVsix === undefined ? process.env : { ...process.env, KEY_HYGIENE_VSIX: packedVsix };
    return countTests(await runScript('scripts/test-e2e.mjs', [], { env }));
  },
};

/** @param {readonly string[]} args */
async function test(args) {
  const chosen = chooseStages(args);
  ensureDependencies();
  /** @type {(Count & { name: string, seconds: number })[]} */
  const results = [];
  for (const name of chosen) {
    console.log(`\n=== ${name}`);
    const started = Date.now();
    const count = await /** @type {() => Promise<Count>} */ (stages[name])();
    results.push({ name, ...count, seconds: Math.round((Date.now() - started) / 1000) });
  }
  console.log();
  for (const { name, passed, failed, seconds } of results) {
    console.log(`${failed > 0 ? '✘' : '✔'} ${name.padEnd(12)} ${passed} passed, ${failed} failed, ${seconds} s`);
  }
  return sum(results);
}

/**
 * @param {readonly string[]} args
 * @returns {string[]}
 */
function chooseStages(args) {
  const all = Object.keys(stages);
  if (args.length === 0) return all;
  const only = /^--only(?:=(.+))?$/.exec(args[0] ?? '');
  const chosen = (only?.[1] ?? args[1] ?? '').split(',');
  if (!only || args.length > 2 || !chosen.every(name => all.includes(name))) throw new Error(`Usage: npm test -- --only ${all.join(',')}`);
  return all.filter(name => chosen.includes(name));
}

/** @param {string} name */
function npmScript(name) {
  return run('npm', ['run', '--silent', name]);
}

/**
 * @param {Outcome} outcome
 * @returns {Count}
 */
function countAsOne({ code }) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * A run without a summary, without a test that passed, or with an error that no test accounts for has failed.
 * @param {Outcome} outcome
 * @returns {Count}
 */
function countTests({ code, output }) {
  const { passed, failed } = readMochaSummary(output) ?? { passed: 0, failed: 0 };
  const isAccountedFor = failed > 0 || (code === 0 && passed > 0);
  return { passed, failed: isAccountedFor ? failed : 1 };
}

/**
 * @param {readonly Count[]} counts
 * @returns {Count}
 */
function sum(counts) {
  return counts.reduce((total, { passed, failed }) => ({ passed: total.passed + passed, failed: total.failed + failed }), {
    passed: 0,
    failed: 0,
  });
}

/** @type {Count} */
let total = { passed: 0, failed: 1 };
try {
  total = await test(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
