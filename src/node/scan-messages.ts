// What the main thread and the scan threads say to each other. Paths travel, texts do not; a value never does.
// A thread does one task at a time, so an answer needs no number to find its question.

import type { KnownValuePlace } from '../engine/hygiene/workspace/known-values.ts';
import type { FileReport, SkippedFile } from '../engine/scan/file-report.ts';
import type { Settings } from '../engine/settings/settings.ts';
import type { WalkRequest } from './walk-rules.ts';

/** What an engine is made of. Threads keep the engines they made last, by `key`. */
export interface EngineRecipe {
  readonly key: string;
  readonly settings: Settings;
  /** Key of the fingerprints, hex. */
  readonly salt: string;
}

export type ThreadTask =
  | { readonly kind: 'walk'; readonly request: WalkRequest; readonly cancel: SharedArrayBuffer }
  | ScanTask
  | KnownValuesTask;

export interface ScanTask {
  readonly kind: 'scan';
  readonly files: readonly string[];
  /** Files that a walk with this request would leave out are skipped. Absent: all are scanned. */
  readonly within?: WalkRequest;
  readonly recipe: EngineRecipe;
  readonly cancel: SharedArrayBuffer;
}

/** Values are no part of it: the thread reads the environment files itself. */
export interface KnownValuesTask extends Omit<ScanTask, 'kind'> {
  readonly kind: 'known-values';
  readonly environmentFiles: readonly string[];
}

export type ThreadMessage =
  /** Once, when the thread has started. */
  | { readonly kind: 'ready' }
  /** Any number of times during a walk. */
  | { readonly kind: 'found'; readonly files: readonly string[]; readonly skipped: readonly SkippedFile[] }
  | ThreadAnswer;

/** Ends a task. */
export type ThreadAnswer =
  | { readonly kind: 'walked' }
  | ({ readonly kind: 'scanned' } & ScannedFiles)
  | { readonly kind: 'known-values'; readonly places: readonly KnownValuePlace[] };

export interface ScannedFiles {
  readonly reports: readonly FileReport[];
  readonly skipped: readonly SkippedFile[];
}

/** A salt that is not at hand yet is drawn when it is asked for: where no key is found, that is never. */
export function recipeOf(settings: Settings, salt: string | (() => string)): EngineRecipe {
  let key: string | undefined;
  return {
    settings,
    get salt() {
      return typeof salt === 'string' ? salt : salt();
    },
    get key() {
      key ??= JSON.stringify([settings, this.salt]);
      return key;
    },
  };
}
