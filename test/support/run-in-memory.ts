// The command line without a process: what it wrote and how it ended.

import { join } from 'node:path';
import { projectRoot } from '../../scripts/project-root.mjs';
import type { Deps } from '../../src/cli/command-line.ts';
import { runCli } from '../../src/cli/run-cli.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { createFingerprint } from '../../src/node/fingerprint.ts';

export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions extends Partial<Deps> {
  readonly input?: readonly Uint8Array[];
  readonly isTTY?: boolean;
}

export async function runInMemory(words: readonly string[], { input = [], isTTY = false, ...deps }: RunOptions = {}): Promise<Ran> {
  const written = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr') => ({ isTTY, write: (text: string) => (written[name] += text) });
  const streams = { stdin: streamOf(input), stdout: output('stdout'), stderr: output('stderr') };
  const exitCode = await runCli(words, streams, {
    cwd: projectRoot,
    env: {},
    version: '1.2.3',
    workerPath: join(projectRoot, 'dist', 'worker.js'),
    makeEngine: ({ settings, salt }) =>
      Promise.resolve(createEngine(settings, { fingerprint: createFingerprint(salt), now: () => Date.UTC(2026, 0, 1) })),
    ...deps,
  });
  return { exitCode, ...written };
}

async function* streamOf(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}
