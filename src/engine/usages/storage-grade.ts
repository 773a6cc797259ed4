// How well a key is kept: as badly as the worst of the places that hold its value.

import { type Phrase, phrase } from '../phrase.ts';
import { fileKindOf } from './file-kind.ts';
import type { Usage } from './usage.ts';

/** Worst first. `.env` files are how the environment is kept, so their values are graded `environment`, not `config`. */
export type StorageGrade = 'hardcoded' | 'config' | 'environment' | 'encrypted' | 'manager';

const ranks: Readonly<Record<StorageGrade, number>> = { hardcoded: 0, config: 1, environment: 2, encrypted: 3, manager: 4 };

export function storageGradeOf(usages: readonly (Usage & { readonly uri: string })[]): StorageGrade {
  const held = usages.map(gradeOfPlace).filter(grade => grade !== undefined);
  if (held.length > 0) return held.toSorted(compareGrades)[0] ?? 'environment';
  return usages.some(({ kind }) => kind === 'manager') ? 'manager' : 'environment';
}

/** Worse grades first. */
export function compareGrades(a: StorageGrade, b: StorageGrade): number {
  return ranks[a] - ranks[b];
}

export function describeGrade(grade: StorageGrade): Phrase {
  return descriptions[grade];
}

const descriptions: Readonly<Record<StorageGrade, Phrase>> = {
  hardcoded: phrase('hardcoded (critical)'),
  config: phrase('configuration file (depends on its hygiene)'),
  environment: phrase('environment (medium)'),
  encrypted: phrase('encrypted file (good, if its private key is kept elsewhere)'),
  manager: phrase('secret manager (high)'),
};

function gradeOfPlace({ kind, uri }: Usage & { readonly uri: string }): StorageGrade | undefined {
  if (kind === 'hardcoded' || kind === 'encrypted') return kind;
  if (kind !== 'config') return undefined;
  return fileKindOf({ uri, languageId: '' }) === 'environment' ? 'environment' : 'config';
}
