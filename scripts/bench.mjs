// Measures scanning, typing and starting on this machine and writes docs/benchmarks.md; with `--peers` other programs, too. Read the ratios: absolute figures are of one machine.
// The VSIX's size and the activation time are taken from the last `npm run package` and `npm run test:integration`.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { peersSection } from './bench-peers.mjs';
import { readSection, writePage } from './benchmarks-page.mjs';
import { compiledTables } from './compiled-tables.mjs';
import { importSource } from './import-source.mjs';
import { lazyCatalogue } from './lazy-catalogue.mjs';
import { projectRoot } from './project-root.mjs';
import { throwAwayFolder } from './throw-away-folder.mjs';
import { vsixPath } from './vsix-path.mjs';

// Rules and tables as programs have them that are built.
const load = () => importSource('test/bench/bench.ts', [lazyCatalogue, compiledTables]);
const { bench } = await load();
const folders = [
  path.join(projectRoot, 'node_modules'),
  ...standardLibrary('python3', ['-c', 'import os; print(os.path.dirname(os.__file__))']),
  ...goSources(),
];
const cli = path.join(projectRoot, 'dist', 'cli.js');
const figures = await bench(folders, what => console.log(`Measuring ${what} …`));
console.log('Measuring a quarter of the rules …');
const { benchQuarter } = await load();
/** @type {number} */
const quarter = benchQuarter(folders);
const peers = process.argv.includes('--peers') ? await measuredPeers() : readSection('Beside other programs', 'npm run bench -- --peers');
writePage([benchmarksPage(figures), readSection('A large workspace', 'npm run bench:workspace'), peers]);

function measuredPeers() {
  console.log('Measuring other programs …');
  return peersSection(folders);
}

/** @param {import('../test/bench/bench.ts').Figures} figures */
function benchmarksPage({ rules, keywords, firstLine, firstFile, tables, speed, keystrokes, fixes }) {
  const typing = keystrokes.map(
    cost =>
      `| ${whole(cost.lines)} | ${cost.findings} | ${cost.key.toFixed(1)} | ${cost.slowKey.toFixed(0)} | ${cost.enter.toFixed(1)} | ${cost.inSecret.toFixed(1)} | ${cost.full.toFixed(1)} |`,
  );
  return `# Benchmarks

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${os.cpus()[0]?.model ?? 'unknown processor'}, ${os.cpus().length} cores,
${os.type()} ${os.release()}, Node ${process.versions.node}, load ${os.loadavg()[0]?.toFixed(1)}. ${rules} rules with ${whole(keywords)} keywords. Absolute figures are of this machine and its
load at that hour; the ratios hold elsewhere.

## Scanning

${whole(speed.files)} source files, ${speed.megabytes.toFixed(1)} MB, one thread, megabytes per second of processor time. The floor is what any scan must do: the
same bytes, one literal searched. All rules take ${(quarter / speed.scan).toFixed(2)} times as long as a quarter of them.

| | scan | floor: one literal | share |
| --- | ---: | ---: | ---: |
| in memory | ${whole(speed.scan)} | ${whole(speed.search)} | ${percent(speed.scan, speed.search)} |
| in memory, lookups and references to managers too | ${whole(speed.report)} | ${whole(speed.search)} | ${percent(speed.report, speed.search)} |
| in memory, a quarter of the rules | ${whole(quarter)} | ${whole(speed.search)} | ${percent(quarter, speed.search)} |
| read from disk and decoded | ${whole(speed.readAndScan)} | ${whole(speed.readAndSearch)} | ${percent(speed.readAndScan, speed.readAndSearch)} |

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
${fixes.map(cost => `| ${cost.language} | ${whole(cost.load)} | ${whole(cost.first)} | ${whole(cost.again)} | ${whole(cost.longestSlice)} |`).join('\n')}

## Starting

| | |
| --- | ---: |
| fresh engine, first line scanned | ${firstLine.toFixed(1)} ms |
| its first file of 10,000 lines, nothing compiled yet | ${firstFile.toFixed(1)} ms |
| tables of the scan, read as the build made them | ${tables.read.toFixed(1)} ms |
| the same made of the rules, nothing compiled yet | ${tables.made.toFixed(1)} ms |
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
  const medians = times.map(each => each.sort((a, b) => a - b)[each.length >> 1] ?? Number.NaN);
  return starts
    .map(
      ([what], index) =>
        `| ${what} | ${medians[index]?.toFixed(0)} ms${index === 0 ? '' : ` (+ ${((medians[index] ?? 0) - (medians[0] ?? 0)).toFixed(0)})`} |`,
    )
    .join('\n');
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
 * @param {number} part
 * @param {number} of
 */
function percent(part, of) {
  return `${((part / of) * 100).toFixed(0)} %`;
}
