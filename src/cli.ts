// The terminal: composes the command line from this process's words, streams and parts, and ends it with its exit code.

import { join } from 'node:path';
import { version } from '../package.json';
import type { Streams } from './cli/command-line.ts';
import { runCli } from './cli/run-cli.ts';
import { latin1Writer } from './node/latin1-writer.ts';

const streams: Streams = process;

// The reader of a pipe may leave early (`| head`): nothing is wrong then, and nothing is left to say.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.exitCode = 2;
});

process.once('SIGINT', () => process.exit(130));

void runCli(process.argv.slice(2), streams, {
  cwd: process.cwd(),
  env: process.env,
  version,
  workerPath: join(__dirname, 'worker.js'),
  makeEngine: async ({ settings, salt }) => {
    const [{ createEngine }, { createFingerprint, sha1 }] = await Promise.all([
      import('./engine/engine.ts'),
      import('./node/fingerprint.ts'),
    ]);
    return createEngine(settings, { fingerprint: createFingerprint(salt), now: Date.now, encoder: latin1Writer, sha1 });
  },
}).then(exitCode => {
  process.exitCode = exitCode;
});
