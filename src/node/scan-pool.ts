// A scan spread over threads: files in batches, and what to do when a thread breaks down over one of them.

import type { CancelToken } from '../engine/cancel.ts';
import type { KnownValuePlace } from '../engine/hygiene/workspace/known-values.ts';
import { unscannable } from '../engine/scan/skip-reasons.ts';
import type { EngineRecipe, KnownValuesTask, ScannedFiles, ScanTask } from './scan-messages.ts';
import { newFlag, raiseFlag } from './shared-flag.ts';
import { type Found, ThreadPool, type ThreadPoolOptions } from './thread-pool.ts';
import type { WalkRequest } from './walk-rules.ts';

/** One scan: its cancellation, and how to look for files and read them. */
export interface ScanRun {
  walk(request: WalkRequest, onFound: (found: Found) => void): Promise<void>;
  /** With `within`, only the files that a walk with that request would read. */
  scan(files: readonly string[], onScanned: (scanned: ScannedFiles) => void, within?: WalkRequest): Promise<void>;
  /** Places in the files where values of environment files stand. */
  search(environmentFiles: readonly string[], files: readonly string[], within?: WalkRequest): Promise<readonly KnownValuePlace[]>;
}

export class ScanPool {
  readonly #threads: ThreadPool;

  constructor(options: ThreadPoolOptions) {
    this.#threads = new ThreadPool(options);
  }

  /** Lends the threads to `use`; its promise is returned. `urgent` work goes before that of other runs. */
  async run<Result>(
    recipe: EngineRecipe,
    token: CancelToken,
    use: (run: ScanRun) => Promise<Result>,
    { urgent = false }: { readonly urgent?: boolean } = {},
  ): Promise<Result> {
    const cancel = newFlag();
    if (token.isCancellationRequested) raiseFlag(cancel);
    // Tokens need not tell when they are cancelled (the engine's contract asks for the question only), so it is asked.
    const poll = setInterval(() => token.isCancellationRequested && raiseFlag(cancel), pollMilliseconds);
    try {
      return await use({
        walk: async (request, onFound) => {
          const answer = await this.#threads.run({ kind: 'walk', request, cancel }, { urgent, onFound });
          if (answer === 'broken') throw new Error('The scan thread broke down while it looked for files.');
        },
        scan: (files, onScanned, within) =>
          this.#scan({ kind: 'scan', files, recipe, cancel, ...(within && { within }) }, urgent, onScanned),
        search: (environmentFiles, files, within) =>
          this.#search({ kind: 'known-values', environmentFiles, files, recipe, cancel, ...(within && { within }) }),
      });
    } finally {
      clearInterval(poll);
    }
  }

  dispose(): void {
    this.#threads.dispose();
  }

  async #scan(task: ScanTask, urgent: boolean, onScanned: (scanned: ScannedFiles) => void): Promise<void> {
    const batches = batchesOf(task.files).map(files => this.#scanBatch({ ...task, files }, urgent, onScanned));
    await Promise.all(batches);
  }

  /** A batch that a thread ends over is left out: the scan has told which file did it. */
  async #search(task: KnownValuesTask): Promise<readonly KnownValuePlace[]> {
    const answers = await Promise.all(batchesOf(task.files, searchSize).map(files => this.#threads.run({ ...task, files })));
    return answers.flatMap(answer => (answer !== 'broken' && answer.kind === 'known-values' ? answer.places : []));
  }

  /** When a thread ends over a batch, its files are tried again one by one, so that one bad file costs only itself. */
  async #scanBatch(task: ScanTask, urgent: boolean, onScanned: (scanned: ScannedFiles) => void): Promise<void> {
    const answer = await this.#threads.run(task, { urgent });
    if (answer !== 'broken') {
      if (answer.kind === 'scanned') onScanned(answer);
      return;
    }
    const [only, ...others] = task.files;
    if (only !== undefined && others.length === 0) {
      onScanned({ reports: [], skipped: [{ uri: only, reason: unscannable('the scan thread broke down') }] });
      return;
    }
    for (const file of task.files) await this.#scanBatch({ ...task, files: [file] }, urgent, onScanned);
  }
}

function batchesOf(files: readonly string[], size = batchSize): readonly (readonly string[])[] {
  const batches: (readonly string[])[] = [];
  for (let start = 0; start < files.length; start += size) batches.push(files.slice(start, start + size));
  return batches;
}

// Measured: batches of 32 to 512 files are equally fast, smaller ones lose to the messages. Small ones cancel sooner and spread better.
const batchSize = 64;
// Each batch reads the environment files anew. A search stops at the next file when cancelled, whatever the size.
const searchSize = 512;
const pollMilliseconds = 20;
