// Runs a manager's own program. A value goes in on standard input only: arguments and environments of processes can be read by others.
// What comes out is never logged.

import { type ChildProcess, spawn } from 'node:child_process';
import { basename } from 'node:path';
import { phrase } from '../../engine/phrase.ts';
import { errorCode } from '../error-code.ts';
import { findProgram } from './find-program.ts';
import { cancelled, ManagerFailure, timedOut, unreadable } from './manager-failure.ts';
import type { ManagerSession } from './manager-session.ts';

export interface ProgramRun {
  readonly program: string;
  readonly args: readonly string[];
  readonly input?: string;
  /** For this run, besides what everything here runs with. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Elsewhere than in the user's own folder. */
  readonly folder?: string;
  /** Whether it may store something. */
  readonly changes?: boolean;
}

export interface ProgramOutput {
  readonly code: number;
  readonly output: string;
  /** What it said of an error, fit to be told. */
  readonly said: string;
  /** All of that, to be understood. */
  readonly errors: string;
}

const longestOutput = 8 << 20;

export async function runProgram(session: ManagerSession, run: ProgramRun): Promise<ProgramOutput> {
  const { host } = session;
  session.refuseCancelled();
  const path = await findProgram(run.program, host);
  if (path === undefined) throw missing(run.program);
  const name = [run.program, ...run.args.slice(0, 2)].join(' ');
  const begin = Date.now();
  const ended = await runTo(session, path, run);
  host.log(`${name}: ${ended.code === undefined ? 'stopped' : `exit ${ended.code}`} in ${Date.now() - begin} ms`);
  const facts = { mayHaveHappened: run.changes === true };
  if (ended.isTimedOut) throw timedOut(session.whom, host.programTimeout, facts);
  if (ended.isCancelled) throw cancelled(facts);
  if (ended.isTooLong) throw unreadable(session.whom, facts);
  if (ended.startError !== undefined) {
    const reason = phrase('{0} could not be started ({1}).', run.program, ended.startError);
    throw new ManagerFailure('missing-tool', reason);
  }
  return {
    code: ended.code ?? -1,
    output: ended.output,
    said: session.hide(tellingLines(ended.errors)),
    errors: session.hide(ended.errors, Number.POSITIVE_INFINITY),
  };
}

interface Ended {
  readonly code: number | undefined;
  readonly output: string;
  readonly errors: string;
  readonly startError?: string;
  readonly isTimedOut: boolean;
  readonly isCancelled: boolean;
  readonly isTooLong: boolean;
}

function runTo(session: ManagerSession, path: string, run: ProgramRun): Promise<Ended> {
  const child = start(session, path, run);
  const { signal, isTimedOut, done } = session.limit(session.host.programTimeout);
  return new Promise(resolve => {
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    let length = 0;
    let startError: string | undefined;
    const stop = (): void => kill(child);
    const keep = (into: Buffer[]) => (chunk: Buffer) => {
      length += chunk.length;
      if (length > longestOutput) stop();
      else into.push(chunk);
    };
    child.stdout?.on('data', keep(output));
    child.stderr?.on('data', keep(errors));
    child.on('error', error => {
      startError ??= errorCode(error);
    });
    // A program that ends without reading what it was given is no error of ours: its exit code says what is wrong.
    child.stdin?.on('error', () => {});
    signal.addEventListener('abort', stop);
    child.on('close', code => {
      done();
      const isOver = signal.aborted && !isTimedOut();
      resolve({
        code: code ?? undefined,
        output: Buffer.concat(output).toString('utf8'),
        errors: Buffer.concat(errors).toString('utf8'),
        ...(startError !== undefined && { startError }),
        isTimedOut: isTimedOut(),
        isCancelled: isOver,
        isTooLong: length > longestOutput,
      });
    });
    child.stdin?.end(run.input ?? '');
  });
}

function start({ host, environment }: ManagerSession, path: string, run: ProgramRun): ChildProcess {
  const options = {
    cwd: run.folder ?? host.homeFolder,
    env: { ...environment, ...run.environment, NO_COLOR: '1' },
    stdio: 'pipe',
    windowsHide: true,
    // Of its own group, so that what it started ends with it.
    detached: process.platform !== 'win32',
  } as const;
  if (!/\.(?:cmd|bat)$/i.test(path)) return spawn(path, run.args, options);
  // Windows runs scripts by its shell only. https://nodejs.org/api/child_process.html#spawning-bat-and-cmd-files-on-windows
  const unsafe = [path, ...run.args].find(arg => !/^[\w .,:;/\\=@()+-]*$/.test(arg));
  if (unsafe !== undefined) throw new ManagerFailure('refused', phrase('{0} cannot be given {1} on Windows.', basename(path), unsafe));
  const line = [path, ...run.args].map(arg => `"${arg}"`).join(' ');
  return spawn(environment['ComSpec'] ?? 'cmd.exe', ['/d', '/s', '/c', `"${line}"`], { ...options, windowsVerbatimArguments: true });
}

function kill(child: ChildProcess): void {
  try {
    if (process.platform !== 'win32' && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}

function missing(program: string): ManagerFailure {
  const reason = phrase('The program “{0}” was not found. Install it, or start the editor where it is on the PATH.', program);
  return new ManagerFailure('missing-tool', reason);
}

/** From where it speaks of an error on; else what it said last. */
function tellingLines(text: string): string {
  const lines = text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '');
  const start = lines.findIndex(line => errorMark.test(line));
  const telling = start < 0 ? lines.slice(-3) : lines.slice(start, start + 2);
  return telling.map(line => line.replace(errorMark, '')).join(' ');
}

/** `[ERROR] 2026/03/01 10:00:00 …`, `ERROR: (gcloud.auth) …`, `Doppler Error: …`. */
const errorMark = /^(?:\[ERROR\]\s*(?:\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d)?|ERROR:|(?:Doppler )?Error:)\s*/i;
