// Starts a bundled program from its compiled form, which an earlier run has left beside it: to compile half a megabyte of program
// takes longer than to scan a file with it. Where there is no such form, or V8 does not accept it, the program is compiled as ever.

import { isAscii } from 'node:buffer';
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

export interface StartedProgram<Exports> {
  readonly exports: Exports;
  /**
   * Leaves the compiled form for the next run, with the functions that this run has used. Where that cannot be, or where they are so
   * many that the next run is better off without, nothing happens.
   */
  readonly keep: () => void;
}

export interface ProgramOptions {
  /** Whether the program runs long enough for any compiled form to be worth reading. */
  readonly isLongRun?: boolean;
}

/** `file`: a CommonJS bundle, with the function around it that Node puts around modules, that needs Node's own modules only. */
export function startProgram<Exports>(
  file: string,
  env: NodeJS.ProcessEnv,
  { isLongRun = false }: ProgramOptions = {},
): StartedProgram<Exports> {
  const mayKeep = env['NODE_DISABLE_COMPILE_CACHE'] === undefined;
  const compiledFile = compiledFileOf(file);
  const cachedData = mayKeep ? readIfThere(compiledFile) : undefined;
  const program = readProgram(file);
  const script = new Script(program, { filename: file, ...(cachedData && { cachedData }) });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  const isKept = cachedData !== undefined && script.cachedDataRejected === false;
  return {
    exports: module.exports as Exports,
    keep: () => {
      // Threads start together: what one has left meanwhile is enough.
      if (!mayKeep || isKept || (!cachedData && existsSync(compiledFile))) return;
      const data = script.createCachedData();
      if (isLongRun || data.length <= mostKept(program.length)) replace(compiledFile, data);
    },
  };
}

/**
 * The scan of a large folder uses functions that that of one file never does, and to read them each time costs more than they save
 * (1.6 bytes for each of the program instead of 0.9 cost 10 ms of 40): the form that a short run leaves is waited for.
 */
function mostKept(programLength: number): number {
  return 1.25 * programLength + mostOfFrame;
}

/** What the form has even of the smallest program, amply. */
const mostOfFrame = 1 << 14;

/** Of a program in ASCII, as bundlers write it, a string of half the size comes in a fraction of the time. */
function readProgram(file: string): string {
  const bytes = readFileSync(file);
  return bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
}

/**
 * One for each build and each V8. V8 itself compares no more of the program than its length. It lies beside the program and not in
 * a folder of the user's: who may write there could as well change the program.
 */
export function compiledFileOf(file: string): string {
  const { size, ctimeMs } = statSync(file);
  return `${file}.${size}-${Math.round(ctimeMs)}-${process.versions.v8}-${process.arch}.compiled`;
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    // Not kept yet, or not ours to read: then it is compiled.
    return undefined;
  }
}

/** In one step, so that no other run reads half of it. */
function replace(file: string, data: Buffer): void {
  // Threads of one process have one number.
  const temporary = `${file}.${process.pid}-${Math.random().toString(36).slice(2)}`;
  try {
    writeFileSync(temporary, data);
    renameSync(temporary, file);
  } catch {
    // An installation that this user may not write to: each run compiles.
    rmSync(temporary, { force: true });
  }
}
