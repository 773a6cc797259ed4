// Measures our scan beside other programs that are on this machine, as a section of docs/benchmarks.md: `npm run bench -- --peers`.
// secretlint's rules are in node_modules, as a part of the packager; ripgrep and gitleaks are taken from the PATH. The latter's module has
// an older name: `go install github.com/zricethezav/gitleaks/v8@latest`.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { compiledTables } from './compiled-tables.mjs';
import { findCommand } from './find-command.mjs';
import { importSource } from './import-source.mjs';
import { lazyCatalogue } from './lazy-catalogue.mjs';
import { projectRoot } from './project-root.mjs';
import { throwAwayFolder } from './throw-away-folder.mjs';

/**
 * @param {readonly string[]} folders where real source code is
 * @returns {Promise<string>}
 */
export async function peersSection(folders) {
  const { measurePeers, versionOf } = await importSource('test/bench/peers.ts');
  const folder = throwAwayFolder('bench-peers', path.join(projectRoot, '.vscode-test', 'runs'));
  const workerPath = await bundleWorker(folder);
  const { lint, version } = await secretlintRules();
  const load = os.loadavg()[0]?.toFixed(1);
  /** @type {import('../test/bench/peers.ts').PeerSpeeds} */
  const speeds = await measurePeers({
    folders,
    tree: path.join(folder, 'tree'),
    workerPath,
    secretlint: lint,
    gitleaks: findCommand('gitleaks'),
  });
  return `## Beside other programs

Written by \`npm run bench -- --peers\` on ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, load ${load} before and ${os.loadavg()[0]?.toFixed(1)} after, ${os.cpus().length} cores.
${speeds.files.toLocaleString('en')} files, ${speeds.megabytes.toFixed(1)} MB; ${versionOf('rg')}; secretlint's recommended rules ${version}; gitleaks ${gitleaksVersion()}.

Whole trees, walked, read and scanned, files in the system's cache: megabytes a second of wall time, medians of programs that took turns.
ripgrep is not made for thousands of keywords at once; its row for one literal is what walking and reading alone cost it.

${table(speeds.trees, 'Key Hygiene, two threads')}

Rules alone, in memory, a part of the same files: megabytes a second of processor time.

${table(speeds.rules, 'Key Hygiene')}
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

/** @param {string} folder */
async function bundleWorker(folder) {
  const { build } = await import('esbuild');
  const outfile = path.join(folder, 'worker.js');
  const options = /** @type {const} */ ({
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minify: true,
    mainFields: ['module', 'main'],
    plugins: [lazyCatalogue, compiledTables],
  });
  await build({ ...options, absWorkingDir: projectRoot, entryPoints: ['src/worker.ts'], outfile, logLevel: 'warning' });
  return outfile;
}

async function secretlintRules() {
  const { lintSource } = await import('@secretlint/core');
  const { creator } = await import('@secretlint/secretlint-rule-preset-recommend');
  const manifest = path.join(projectRoot, 'node_modules', '@secretlint', 'secretlint-rule-preset-recommend', 'package.json');
  const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }] };
  /** @param {import('../test/bench/source-texts.ts').SourceFile} file */
  const lint = ({ path: filePath, text }) =>
    lintSource({ source: { filePath, content: text, ext: path.extname(filePath), contentType: 'text' }, options: { config } });
  return { lint, version: JSON.parse(readFileSync(manifest, 'utf8')).version };
}
