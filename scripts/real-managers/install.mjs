// Brings what the real servers need into `.managers-test/`, once: packages of PyPI in an environment of their own, packages of npm beside.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findCommand } from '../find-command.mjs';
import { projectRoot } from '../project-root.mjs';
import { run } from '../run.mjs';

export const toolsFolder = path.join(projectRoot, '.managers-test');
const pythonFolder = path.join(toolsFolder, 'python');
const programsFolder = path.join(pythonFolder, process.platform === 'win32' ? 'Scripts' : 'bin');

/** Why a server cannot be had on this machine. */
export class NotToBeHad extends Error {}

/**
 * @param {string} requirement as pip reads it
 * @returns {Promise<{ program: (name: string) => string, version: string }>}
 */
export async function fromPyPi(requirement) {
  const python = findCommand('python3') ?? findCommand('python');
  if (!python) throw new NotToBeHad('there is no Python');
  mkdirSync(toolsFolder, { recursive: true });
  if (!existsSync(programsFolder)) await orNotToBeHad(python, ['-m', 'venv', pythonFolder]);
  const own = path.join(programsFolder, 'python');
  await orNotToBeHad(own, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', requirement]);
  const name = requirement.replace(/\[.*/, '');
  const show = await run(own, ['-m', 'pip', 'show', name], { quiet: true });
  return { program: file => path.join(programsFolder, file), version: /^Version: (.+)$/m.exec(show.output)?.[1] ?? '' };
}

/**
 * @param {string} name
 * @returns {Promise<{ folder: string, version: string }>} a folder that the package can be required from
 */
export async function fromNpm(name) {
  const folder = path.join(toolsFolder, 'npm');
  const manifest = path.join(folder, 'node_modules', name, 'package.json');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(path.join(folder, 'package.json'))) writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  if (!existsSync(manifest)) await orNotToBeHad('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', name]);
  return { folder, version: JSON.parse(readFileSync(manifest, 'utf8')).version };
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
async function orNotToBeHad(command, args) {
  const { code } = await run(command, args, { quiet: true });
  // What the registry said names its host and this machine's paths: that it did not give the package is enough.
  if (code !== 0) throw new NotToBeHad(`${path.basename(command)} does not get ${args.at(-1) ?? ''}`);
}
