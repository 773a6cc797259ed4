// The compiled tables of a scan, in the file that the build has left beside the bundles.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `folder`: where the bundles lie. The file is read once; a program that runs without it builds its tables itself. */
export function tablesReader(folder: string): () => Uint8Array | undefined {
  let bytes: Uint8Array | undefined | null = null;
  return () => {
    if (bytes === null) bytes = readIfThere(join(folder, 'scan-tables.bin'));
    return bytes;
  };
}

function readIfThere(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    // Taken away, or no build but the source itself: then the tables are built.
    return undefined;
  }
}
