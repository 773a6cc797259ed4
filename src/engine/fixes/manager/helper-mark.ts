// The line by which a helper that a fix has written is found again, and the manager it reads told.

import { type ManagerId, managerIds } from '../../managers/manager-id.ts';
import type { ProjectFile } from './manager-target.ts';

export function markOf(manager: ManagerId): string {
  return `key-hygiene-helper: ${manager}`;
}

/** `undefined` for any other file. */
export function managerOfHelper(text: string): ManagerId | undefined {
  const id = /^(?:\/\/|#) key-hygiene-helper: ([\w-]+)\r?$/m.exec(text)?.[1];
  return managerIds.find(known => known === id);
}

/** The helpers of one manager that still declare what our calls use. */
export function helpersFor(manager: ManagerId, helpers: readonly ProjectFile[], declaration: RegExp): readonly ProjectFile[] {
  return helpers.filter(({ text }) => managerOfHelper(text) === manager && declaration.test(text));
}
