// The thread's side of a scan: takes a task, answers it, waits for the next.

import type { MessagePort } from 'node:worker_threads';
import type { Engine } from '../engine/engine.ts';
import type { KnownValuePlace } from '../engine/hygiene/workspace/known-values.ts';
import type { SkippedFile } from '../engine/scan/file-report.ts';
import { findKnownValues } from './find-known-values.ts';
import { scanFiles } from './scan-files.ts';
import type { EngineRecipe, KnownValuesTask, ScannedFiles, ScanTask, ThreadMessage, ThreadTask } from './scan-messages.ts';
import { flagToken } from './shared-flag.ts';
import { walk } from './walk.ts';
import { createSieve } from './walk-sieve.ts';

export type MakeEngine = (recipe: EngineRecipe) => Engine;

/** `onWarm` is called once, after the first few scans: then nearly all has been used that scans need. */
export function serveScans(port: MessagePort, makeEngine: MakeEngine, onWarm?: () => void): void {
  const engineOf = remember(makeEngine);
  const send = (message: ThreadMessage) => port.postMessage(message);
  let coldFiles = enoughFiles;
  port.on('message', (task: ThreadTask) => {
    if (task.kind === 'walk') {
      sendWalk(task, send);
      send({ kind: 'walked' });
    } else if (task.kind === 'scan') {
      send({ kind: 'scanned', ...scanTask(task, engineOf(task.recipe)) });
      const wasCold = coldFiles > 0;
      coldFiles -= task.files.length;
      if (wasCold && coldFiles <= 0) onWarm?.();
    } else {
      send({ kind: 'known-values', places: searchTask(task, engineOf(task.recipe)) });
    }
  });
  send({ kind: 'ready' });
}

/** A project of this size has used what a scan needs; it is read long before the compiler is done with it. */
const enoughFiles = 100;

function scanTask({ files, within, cancel }: ScanTask, engine: Engine): ScannedFiles {
  if (!within) return scanFiles(files, engine, flagToken(cancel));
  const leftOut: SkippedFile[] = [];
  const reasonToSkip = createSieve(within);
  const wanted = files.filter(file => {
    const reason = reasonToSkip(file);
    if (reason) leftOut.push({ uri: file, reason });
    return reason === undefined;
  });
  const { reports, skipped } = scanFiles(wanted, engine, flagToken(cancel));
  return { reports, skipped: [...leftOut, ...skipped] };
}

function searchTask({ environmentFiles, files, within, cancel }: KnownValuesTask, engine: Engine): readonly KnownValuePlace[] {
  const reasonToSkip = within && createSieve(within);
  const wanted = reasonToSkip ? files.filter(file => reasonToSkip(file) === undefined) : files;
  return findKnownValues(environmentFiles, wanted, engine, flagToken(cancel));
}

function sendWalk({ request, cancel }: Extract<ThreadTask, { kind: 'walk' }>, send: (message: ThreadMessage) => void): void {
  const token = flagToken(cancel);
  let files: string[] = [];
  let skipped: SkippedFile[] = [];
  for (const entry of walk(request)) {
    if (token.isCancellationRequested) return;
    if (entry.kind === 'file') files.push(entry.path);
    else skipped.push({ uri: entry.path, reason: entry.reason });
    if (files.length + skipped.length < foundAtOnce) continue;
    send({ kind: 'found', files, skipped });
    files = [];
    skipped = [];
  }
  send({ kind: 'found', files, skipped });
}

// Few enough that other threads start early, many enough that messages cost nothing beside the walk.
const foundAtOnce = 512;

/** Keeps the engines of the last few recipes: one for each folder of an ordinary workspace. */
function remember(makeEngine: MakeEngine): MakeEngine {
  const engines = new Map<string, Engine>();
  return recipe => {
    const engine = engines.get(recipe.key) ?? makeEngine(recipe);
    engines.delete(recipe.key);
    engines.set(recipe.key, engine);
    if (engines.size > keptEngines) engines.delete(engines.keys().next().value ?? '');
    return engine;
  };
}

const keptEngines = 4;
