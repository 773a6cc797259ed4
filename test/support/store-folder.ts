// A workspace folder on disk, with a value store that writes into it.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { StoreRequest, StoreResult } from '../../src/engine/env-file/value-store.ts';
import { formatPhrase } from '../../src/engine/phrase.ts';
import { createValueStore } from '../../src/node/value-store.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Of no special format, and in need of no quotes. */
export const storedValue = ['v9', 'Qm+Zk', '/7tR2=='].join('');

export class StoreFolder {
  readonly root: string;
  readonly valueStore = createValueStore();

  constructor(files: Readonly<Record<string, string>> = {}, root = temporaryFolder()) {
    this.root = root;
    this.write('src/app.ts', '');
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  file(name: string): string {
    return path.join(this.root, name);
  }

  read(name: string): string {
    return readFileSync(this.file(name), 'utf8');
  }

  has(name: string): boolean {
    return existsSync(this.file(name));
  }

  write(name: string, text: string): void {
    mkdirSync(path.dirname(this.file(name)), { recursive: true });
    writeFileSync(this.file(name), text);
  }

  git(...args: readonly string[]): string {
    return execFileSync('git', ['-C', this.root, ...args], { stdio: 'pipe', encoding: 'utf8' });
  }

  request(changes: Partial<StoreRequest> = {}): StoreRequest {
    const usual = { envFile: '.env', variable: 'SERVICE_KEY', value: storedValue, mayRunGit: true };
    return { sourcePath: this.file('src/app.ts'), root: this.root, ...usual, ...changes };
  }

  store(changes: Partial<StoreRequest> = {}): Promise<StoreResult> {
    return this.valueStore.store(this.request(changes));
  }
}

/** The sentence of a failure, `''` for a success. */
export function failureOf(result: StoreResult): string {
  return result.kind === 'failed' ? formatPhrase(result.reason) : '';
}

export function notesOf(result: StoreResult): readonly string[] {
  return result.kind === 'stored' ? result.notes.map(formatPhrase) : [];
}
