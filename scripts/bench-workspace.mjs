// Measures a large workspace in the real extension host, as a section of docs/benchmarks.md: `npm run bench:workspace`.
// The floor is what ripgrep takes for the same files: to list them, and to count one literal in them thirty times.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { replaceSection } from './benchmarks-page.mjs';
import { build } from './build.mjs';
import { findCommand } from './find-command.mjs';
import { importSource } from './import-source.mjs';
import { projectRoot } from './project-root.mjs';
import { CHROMIUM_FLAGS, findChromium } from './test-host/find-chromium.mjs';
import { installCodeServer } from './test-host/install-code-server.mjs';
import { createServerFolders, startServer } from './test-host/start-server.mjs';
import { throwAwayFolder } from './throw-away-folder.mjs';

/** @typedef {import('../test/bench/large-workspace.ts').LargeWorkspace} LargeWorkspace */
/** @typedef {Readonly<Record<string, number>>} Figures */

const files = Number(process.argv[2] ?? 50_000); // fewer to try it out; the page is for the whole
const stageTimeout = 9 * 60_000;

replaceSection('A large workspace', await workspaceSection());

/** @returns {Promise<string>} */
async function workspaceSection() {
  const { branchFiles, writeLargeWorkspace } = await importSource('test/bench/large-workspace.ts');
  const folder = throwAwayFolder('bench-workspace');
  console.log(`Writing ${files} files …`);
  /** @type {LargeWorkspace} */
  const workspace = writeLargeWorkspace(folder, files);
  const floor = ripgrepSeconds(workspace.roots);
  const load = os.loadavg()[0]?.toFixed(1);
  const figures = await measureInHost(workspace, folder);
  /** @param {string} name */
  const seconds = name => `${((figures[name] ?? Number.NaN) / 1000).toFixed(1)} s`;
  /** @param {string} name */
  const whole = name => `${Math.round(figures[name] ?? Number.NaN)} ms`;
  const ratio = floor === undefined ? '' : ` (${((figures['firstIndex'] ?? Number.NaN) / 1000 / floor).toFixed(2)} of the floor)`;
  return `## A large workspace

Written by \`npm run bench:workspace\` on ${new Date().toISOString().slice(0, 10)}: ${files.toLocaleString('en')} files in three repositories, ${Math.round(workspace.megabytes)} MB, in the extension host of
VS Code for the browser, which shares ${os.cpus().length} cores with its server, a Chromium and the scan threads; load ${load} before. ${
    floor === undefined
      ? 'ripgrep is not on this machine.'
      : `The floor, ripgrep listing the files once and counting
one literal in them thirty times, takes ${floor.toFixed(1)} s.`
  } Pauses are the longest in which the extension host did nothing else, typing included.

| | time | longest pause |
| --- | ---: | ---: |
| first index, while somebody types | ${seconds('firstIndex')}${ratio} | ${whole('firstIndexPause')} |
| start with what was remembered: keys are shown | ${whole('shown')} | |
| … and what has changed since is put right | ${seconds('putRight')} | ${whole('warmPause')} |
| one file changes | ${whole('oneFile')} | ${whole('oneFilePause')} |
| git switches to a branch with ${branchFiles.toLocaleString('en')} other files, git included | ${seconds('branchSwitch')} | ${whole('branchSwitchPause')} |

The extension host grows by ${Math.round(figures['memoryGrowth'] ?? Number.NaN)} MB with the first index, the scan threads included.
`;
}

/** Seconds, once the files are in the system's cache. @param {readonly string[]} roots */
function ripgrepSeconds(roots) {
  const rg = findCommand('rg');
  if (rg === undefined) return undefined;
  /** @param {readonly string[]} args */
  const seconds = args => {
    const start = performance.now();
    spawnSync(rg, [...args, ...roots], { stdio: 'ignore' });
    return (performance.now() - start) / 1000;
  };
  const search = ['-c', '-F', 'zq8-nowhere'];
  seconds(search);
  return seconds(['--files']) + 30 * Math.min(...[1, 2, 3].map(() => seconds(search)));
}

/**
 * Two sessions of one VS Code: the second finds what the first has kept.
 * @param {LargeWorkspace} workspace
 * @param {string} folder
 * @returns {Promise<Figures>}
 */
async function measureInHost(workspace, folder) {
  await build({ production: true });
  const { chromium } = await import('playwright-core');
  const bundle = await bundleForHost(folder);
  const folders = createServerFolders({ settings: { 'security.workspace.trust.enabled': false } });
  const task = path.join(folder, 'task.json');
  process.env['KEY_HYGIENE_BENCH_TASK'] = task;
  const server = await startServer(await installCodeServer(), folders, { testBundle: true });
  const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS });
  try {
    const context = await browser.newContext();
    /** @type {Record<string, number>} */
    let figures = {};
    for (const stage of ['first', 'warm']) {
      console.log(`Measuring the ${stage} start …`);
      const results = path.join(folder, `${stage}.json`);
      writeFileSync(task, JSON.stringify({ stage, roots: workspace.roots, userData: folders.userData, results }));
      await runStage(await context.newPage(), server.url, workspace.file, bundle);
      figures = { ...figures, ...JSON.parse(readFileSync(results, 'utf8')) };
      writeFileSync(path.join(workspace.roots.at(-1) ?? folder, 'since.ts'), 'const value = process.env.SINCE_THEN_API_KEY;\n');
    }
    return figures;
  } finally {
    await browser.close();
    await server.stop();
  }
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} url
 * @param {string} workspace
 * @param {string} bundle
 */
async function runStage(page, url, workspace, bundle) {
  const remote = (/** @type {string} */ file) => `vscode-remote://${new URL(url).host}${file}`;
  const payload = [
    ['extensionDevelopmentPath', remote(projectRoot)],
    ['extensionTestsPath', remote(bundle)],
    ['skipWelcome', 'true'],
  ];
  /** @type {string[]} */
  const log = [];
  const ended = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`No end:\n${log.join('\n')}`)), stageTimeout).unref();
    Promise.all([
      page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ values) =>
        log.push(values.join(' ')),
      ),
      page.exposeFunction('codeAutomationExit', resolve),
    ]).catch(reject);
  });
  await page.goto(`${url}/?${new URLSearchParams({ workspace, payload: JSON.stringify(payload) })}`);
  if ((await ended) !== 0) throw new Error(log.slice(-20).join('\n'));
  await page.close();
}

/** @param {string} folder */
async function bundleForHost(folder) {
  const esbuild = await import('esbuild');
  const outfile = path.join(folder, 'large-workspace-host.cjs');
  const options = /** @type {const} */ ({ bundle: true, format: 'cjs', platform: 'node', target: 'node20', external: ['vscode'] });
  await esbuild.build({ ...options, absWorkingDir: projectRoot, entryPoints: ['test/bench/host/large-workspace-host.ts'], outfile });
  return outfile;
}
