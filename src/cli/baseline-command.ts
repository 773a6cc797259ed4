// `key-hygiene baseline`: writes down the findings that are there, so that scans tell only of new ones.

import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { BaselineEntry } from '../engine/baseline/accepted.ts';
import { readBaseline, writeBaseline } from '../engine/baseline/baseline-file.ts';
import { addSalt } from '../engine/fixes/ignore-in-policy.ts';
import { formatPhrase } from '../engine/phrase.ts';
import { policyFileName } from '../engine/settings/policy.ts';
import { baselineFileName } from '../engine/settings/project-file-names.ts';
import { errorCode } from '../node/error-code.ts';
import { newSalt } from '../node/fingerprint.ts';
import { pathBelow } from '../node/path-below.ts';
import { findPolicyFile } from '../node/policy-file.ts';
import { type Deps, type ExitCode, exitCodes, type Streams } from './command-line.ts';
import { help } from './help.ts';
import { readScanArguments } from './scan-arguments.ts';
import { openRoot, scanPaths } from './scan-paths.ts';
import { UserError } from './user-error.ts';

export async function baselineCommand(words: readonly string[], { stdout, stderr }: Streams, deps: Deps): Promise<ExitCode> {
  const { update, asksForHelp, scanWords } = readArguments(words);
  if (asksForHelp) {
    stdout.write(help);
    return exitCodes.clean;
  }
  const options = { ...readScanArguments(scanWords), useBaseline: false };
  const folder = projectFolder(options.paths, deps.cwd);
  const file = join(folder, baselineFileName);
  const before = readIfThere(file);
  if (before !== undefined && !update) throw new UserError(`${baselineFileName} is already here. --update brings it up to date.`);
  if (ensureSalt(folder)) stdout.write(`${policyFileName} has a salt now. Commit it: fingerprints mean nothing without it.\n`);
  const { findings } = await scanPaths(options, deps, text => stderr.write(`key-hygiene: ${text}\n`));
  const found = findings.map(finding => entryOf(finding, folder, deps.cwd));
  const roots = options.paths.map(typed => resolve(deps.cwd, typed));
  const kept = readBaseline(before ?? '').entries.filter(({ path }) => !roots.some(root => isWithin(root, resolve(folder, path))));
  const text = writeBaseline([...kept, ...found]);
  write(file, text);
  const count = readBaseline(text).entries.length;
  stdout.write(`${baselineFileName} written: ${count} accepted. Commit it; scans tell of others only.\n`);
  return exitCodes.clean;
}

/** Its own words; the rest says what is scanned, as for `scan`. */
function readArguments(words: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        update: { type: 'boolean' },
        confidence: { type: 'string' },
        exclude: { type: 'string', multiple: true },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const { update = false, help: asksForHelp = false, confidence, exclude = [] } = values;
    const scanWords = [
      ...(confidence === undefined ? [] : [`--confidence=${confidence}`]),
      ...exclude.map(glob => `--exclude=${glob}`),
      '--',
      ...positionals,
    ];
    return { update, asksForHelp, scanWords };
  } catch {
    throw new UserError('"key-hygiene baseline" takes paths, --update, --confidence and --exclude.');
  }
}

/** The one whose salt all fingerprints of the baseline are made with. */
function projectFolder(paths: readonly string[], cwd: string): string {
  const folder = findPolicyFile(cwd)?.policy.folder ?? cwd;
  for (const typed of paths) {
    const at = openRoot(typed, cwd).folder;
    if (resolve(findPolicyFile(at)?.policy.folder ?? cwd) !== resolve(folder) || !isWithin(resolve(folder), at)) {
      throw new UserError(`${typed} does not belong to the project in ${folder}: run "key-hygiene baseline" there.`);
    }
  }
  return folder;
}

function isWithin(root: string, path: string): boolean {
  return path === root || pathBelow(root, path) !== undefined;
}

/** Whether one had to be made. */
function ensureSalt(folder: string): boolean {
  const file = join(folder, policyFileName);
  const change = addSalt(readIfThere(file), newSalt());
  if (change.kind === 'withheld') throw new UserError(formatPhrase(change.reason));
  if (change.kind === 'written') write(file, change.text);
  return change.kind === 'written';
}

function entryOf(
  finding: { readonly path: string; readonly fingerprint: string; readonly ruleId: string },
  folder: string,
  cwd: string,
): BaselineEntry {
  const path = pathBelow(resolve(folder), resolve(cwd, finding.path)) ?? finding.path;
  return { fingerprint: finding.fingerprint, rule: finding.ruleId, path };
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw new UserError(`${file} could not be read (${errorCode(error)}).`);
  }
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UserError(`${file} could not be written (${errorCode(error)}).`);
  }
}
