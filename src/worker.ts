// A scan thread: starts the program (thread.ts), from its compiled form where there is one.

import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { startProgram } from './node/compiled-program.ts';

if (parentPort) {
  const { exports: thread, keep } = startProgram<typeof import('./thread.ts')>(join(__dirname, 'thread.js'), process.env, {
    isLongRun: true,
  });
  thread.serve(parentPort, keep);
}
