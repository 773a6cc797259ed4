// Measures scanning, typing and starting on this machine and writes docs/benchmarks.md; with `--peers` other programs, too. Read the ratios: absolute figures are of one machine.
// The VSIX's size and the activation time are taken from the last `npm run package` and `npm run test:integration`.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createMeasures, middle } from './bench-measures.mjs';
import { peersSection } from './bench-peers.mjs';
import { readSection, writePage } from './benchmarks-page.mjs';
import { importSource } from './import-source.mjs';
import { projectRoot } from './project-root.mjs';
import { throwAwayFolder } from './throw-away-folder.mjs';
import { vsixPath } from './vsix-path.mjs';

/** So often is each measure run; medians count. */
const turns = 3;

const { chooseSourceFiles } = await importSource('test/bench/source-texts.ts');
/** @type {readonly string[]} */
const files = chooseSourceFiles([
  path.join(projectRoot, 'node_modules'),
  ...standardLibrary('python3', ['-c', 'import os; print(os.path.dirname(os.__file__))']),
  ...goSources(),
]);
const cli = path.join(projectRoot, 'dist', 'cli.js');
const { run, medians } = await createMeasures(files);
const sizes = run('sizes');
console.log('Measuring scans …');
/** @type {readonly import('./bench-measures.mjs').Measure[]} */
const quarters = ['firstQuarter', 'secondQuarter', 'thirdQuarter', 'fourthQuarter'];
const measured = medians(['scan', 'report', ...quarters, 'search', 'readAndReport', 'readAndSearch'], turns);
/** The speed at which the mean of their times is run. */
const quarter = quarters.length / quarters.reduce((time, name) => time + 1 / (measured[name] ?? Number.NaN), 0);
const speed = { ...measured, quarter };
console.log('Measuring starts …');
const starts = medians(['firstLine', 'firstFile', 'tablesRead', 'tablesMade'], turns);
console.log('Measuring keystrokes …');
const keystrokes = run('keystrokes');
console.log('Measuring fixes …');
const fixes = run('fixes');
const peers = process.argv.includes('--peers') ? await measuredPeers() : readSection('Beside other programs', 'npm run bench -- --peers');
writePage([benchmarksPage(), readSection('A large workspace', 'npm run bench:workspace'), peers]);

function measuredPeers() {
  console.log('Measuring other programs …');
  return peersSection(files, existsSync(cli) ? cli : undefined);
}

function benchmarksPage() {
  const typing = keystrokes.map(
    (/** @type {import('../test/bench/keystrokes.ts').KeystrokeCost} */ cost) =>
      `| ${cost.lines === 1 ? `one of ${cost.megabytes.toFixed(1)} MB` : whole(cost.lines)} | ${cost.findings} | ${cost.key.toFixed(1)} | ${cost.slowKey.toFixed(0)} | ${cost.enter.toFixed(1)} | ${cost.inSecret.toFixed(1)} | ${cost.full.toFixed(1)} |`,
  );
  return `# Benchmarks

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${os.cpus()[0]?.model ?? 'unknown processor'}, ${os.cpus().length} cores,
${os.type()} ${os.release()}, Node ${process.versions.node}, load ${os.loadavg()[0]?.toFixed(1)}. ${sizes.rules} rules with ${whole(sizes.keywords)} keywords. Absolute figures are of this machine and its
load at that hour; the ratios hold elsewhere.

## Scanning

${whole(sizes.files)} source files, ${sizes.megabytes.toFixed(1)} MB, one thread, megabytes per second of processor time: medians of ${turns} processes each, which took
turns and measured one thing each, once they were warm. The floor is what any scan must do: the same bytes, one literal searched.
All rules take ${ratio(speed['quarter'], speed['scan'])} times as long as a quarter of them: the mean of the four quarters.

| | scan | floor: one literal | share |
| --- | ---: | ---: | ---: |
${speedRow('in memory', 'scan', 'search')}
${speedRow('in memory, lookups, references to managers and checks too', 'report', 'search')}
${speedRow('in memory, a quarter of the rules', 'quarter', 'search')}
${speedRow('read from disk, decoded, all of it: what a scan thread does', 'readAndReport', 'readAndSearch')}

## Typing

A key press in a document with a key every 200 lines: microseconds in the scan, median, with the slowest hundredth of the presses in a column
of its own; each press is made three times and the middle time counts. The last column is a scan of the whole document in milliseconds, which runs some time after the last key.

| lines | findings | key | slowest 1 % | Enter | in a secret | whole file (ms) |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${typing.join('\n')}

## Fixing

Milliseconds in a file of 10,000 lines: to load the grammar, from asking for a fix to its plan, the changed text parsed again and found valid, for a text
never seen before and after a change elsewhere in it; and the longest time in which nobody else had a turn.

| | load | first | again | longest slice |
| --- | ---: | ---: | ---: | ---: |
${fixes.map((/** @type {import('../test/bench/fix-speed.ts').FixCost} */ cost) => `| ${cost.language} | ${whole(cost.load)} | ${whole(cost.first)} | ${whole(cost.again)} | ${whole(cost.longestSlice)} |`).join('\n')}

## Starting

| | |
| --- | ---: |
| fresh process, engine made and first line scanned | ${milliseconds('firstLine')} |
| an engine’s first file of 10,000 lines, nothing compiled yet | ${milliseconds('firstFile')} |
| tables of the scan, read as the build made them | ${milliseconds('tablesRead')} |
| the same made of the rules | ${milliseconds('tablesMade')} |
${startRows()}
| activation in the extension host: code loaded | ${activation('loadCode')} |
| activation in the extension host: \`activate\` called | ${activation('callActivate')} |
| packaged extension | ${vsixSize()} |
`;
}

