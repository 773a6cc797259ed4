// Real source code to measure on: what a developer's machine has anyway.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Enough for steady figures, little enough for a minute. */
const mostBytes = 40_000_000;
const largestFile = 500_000;

/** Source files below the folders (those that exist), evenly chosen, up to 40 MB in all. */
export function chooseSourceFiles(folders: readonly string[]): readonly string[] {
  const files = folders.filter(existsSync).flatMap(sourceFilesBelow);
  const total = files.reduce((sum, file) => sum + file.size, 0);
  const share = Math.min(1, mostBytes / total);
  return files.filter((_, index) => Math.floor(index * share) !== Math.floor((index - 1) * share)).map(file => file.path);
}

export function readSourceFiles(paths: readonly string[]): readonly SourceFile[] {
  return paths.map(file => ({ path: file, text: readFileSync(file, 'utf8') }));
}

export function megabytesOf(files: readonly SourceFile[]): number {
  return files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6;
}

function sourceFilesBelow(folder: string): readonly { readonly path: string; readonly size: number }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(?:[cm]?[jt]sx?|py|go|java|rb|php|cs|rs)$/.test(entry.name))
    .map(entry => path.join(entry.parentPath, entry.name))
    .map(file => ({ path: file, size: statSync(file).size }))
    .filter(({ size }) => size < largestFile);
}
