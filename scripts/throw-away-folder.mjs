// Folders that live as long as this process: nothing of a test run stays on the machine, however the run ends.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** @type {Set<string>} */
const folders = new Set();

/**
 * @param {string} prefix
 * @param {string} [parent]
 * @returns {string}
 */
export function throwAwayFolder(prefix, parent = tmpdir()) {
  if (folders.size === 0) {
    process.once('exit', removeFolders);
    // By default a signal ends a process without its 'exit' event.
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.once(signal, () => process.exit(1));
  }
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(path.join(parent, `${prefix}-`));
  folders.add(folder);
  return folder;
}

function removeFolders() {
  // A server that was just told to stop may still write its last log lines: try again rather than leave the folder.
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
