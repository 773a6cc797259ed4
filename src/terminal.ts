// The terminal: composes the command line from this process's words, streams and parts, and ends it with its exit code.

import { join } from 'node:path';
import { version } from '../package.json';
import type { Streams } from './cli/command-line.ts';
import { processOutput } from './cli/process-output.ts';
import { runCli } from './cli/run-cli.ts';
import { latin1Writer } from './node/latin1-writer.ts';

/** Tells whether this thread has scanned. */
export async function runTerminal(words: readonly string[]): Promise<boolean> {
  process.once('SIGINT', () => process.exit(130));
  let hasScanned = false;
  const exitCode = await runCli(words, streams(), {
    cwd: process.cwd(),
    env: process.env,
    version,
    workerPath: join(__dirname, 'worker.js'),
    makeEngine: async recipe => {
      hasScanned = true;
      const [{ createEngine }, { createFingerprint, sha1 }, { tablesReader }] = await Promise.all([
        import('./engine/engine.ts'),
        import('./node/fingerprint.ts'),
        import('./node/tables-file.ts'),
      ]);
      const fingerprint = createFingerprint(() => recipe.salt);
      const readTables = tablesReader(__dirname);
      return createEngine(recipe.settings, { fingerprint, now: Date.now, encoder: latin1Writer, sha1, readTables });
    },
  });
  // What could not be written has spoken already.
  process.exitCode ??= exitCode;
  return hasScanned;
}

/** Node's own are loaded when they are asked for. */
function streams(): Streams {
  return {
    get stdin() {
      return process.stdin;
    },
    stdout: processOutput(1, () => process.stdout.on('error', hearStdout)),
    get stderr() {
      return process.stderr;
    },
  };
}

/** The reader of a pipe may leave early (`| head`): nothing is wrong then, and nothing is left to say. */
function hearStdout(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') process.exitCode = 2;
}
