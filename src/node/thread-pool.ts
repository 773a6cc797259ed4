// Worker threads that do one task at a time. They start when there is work, end when there was none for a while,
// and one that breaks down takes only its own task with it.

import { Worker } from 'node:worker_threads';
import type { ThreadAnswer, ThreadMessage, ThreadTask } from './scan-messages.ts';

export interface ThreadPoolOptions {
  /** The bundled worker. */
  readonly workerPath: string;
  readonly threads: number;
  /** How many of them start whatever there is to do. Others start when much waits. Default: all. */
  readonly eagerThreads?: number;
}

export type Found = Extract<ThreadMessage, { kind: 'found' }>;

export interface TaskOptions {
  /** Goes before everything that waits. */
  readonly urgent?: boolean;
  readonly onFound?: (found: Found) => void;
}

interface Job extends TaskOptions {
  readonly task: ThreadTask;
  readonly resolve: (answer: ThreadAnswer | 'broken') => void;
  readonly reject: (error: unknown) => void;
}

interface Thread {
  readonly worker: Worker;
  isReady: boolean;
  job: Job | undefined;
  idleTimer: NodeJS.Timeout | undefined;
}

export class ThreadPool {
  readonly #options: ThreadPoolOptions;
  readonly #threads = new Set<Thread>();
  readonly #waiting: Job[] = [];
  #isDisposed = false;

  constructor(options: ThreadPoolOptions) {
    this.#options = options;
  }

  /** The answer, or `broken` when the thread ended over it. Rejects when threads cannot be started at all. */
  run(task: ThreadTask, options: TaskOptions = {}): Promise<ThreadAnswer | 'broken'> {
    return new Promise((resolve, reject) => {
      if (this.#isDisposed) return reject(new Error('The scan threads have been closed.'));
      const job: Job = { ...options, task, resolve, reject };
      if (options.urgent) this.#waiting.unshift(job);
      else this.#waiting.push(job);
      this.#assign();
    });
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#rejectWaiting(new Error('The scan threads have been closed.'));
    for (const thread of this.#threads) void thread.worker.terminate();
  }

  #assign(): void {
    while (this.#waiting.length > 0) {
      const thread = this.#idleThread();
      const job = thread && this.#waiting.shift();
      if (!job) return;
      clearTimeout(thread.idleTimer);
      thread.job = job;
      thread.worker.ref();
      thread.worker.postMessage(job.task);
    }
  }

  #idleThread(): Thread | undefined {
    for (const thread of this.#threads) if (!thread.job) return thread;
    const { threads, eagerThreads = threads } = this.#options;
    const most = this.#waiting.length > jobsWorthThread ? threads : eagerThreads;
    return this.#threads.size < most ? this.#start() : undefined;
  }

  #start(): Thread {
    // Flags of the host (`--inspect`, loaders) are not for this thread.
    const worker = new Worker(this.#options.workerPath, { execArgv: [] });
    const thread: Thread = { worker, isReady: false, job: undefined, idleTimer: undefined };
    this.#threads.add(thread);
    worker.on('message', (message: ThreadMessage) => this.#receive(thread, message));
    // `exit` follows and tells what to do; without a listener the error would end the whole process.
    worker.on('error', () => undefined);
    worker.on('exit', () => this.#bury(thread));
    return thread;
  }

  #receive(thread: Thread, message: ThreadMessage): void {
    if (message.kind === 'ready') {
      thread.isReady = true;
      return;
    }
    const job = thread.job;
    if (!job) return;
    if (message.kind === 'found') {
      job.onFound?.(message);
      return;
    }
    thread.job = undefined;
    job.resolve(message);
    this.#assign();
    if (!thread.job) this.#rest(thread);
  }

  #rest(thread: Thread): void {
    thread.worker.unref();
    thread.idleTimer = setTimeout(() => {
      this.#threads.delete(thread); // Before it ends, so that it is given no work any more.
      void thread.worker.terminate();
    }, idleMilliseconds).unref();
  }

  #bury(thread: Thread): void {
    this.#threads.delete(thread);
    clearTimeout(thread.idleTimer);
    if (!thread.isReady && !this.#isDisposed) {
      const error = new Error('The scan threads could not be started.');
      thread.job?.reject(error);
      this.#rejectWaiting(error);
      return;
    }
    if (this.#isDisposed) thread.job?.reject(new Error('The scan threads have been closed.'));
    else thread.job?.resolve('broken');
    this.#assign();
  }

  #rejectWaiting(error: Error): void {
    for (const job of this.#waiting.splice(0)) job.reject(error);
  }
}

// A new thread has nothing compiled. Measured with scans of 64 files each: until it has, one that is warm is done with as many.
const jobsWorthThread = 128;
// Long enough for a scan that follows edits, short enough to give the memory back.
const idleMilliseconds = 30_000;
