// Runs the helpers that fixes write with every official library there is, against servers of the test: `npm run test:helpers`.
// The libraries are brought into `.managers-test/helpers/`, once. Needs npm, Python with venv, Go and openssl;
// Cargo brings and builds those of Rust, where there is one: some minutes, once.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { importSource } from './import-source.mjs';
import { projectRoot } from './project-root.mjs';
import { run, runOrThrow, runScript } from './run.mjs';

const folder = path.join(projectRoot, '.managers-test', 'helpers');
const { helperPackages } = await importSource('test/support/manager-helpers.ts');

const tokio = ['sync', 'macros', 'rt-multi-thread'].map(name => `tokio/${name}`).join(',');

await bringNpm(helperPackages('mjs'));
await bringPython(helperPackages('py'));
await bringGo(helperPackages('go'));
await bringRust(helperPackages('rs'));
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

/** @param {readonly string[]} names */
async function bringRust(names) {
  const own = path.join(folder, 'rust');
  if (existsSync(path.join(own, 'target', 'debug', 'sample')) || spawnSync('cargo', ['--version']).error) return;
  mkdirSync(path.join(own, 'src'), { recursive: true });
  writeFileSync(path.join(own, 'src', 'main.rs'), 'fn main() {}\n');
  const rest = '[profile.dev]\ndebug = false\nincremental = false\n\n[lints.rust]\nwarnings = "deny"\n';
  writeFileSync(path.join(own, 'Cargo.toml'), `[package]\nname = "sample"\nversion = "0.1.0"\nedition = "2024"\n\n${rest}`);
  await runOrThrow('cargo', ['add', '--quiet', ...new Set([...names, 'serde_json', 'tokio']), '--features', tokio], {
    cwd: own,
    quiet: true,
  });
  const env = { ...process.env, CARGO_TARGET_DIR: path.join(own, 'target') };
  await runOrThrow('cargo', ['build', '--quiet'], { cwd: own, quiet: true, env });
}
