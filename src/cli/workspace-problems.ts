// Problems that show only where a whole folder is scanned: between its keys, in the modes of its files, in what git makes of them.

import { basename, dirname } from 'node:path';
import { neverCancelled } from '../engine/cancel.ts';
import type { Problem } from '../engine/hygiene/problem.ts';
import { environmentFilesToSearch, filesToAskAbout, findWorkspaceProblems } from '../engine/hygiene/workspace/find-workspace-problems.ts';
import type { KnownValuePlace } from '../engine/hygiene/workspace/known-values.ts';
import type { FileFacts } from '../engine/hygiene/workspace/workspace.ts';
import { isPackageManifest } from '../engine/project/package-manifest.ts';
import type { FileReport } from '../engine/scan/file-report.ts';
import { KeyIndex } from '../engine/usages/key-index.ts';
import type { EngineRecipe } from '../node/scan-messages.ts';
import type { Deps } from './command-line.ts';
import { filesWorthThreads, threadsOfRun } from './scan-file-list.ts';

export interface ScannedFolders {
  readonly roots: readonly string[];
  /** All that were read. */
  readonly files: readonly string[];
  /** Of files that use keys. */
  readonly usages: readonly Pick<FileReport, 'uri' | 'usages'>[];
}

export async function findProblemsOfFolders(
  { roots, files, usages }: ScannedFolders,
  recipe: EngineRecipe,
  deps: Deps,
): Promise<readonly Problem[]> {
  const index = new KeyIndex();
  for (const report of usages) index.update(report);
  const keys = index.keys();
  const facts = await factsOf(filesToAskAbout(keys));
  const knownValues = await searchValues(facts, files, recipe, deps);
  const packages = [...new Set(files.filter(file => isPackageManifest(basename(file))).map(file => dirname(file)))];
  return findWorkspaceProblems({ keys, files: facts, roots, packages, knownValues }, () => recipe.settings);
}

/** What asks git takes a while to load, and many a folder has nothing to ask about. */
async function factsOf(files: readonly string[]): Promise<readonly FileFacts[]> {
  if (files.length === 0) return [];
  const { readFileFacts } = await import('../node/file-facts.ts');
  return readFileFacts(files, true, neverCancelled);
}

async function searchValues(
  facts: readonly FileFacts[],
  files: readonly string[],
  recipe: EngineRecipe,
  deps: Deps,
): Promise<readonly KnownValuePlace[]> {
  const environmentFiles = environmentFilesToSearch(facts);
  if (environmentFiles.length === 0) return [];
  if (files.length < filesWorthThreads) {
    const { findKnownValues } = await import('../node/find-known-values.ts');
    return findKnownValues(environmentFiles, files, await deps.makeEngine(recipe), neverCancelled);
  }
  const { ScanPool } = await import('../node/scan-pool.ts');
  const pool = new ScanPool({ workerPath: deps.workerPath, ...threadsOfRun() });
  try {
    return await pool.run(recipe, neverCancelled, run => run.search(environmentFiles, files));
  } finally {
    pool.dispose();
  }
}
