// What the Keys view's filter lets through: text in names, providers and files, and states of keys.

import type { Key } from '../../engine/usages/key.ts';
import { statesOf } from '../../engine/usages/key-states.ts';
import { storageGradeOf } from '../../engine/usages/storage-grade.ts';

/** How keys are kept, the worst first, what else is noticeable about them, and whether checks found something. */
export const filterStates = [
  'hardcoded',
  'config',
  'environment',
  'encrypted',
  'manager',
  'different-values',
  'used-undefined',
  'defined-unused',
  'problem',
] as const;

export type FilterState = (typeof filterStates)[number];

export interface KeysFilter {
  /** In any case; empty for everything. */
  readonly text: string;
  /** Keys in one of them are shown; none for all. */
  readonly states: readonly FilterState[];
}

export const noFilter: KeysFilter = { text: '', states: [] };

export function isFilter({ text, states }: KeysFilter): boolean {
  return text !== '' || states.length > 0;
}

/** Those that are let through, in the order in which they came. */
export function filterKeys(
  keys: readonly Key[],
  { text, states }: KeysFilter,
  hasProblem: (key: Key) => boolean = () => false,
): readonly Key[] {
  const isInOne = (key: Key): boolean => isInState(key, states) || (states.includes('problem') && hasProblem(key));
  const inState = states.length === 0 ? keys : keys.filter(isInOne);
  return text === '' ? inState : inState.flatMap(key => withText(key, text.toLowerCase()));
}

function isInState(key: Key, states: readonly FilterState[]): boolean {
  const own: readonly string[] = [key.grade, ...statesOf(key)];
  return states.some(state => own.includes(state));
}

/** A key that matches by what it is called stays whole; else it keeps the usages whose file matches. */
function withText(key: Key, needle: string): readonly Key[] {
  const called = [key.title, key.provider ?? '', key.ruleId ?? '', ...key.names];
  if (called.some(text => text.toLowerCase().includes(needle))) return [key];
  const usages = key.usages.filter(({ uri }) => decodeURIComponent(uri).toLowerCase().includes(needle));
  if (usages.length === 0) return [];
  const hardcoded = usages.filter(({ kind }) => kind === 'hardcoded').length;
  return [{ ...key, usages, hardcoded, grade: storageGradeOf(usages) }];
}
