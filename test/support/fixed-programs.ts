// The programs among the fixtures of fixes, and how a test compiles and runs them.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { applyEdits, type FixFixture, fixFixtures, fixSecret, fixVariable, planFixture } from './fix-fixtures.ts';

export type Phase = 'before' | 'after';

export interface Program extends FixFixture {
  readonly after: string;
}

export const phases: readonly Phase[] = ['before', 'after'];

/** Those that a fix changes. */
export function programsOf(language: string): readonly Program[] {
  return fixFixtures().flatMap(fixture => {
    if (fixture.entry?.only === 'tree') return []; // planned here without one
    if (fixture.language !== language) return [];
    const plan = planFixture(fixture);
    return plan.kind === 'edits' ? [{ ...fixture, after: applyEdits(fixture.before, plan.edits) }] : [];
  });
}

export function isInstalled(tool: string): boolean {
  return spawnSync(tool, [tool === 'go' ? 'version' : '--version']).error === undefined;
}

/** The output; the key is in the environment, as the `.env` would put it there. */
export function run(tool: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawn(tool, args, cwd, { [fixVariable]: fixSecret });
  assert.ok(error === undefined && status === 0, `${tool} ${args.join(' ')}\n${stdout}${stderr}${error?.message ?? ''}`);
  return stdout;
}

/** Runs a program without its key: it has to end, and to say which variable it wanted. */
export function assertStops(tool: string, args: readonly string[], cwd: string, value: '' | undefined): void {
  const { status, stdout, stderr, error } = spawn(tool, args, cwd, { [fixVariable]: value });
  assert.ok(error === undefined && status !== 0, `${tool} ${args.join(' ')} went on\n${stdout}`);
  assert.match(stdout + stderr, new RegExp(`${fixVariable}"?(?: because it)? (?:is not|must be) set`));
}

function spawn(tool: string, args: readonly string[], cwd: string, variables: Readonly<Record<string, string | undefined>>) {
  const env = { ...process.env, ...variables, GOFLAGS: '-mod=mod', GOPROXY: 'off', GOTOOLCHAIN: 'local' };
  return spawnSync(tool, args, { cwd, env, encoding: 'utf8' });
}

/** The file that was written. */
export function write(file: string, text: string): string {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

export function nameOf({ name }: Program): string {
  return name.replaceAll('-', '_');
}
