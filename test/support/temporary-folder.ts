// A folder full of files for one test, gone when the test run ends.

import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { throwAwayFolder } from '../../scripts/throw-away-folder.mjs';

/** `files`: contents by path relative to the folder. A path that ends with a slash makes an empty folder. */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = realpathSync(throwAwayFolder('key-hygiene-test'));
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(name.endsWith('/') ? path : dirname(path), { recursive: true });
    if (!name.endsWith('/')) writeFileSync(path, content);
  }
  return folder;
}
