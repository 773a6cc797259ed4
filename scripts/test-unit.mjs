// Runs the unit tests in plain mocha. Arguments: parts of file paths choose test files, options go to mocha.
// `npm run test:unit -- engine/scan -g "keeps the quote"`
import { build } from './build.mjs';
import { bundleTests } from './bundle-tests.mjs';
import { runTool } from './run.mjs';
import { splitTestArguments } from './split-test-arguments.mjs';

const { filters, options } = splitTestArguments(process.argv.slice(2));
const isBuilt = await tryToBuild();
const bundle = await bundleTests('unit', filters);
// No test is about time: the limit is there for what hangs, and machines are shared.
const limit = ['--timeout', '30000'];
const { code } = await runTool('mocha/bin/mocha.js', ['--enable-source-maps', '--no-config', ...limit, ...options, bundle]);
process.exitCode = isBuilt ? code : 1;

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
