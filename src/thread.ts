// The scan thread: composes an engine as asked for and serves the scans of the thread that started it.

import type { MessagePort } from 'node:worker_threads';
import { createEngine } from './engine/engine.ts';
import { createFingerprint, sha1 } from './node/fingerprint.ts';
import { latin1Writer } from './node/latin1-writer.ts';
import { serveScans } from './node/scan-thread.ts';
import { tablesReader } from './node/tables-file.ts';

/** `onWarm`: called once, when nearly all has been used that scans need. */
export function serve(port: MessagePort, onWarm: () => void): void {
  const readTables = tablesReader(__dirname);
  serveScans(
    port,
    ({ settings, salt }) =>
      createEngine(settings, { fingerprint: createFingerprint(salt), now: Date.now, encoder: latin1Writer, sha1, readTables }),
    onWarm,
  );
}
