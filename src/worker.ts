// The scan thread: composes an engine as asked for and serves the scans of the thread that started it.

import { parentPort } from 'node:worker_threads';
import { createEngine } from './engine/engine.ts';
import { createFingerprint, sha1 } from './node/fingerprint.ts';
import { latin1Writer } from './node/latin1-writer.ts';
import { serveScans } from './node/scan-thread.ts';
import { tablesReader } from './node/tables-file.ts';

if (parentPort) {
  const readTables = tablesReader(__dirname);
  serveScans(parentPort, ({ settings, salt }) =>
    createEngine(settings, { fingerprint: createFingerprint(salt), now: Date.now, encoder: latin1Writer, sha1, readTables }),
  );
}
