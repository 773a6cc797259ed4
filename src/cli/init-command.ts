// `key-hygiene init`: a policy file with a salt, so that fingerprints mean the same on every machine of the team.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { policyFileName } from '../engine/settings/policy.ts';
import { errorCode } from '../node/error-code.ts';
import { newSalt } from '../node/fingerprint.ts';
import { type Deps, type ExitCode, exitCodes, type Streams } from './command-line.ts';
import { help } from './help.ts';
import { UserError } from './user-error.ts';

export function initCommand(words: readonly string[], { stdout }: Streams, { cwd }: Deps): ExitCode {
  if (asksForHelp(words)) {
    stdout.write(help);
    return exitCodes.clean;
  }
  const policy = { salt: newSalt() };
  try {
    writeFileSync(join(cwd, policyFileName), `${JSON.stringify(policy, undefined, 2)}\n`, { flag: 'wx' });
  } catch (error) {
    const code = errorCode(error);
    throw new UserError(code === 'EEXIST' ? `${policyFileName} is already here.` : `${policyFileName} could not be written (${code}).`);
  }
  stdout.write(`${policyFileName} written. Commit it: its salt makes fingerprints the same for the whole team.\n`);
  return exitCodes.clean;
}

function asksForHelp(words: readonly string[]): boolean {
  try {
    return parseArgs({ args: [...words], options: { help: { type: 'boolean', short: 'h' } } }).values.help ?? false;
  } catch {
    throw new UserError('"key-hygiene init" takes no arguments.');
  }
}
