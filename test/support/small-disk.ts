// A disk of a few kilobytes in memory, to be filled to the brim. Only administrators of Linux machines can have one.

import { spawnSync } from 'node:child_process';
import { statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

const pages = 16;
const pageSize = 4096;

export class SmallDisk {
  readonly path: string;

  private constructor(folder: string) {
    this.path = folder;
  }

  /** `undefined` where none can be had. */
  static mount(): SmallDisk | undefined {
    const folder = temporaryFolder();
    const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${pages * pageSize}`, 'tmpfs', folder]);
    return status === 0 ? new SmallDisk(folder) : undefined;
  }

  /** Leaves room for that many small files. */
  fill(room: number): void {
    const { bfree, bsize } = statfsSync(this.path);
    writeFileSync(path.join(this.path, 'filler'), Buffer.alloc(bfree * bsize - room * pageSize));
  }

  makeReadOnly(): void {
    spawnSync('mount', ['-o', 'remount,ro', this.path]);
  }

  unmount(): void {
    spawnSync('umount', ['--lazy', this.path]);
  }
}
