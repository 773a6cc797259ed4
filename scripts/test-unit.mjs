// Runs the unit tests in plain mocha. Arguments: parts of file paths choose test files, options go to mocha.
// `npm run test:unit -- engine/scan -g "keeps the quote"`
import { build } from './build.mjs';
import { bundleTests } from './bundle-tests.mjs';
import { runTool } from './run.mjs';
import { splitTestArguments } from './split-test-arguments.mjs';

const { filters, options } = splitTestArguments(process.argv.slice(2));
await build(); // some tests start dist/cli.js and dist/worker.js
const bundle = await bundleTests('unit', filters);
const { code } = await runTool('mocha/bin/mocha.js', ['--enable-source-maps', '--no-config', ...options, bundle]);
process.exitCode = code;
