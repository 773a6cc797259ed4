// Runs a program in a process with memory for a few large texts only. Where it keeps more of them it dies.

import { spawnSync } from 'node:child_process';
import { bundleSource } from '../../scripts/import-source.mjs';

const megabytes = 40;

/** Whether it came to its end. */
export async function endsInSmallHeap(program: string, ...args: readonly string[]): Promise<boolean> {
  const file = await bundleSource(program);
  return spawnSync(process.execPath, [`--max-old-space-size=${megabytes}`, file, ...args], { stdio: 'ignore' }).status === 0;
}
