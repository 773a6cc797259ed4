// Runs a file of the test folder as its author would, with the variables of its .env.
import { execFileSync, spawnSync } from 'node:child_process';
import { parse } from 'dotenv';
import type { TestFolder } from './test-folder.ts';

/** The program's output. */
export function runProgram(folder: TestFolder, command: string, args: readonly string[]): string {
  const env = { ...process.env, ...parse(folder.read('.env')), GOFLAGS: '-mod=mod', GO111MODULE: 'off' };
  return execFileSync(command, args, { cwd: folder.path, env, encoding: 'utf8' });
}

/** Skips the test, and says so, on a machine without the tool. */
export function skipWithout(test: Mocha.Context, command: string, versionArgument: string): void {
  if (spawnSync(command, [versionArgument]).status === 0) return;
  console.log(`      skipped: ${command} is not installed`);
  test.skip();
}
