// Measures our scan beside other programs that are on this machine, as a section of docs/benchmarks.md: `npm run bench -- --peers`.
// secretlint's rules are in node_modules, as a part of the packager; ripgrep and gitleaks are taken from the PATH. The latter's module has
// an older name: `go install github.com/zricethezav/gitleaks/v8@latest`.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createMeasures } from './bench-measures.mjs';
import { asFunction } from './build.mjs';
import { compiledTables } from './compiled-tables.mjs';
import { findCommand } from './find-command.mjs';
import { importSource } from './import-source.mjs';
import { lazyCatalogue } from './lazy-catalogue.mjs';
import { projectRoot } from './project-root.mjs';
import { throwAwayFolder } from './throw-away-folder.mjs';

/**
 * @param {readonly string[]} paths real source files
 * @param {string | undefined} cli the command, where it is built
 * @returns {Promise<string>}
 */
export async function peersSection(paths, cli) {
  const { measurePeers, partOf, versionOf } = await importSource('test/bench/peers.ts');
  const { megabytesOf, readSourceFiles } = await importSource('test/bench/source-texts.ts');
  const folder = throwAwayFolder('bench-peers', path.join(projectRoot, '.vscode-test', 'runs'));
  const files = readSourceFiles(paths);
  const load = os.loadavg()[0]?.toFixed(1);
  /** @type {Readonly<Record<string, number>>} */
  const trees = await measurePeers({
    files,
    cli,
    tree: path.join(folder, 'tree'),
    workerPath: await bundleWorker(folder),
    gitleaks: findCommand('gitleaks'),
  });
  const { run, medians } = await createMeasures(partOf(files).map((/** @type {{ path: string }} */ file) => file.path));
  const { scan = Number.NaN } = medians(['scan'], 3);
  // Its first rounds, which do not count, take by far the longest.
  const secretlint = run('secretlint');
  return `## Beside other programs

Written by \`npm run bench -- --peers\` on ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, load ${load} before and ${os.loadavg()[0]?.toFixed(1)} after, ${os.cpus().length} cores.
${files.length.toLocaleString('en')} files, ${megabytesOf(files).toFixed(1)} MB; ${versionOf('rg')}; secretlint's recommended rules ${secretlintVersion()}; gitleaks ${gitleaksVersion()}.

Whole trees, walked, read and scanned, files in the system's cache: megabytes a second of wall time, medians of programs that took turns.
Our threads have read 200 MB each before, as the editor's have after a while; the command starts cold, as other programs do. ripgrep is not
made for thousands of keywords at once; its row for one literal is what walking and reading alone cost it.

${table(trees, 'Key Hygiene, two threads')}

Rules alone, in memory, a part of the same files: megabytes a second of processor time, each in processes of its own.

${table({ 'Key Hygiene': scan, 'secretlint, recommended rules in process': secretlint }, 'Key Hygiene')}
`;
}

/** What Go has noted in the program: one that Go has built does not know it by itself. */
function gitleaksVersion() {
  const program = findCommand('gitleaks');
  if (program === undefined) return 'is not on this machine';
  const { stdout } = spawnSync('go', ['version', '-m', program], { encoding: 'utf8' });
  return /^\tmod\t\S+\t(?<version>\S+)/m.exec(stdout ?? '')?.groups?.['version'] ?? 'of unknown version';
}

/**
 * @param {Readonly<Record<string, number>>} speeds
 * @param {string} ours what the others are compared to
 */
function table(speeds, ours) {
  const lines = Object.entries(speeds).map(
    ([name, speed]) =>
      `| ${name} | ${speed < 10 ? speed.toFixed(1) : Math.round(speed)} | ${((speeds[ours] ?? Number.NaN) / speed).toFixed(2)} |`,
  );
  return [`| | MB/s | "${ours}" is this many times as fast |`, '| --- | ---: | ---: |', ...lines].join('\n');
}

/**
 * @param {string} folder
 * @returns {Promise<string>} the path of the worker
 */
async function bundleWorker(folder) {
  const { build } = await import('esbuild');
  const options = /** @type {const} */ ({
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minify: true,
    mainFields: ['module', 'main'],
    plugins: [lazyCatalogue, compiledTables],
  });
  const common = { ...options, absWorkingDir: projectRoot, logLevel: /** @type {const} */ ('warning') };
  const worker = path.join(folder, 'worker.js');
  await Promise.all([
    build({ ...common, entryPoints: ['src/worker.ts'], outfile: worker }),
    build({ ...common, entryPoints: ['src/thread.ts'], outfile: path.join(folder, 'thread.js'), ...asFunction }),
  ]);
  return worker;
}

function secretlintVersion() {
  const manifest = path.join(projectRoot, 'node_modules', '@secretlint', 'secretlint-rule-preset-recommend', 'package.json');
  return JSON.parse(readFileSync(manifest, 'utf8')).version;
}
