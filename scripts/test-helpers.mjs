// Runs the helpers that fixes write with every official library there is, against servers of the test: `npm run test:helpers`.
// The libraries are brought into `.managers-test/helpers/`, once. Needs npm, Python with venv, Go and openssl.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { importSource } from './import-source.mjs';
import { projectRoot } from './project-root.mjs';
import { run, runOrThrow, runScript } from './run.mjs';

const folder = path.join(projectRoot, '.managers-test', 'helpers');
const { helperPackages } = await importSource('test/support/manager-helpers.ts');

await bringNpm(helperPackages('mjs'));
await bringPython(helperPackages('py'));
await bringGo(helperPackages('go'));
const env = { ...process.env, KEY_HYGIENE_HELPER_LIBRARIES: folder };
const { code } = await runScript('scripts/test-unit.mjs', ['fixes/manager', ...process.argv.slice(2)], { env });
process.exitCode = code;

/** @param {readonly string[]} names */
async function bringNpm(names) {
  const own = path.join(folder, 'npm');
  mkdirSync(own, { recursive: true });
  if (!existsSync(path.join(own, 'package.json'))) writeFileSync(path.join(own, 'package.json'), '{ "private": true }\n');
  if (names.every(name => existsSync(path.join(own, 'node_modules', name)))) return;
  await runOrThrow('npm', ['install', '--prefix', own, '--no-audit', '--no-fund', ...names], { quiet: true });
}

/** @param {readonly string[]} names */
async function bringPython(names) {
  const own = path.join(folder, 'python');
  if (!existsSync(own)) await runOrThrow('python3', ['-m', 'venv', own], { quiet: true });
  const python = path.join(own, 'bin', 'python');
  const { code: isMissing } = await run(python, ['-m', 'pip', 'show', '--quiet', ...names], { quiet: true });
  if (isMissing) await runOrThrow(python, ['-m', 'pip', 'install', '--quiet', ...names], { quiet: true });
}

/** @param {readonly string[]} names */
async function bringGo(names) {
  const own = path.join(folder, 'go');
  if (existsSync(path.join(own, 'go.sum'))) return;
  mkdirSync(own, { recursive: true });
  writeFileSync(path.join(own, 'go.mod'), 'module example.com/sample\n\ngo 1.24\n');
  await runOrThrow('go', ['get', ...names], { cwd: own, quiet: true });
}
