// Runs the unit tests in plain mocha: all of them in several processes at once, chosen ones in one. Arguments: parts of file paths
// choose test files, options go to mocha. `npm run test:unit -- engine/scan -g "keeps the quote"`
import { availableParallelism } from 'node:os';
import { build } from './build.mjs';
import { bundleTests } from './bundle-tests.mjs';
import { readMochaSummary } from './mocha-summary.mjs';
import { runTool } from './run.mjs';
import { splitTestArguments } from './split-test-arguments.mjs';

const MOST_PROCESSES = 4;

const { filters, options } = splitTestArguments(process.argv.slice(2));
const isBuilt = await tryToBuild();
const code = await (filters.length > 0 ? runChosen() : runAll());
process.exitCode = isBuilt ? code : 1;

async function runChosen() {
  return (await runMocha(await bundleTests('unit', filters))).code;
}

/** What each process has to tell comes when it has ended; the sum of all is what `npm test` reads. */
async function runAll() {
  // Files take very unlike times: with two parts for each processor none is idle for long.
  const parts = Math.min(MOST_PROCESSES, 2 * availableParallelism());
  const runs = Array.from({ length: parts }, async (_, part) => {
    const outcome = await runMocha(await bundleTests('unit', [], { part, parts }), { quiet: true });
    console.log(outcome.output);
    return { code: outcome.code, ...(readMochaSummary(outcome.output) ?? { passed: 0, failed: 1 }) };
  });
  const outcomes = await Promise.all(runs);
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  console.log(`  ${passed} passing\n${failed > 0 ? `  ${failed} failing\n` : ''}`);
  return outcomes.find(outcome => outcome.code !== 0)?.code ?? 0;
}

/** @param {string} bundle @param {import('./run.mjs').RunOptions} [runOptions] */
function runMocha(bundle, runOptions) {
  // No test is about time: the limit is there for what hangs, and machines are shared.
  const limit = ['--timeout', '30000'];
  return runTool('mocha/bin/mocha.js', ['--enable-source-maps', '--no-config', ...limit, ...options, bundle], runOptions);
}

// Some tests start dist/cli.js and dist/worker.js. The others are worth running while a root does not build.
async function tryToBuild() {
  try {
    await build();
    return true;
  } catch {
    console.error('The build failed (above), so this run fails.'); // esbuild has printed the reasons
    return false;
  }
}