/** Medians of whole processes, which take turns so that whatever else the machine does hits all of them. */
function startRows() {
  if (!existsSync(cli)) return '| the terminal | run `npm run build -- --production` first |';
  const folder = throwAwayFolder('bench-start');
  const empty = path.join(folder, 'empty.js');
  writeFileSync(empty, '');
  const small = path.join(folder, 'small.ts');
  writeFileSync(small, 'const answer = 42;\n'.repeat(20));
  const file = path.join(projectRoot, 'package.json');
  /** @type {readonly (readonly [what: string, args: string[], env: NodeJS.ProcessEnv])[]} */
  const starts = [
    ['`node` with an empty file', [empty], {}],
    ['`node -e 0`', ['-e', '0'], {}],
    ['`key-hygiene --version`', [cli, '--version'], {}],
    ['`key-hygiene scan` of one file, 20 lines that nothing is asked about', [cli, 'scan', small], {}],
    [`\`key-hygiene scan\` of one file, ${whole(statSync(file).size / 1000)} kB`, [cli, 'scan', file], {}],
    ['the same without the compiled form that a first scan leaves', [cli, 'scan', file], { NODE_DISABLE_COMPILE_CACHE: '1' }],
  ];
  const times = starts.map(() => /** @type {number[]} */ ([]));
  for (let round = -2; round < 31; round++) {
    for (const [index, [, args, env]] of starts.entries()) {
      const start = performance.now();
      // Extra certificates are read at the start of every Node: twice what an empty process takes, and nothing of ours.
      spawnSync(process.execPath, args, {
        cwd: projectRoot,
        stdio: 'ignore',
        env: { ...process.env, NODE_EXTRA_CA_CERTS: undefined, ...env },
      });
      if (round >= 0) times[index]?.push(performance.now() - start);
    }
  }
  const medians = times.map(middle);
  return starts
    .map(
      ([what], index) =>
        `| ${what} | ${medians[index]?.toFixed(0)} ms${index === 0 ? '' : ` (+ ${Math.max(0, (medians[index] ?? 0) - (medians[0] ?? 0)).toFixed(0)})`} |`,
    )
    .join('\n');
}

/**
 * @param {string} what
 * @param {string} ours
 * @param {string} floor
 */
function speedRow(what, ours, floor) {
  const [is = Number.NaN, most = Number.NaN] = [speed[ours], speed[floor]];
  return `| ${what} | ${whole(is)} | ${whole(most)} | ${percent(is, most)} |`;
}

/** @param {string} name */
function milliseconds(name) {
  return `${starts[name]?.toFixed(1)} ms`;
}

/** @param {'loadCode' | 'callActivate'} part */
function activation(part) {
  const file = path.join(projectRoot, 'test-results', 'activation.json');
  if (!existsSync(file)) return 'run `npm run test:integration` first';
  return `${Number(JSON.parse(readFileSync(file, 'utf8'))[part]).toFixed(0)} ms`;
}

function vsixSize() {
  return existsSync(vsixPath()) ? `${whole(statSync(vsixPath()).size / 1000)} kB` : 'run `npm run package` first';
}

function goSources() {
  return standardLibrary('go', ['env', 'GOROOT']).map(folder => path.join(folder, 'src'));
}

/**
 * The folder that a language's own program tells, if the program is here.
 * @param {string} program
 * @param {string[]} args
 */
function standardLibrary(program, args) {
  try {
    return [execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()];
  } catch {
    return []; // not installed: the project's own packages are enough to measure on
  }
}

/** @param {number} value */
function whole(value) {
  return Math.round(value).toLocaleString('en');
}

/**
 * @param {number} [of]
 * @param {number} [to]
 */
function ratio(of = Number.NaN, to = Number.NaN) {
  return (of / to).toFixed(2);
}

/**
 * @param {number} part
 * @param {number} of
 */
function percent(part, of) {
  return `${((part / of) * 100).toFixed(0)} %`;
}
