import assert from 'node:assert/strict';
import { join } from 'node:path';
import { defaultSettings } from '../../../src/engine/settings/settings.ts';
import { recipeOf, type ThreadTask } from '../../../src/node/scan-messages.ts';
import { newFlag } from '../../../src/node/shared-flag.ts';
import { ThreadPool } from '../../../src/node/thread-pool.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** Answers each task with its own number. */
const worker = `
const { parentPort, threadId } = require('node:worker_threads');
const skipped = [{ uri: String(threadId), reason: { text: '' } }];
parentPort.on('message', () => parentPort.postMessage({ kind: 'scanned', reports: [], skipped }));
parentPort.postMessage({ kind: 'ready' });
`;

describe('thread pool', () => {
  let workerPath: string;
  before(() => {
    workerPath = join(temporaryFolder({ 'worker.js': worker }), 'worker.js');
  });

  async function threadsFor(jobs: number, options: { readonly threads: number; readonly eagerThreads?: number }): Promise<number> {
    const pool = new ThreadPool({ workerPath, ...options });
    const task: ThreadTask = { kind: 'scan', files: [], recipe: { ...recipeOf(defaultSettings, '') }, cancel: newFlag() };
    try {
      const answers = await Promise.all(Array.from({ length: jobs }, () => pool.run(task)));
      return new Set(answers.map(answer => (answer !== 'broken' && answer.kind === 'scanned' ? answer.skipped[0]?.uri : 'none'))).size;
    } finally {
      pool.dispose();
    }
  }

  it('starts as many threads as there is work for', async () => {
    assert.equal(await threadsFor(1, { threads: 3 }), 1);
    assert.equal(await threadsFor(40, { threads: 3 }), 3);
  });

  it('starts the eager ones only, until much waits', async () => {
    assert.equal(await threadsFor(100, { threads: 3, eagerThreads: 1 }), 1);
    assert.equal(await threadsFor(100, { threads: 3, eagerThreads: 2 }), 2);
    assert.equal(await threadsFor(10_000, { threads: 3, eagerThreads: 1 }), 3);
  });
});
