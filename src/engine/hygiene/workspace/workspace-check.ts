// A check that needs the whole workspace: a pure function of its keys and of what is known of its files.

import type { Check } from '../check.ts';
import type { Problem } from '../problem.ts';
import type { Workspace } from './workspace.ts';

export interface WorkspaceCheck extends Check {
  /** In any order. */
  readonly find: (workspace: Workspace) => readonly WorkspaceSighting[];
}

/** A problem without the id of its check. */
export type WorkspaceSighting = Omit<Problem, 'checkId'>;
