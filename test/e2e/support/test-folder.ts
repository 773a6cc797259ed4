// The folder that a workbench has open, as it is on disk.
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { throwAwayFolder } from '../../../scripts/throw-away-folder.mjs';
import { waitFor } from './wait-for.ts';

export class TestFolder {
  readonly path: string;

  constructor(folder: string) {
    this.path = folder;
  }

  static of(files: Readonly<Record<string, string>>): TestFolder {
    const folder = new TestFolder(throwAwayFolder('key-hygiene-workspace'));
    for (const [name, text] of Object.entries(files)) folder.write(name, text);
    return folder;
  }

  write(name: string, text: string): void {
    const file = path.join(this.path, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  move(from: string, to: string): void {
    renameSync(path.join(this.path, from), path.join(this.path, to));
  }

  has(name: string): boolean {
    return existsSync(path.join(this.path, name));
  }

  read(name: string): string {
    return readFileSync(path.join(this.path, name), 'utf8');
  }

  /** The permission bits, e.g. 0o600. */
  mode(name: string): number {
    return statSync(path.join(this.path, name)).mode & 0o777;
  }

  /** Waits until the file is there and its text fits. */
  async waitFor(name: string, fits: (text: string) => boolean): Promise<string> {
    return waitFor(
      () => {
        const text = this.has(name) ? this.read(name) : undefined;
        return text !== undefined && fits(text) && text;
      },
      () => `${name} is ${this.has(name) ? JSON.stringify(this.read(name)) : 'missing'}`,
    );
  }
}
