// `key-hygiene scan PATHS`: from what was typed to findings with paths as they were typed.

import { accessSync, constants, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { reportProblems } from '../engine/reports/report-problems.ts';
import type { ReportedFinding, ReportedProblem } from '../engine/reports/scan-result.ts';
import type { FileReport, SkippedFile } from '../engine/scan/file-report.ts';
import { errorCode } from '../node/error-code.ts';
import { readText } from '../node/read-text.ts';
import type { EngineRecipe } from '../node/scan-messages.ts';
import { walk } from '../node/walk.ts';
import { inPartsBreathing } from './breathe.ts';
import type { Deps } from './command-line.ts';
import { explain } from './explain.ts';
import { createNamer, type Root } from './path-names.ts';
import type { ScanArguments } from './scan-arguments.ts';
import type { Outcome } from './scan-command.ts';
import { scanFileList } from './scan-file-list.ts';
import { createSettingsReader } from './scan-settings.ts';
import { UserError } from './user-error.ts';

export async function scanPaths(options: ScanArguments, deps: Deps, warn: (text: string) => void): Promise<Outcome> {
  const readSettings = createSettingsReader(options, warn);
  const roots = options.paths.map(typed => openRoot(typed, deps.cwd));
  const nameOf = createNamer(roots);
  const taken = new Set<string>();
  const findings: ReportedFinding[] = [];
  const problems: ReportedProblem[] = [];
  const skipped: SkippedFile[] = [];
  let scanned = 0;
  let accepted = 0;
  const bySettings = groupBy(roots, ({ folder }) => readSettings(folder));
  for (const [{ recipe }, members] of bySettings) {
    const leftOut: SkippedFile[] = [];
    const result = await scanFileList(findFiles(members, recipe, options, deps, { taken, skipped: leftOut }), recipe, deps);
    scanned += result.scanned;
    accepted += result.accepted;
    skipped.push(...named(leftOut, nameOf), ...named(result.skipped, nameOf));
    if (result.usages.length > 0 && members.every(({ isFolder }) => isFolder)) {
      const { findProblemsOfFolders } = await import('./workspace-problems.ts');
      const betweenKeys = await findProblemsOfFolders(
        { roots: members.map(({ path }) => path), files: result.files, usages: result.usages },
        recipe,
        deps,
      );
      for (const problem of betweenKeys) problems.push(...reportProblems([problem], nameOf(problem.uri), recipe.settings));
    }
    const reports = options.explain ? await explainReports(result.reports, recipe, deps) : result.reports;
    for (const { uri, findings: inFile, problems: aroundKeys } of reports) {
      const path = nameOf(uri);
      findings.push(...inFile.map(finding => ({ ...finding, path })));
      problems.push(...reportProblems(aroundKeys, path, recipe.settings));
    }
  }
  const hasStableFingerprints = [...bySettings.keys()].every(settings => settings.hasStableFingerprints);
  return { findings, problems, accepted, skipped, scanned, hasStableFingerprints };
}

export interface OpenedRoot extends Root {
  /** Where to look for a policy from. */
  readonly folder: string;
  readonly isFolder: boolean;
}

/** What was named must be there: a scan of nothing that says "no keys" would be a lie. */
export function openRoot(typed: string, cwd: string): OpenedRoot {
  if (typed === '') throw new UserError('A path is empty.');
  const path = resolve(cwd, typed);
  try {
    const isFolder = statSync(path).isDirectory();
    accessSync(path, isFolder ? constants.R_OK | constants.X_OK : constants.R_OK);
    return { typed, path, folder: isFolder ? path : dirname(path), isFolder };
  } catch (error) {
    const code = errorCode(error);
    throw new UserError(code === 'ENOENT' ? `There is no ${typed} here.` : `${typed} could not be read (${code}).`);
  }
}

interface Found {
  /** Files of all walks: none is scanned twice. */
  readonly taken: Set<string>;
  readonly skipped: SkippedFile[];
}

/** In parts, so that the first files are scanned while others are looked for. */
async function* findFiles(
  roots: readonly OpenedRoot[],
  recipe: EngineRecipe,
  options: ScanArguments,
  { cwd }: Deps,
  { taken, skipped }: Found,
): AsyncGenerator<readonly string[]> {
  const { policy } = recipe.settings;
  const excludes = [
    { base: cwd, globs: options.exclude },
    { base: policy.folder ?? cwd, globs: policy.exclude },
  ];
  for await (const part of inPartsBreathing(walk({ roots: roots.map(({ path }) => path), excludes }), 512)) {
    const files: string[] = [];
    for (const entry of part) {
      if (entry.kind === 'skipped') skipped.push({ uri: entry.path, reason: entry.reason });
      else if (!taken.has(entry.path)) files.push(entry.path);
    }
    for (const file of files) taken.add(file);
    yield files;
  }
}

/** Reads the few files with findings once more: reports come from threads, which keep no texts. */
async function explainReports(reports: readonly FileReport[], recipe: EngineRecipe, { makeEngine }: Deps): Promise<readonly FileReport[]> {
  const engine = await makeEngine(recipe);
  return reports.map(report => {
    const read = readText(report.uri, recipe.settings.maxFileSize);
    if (read.kind === 'skipped') return report;
    const source = { uri: report.uri.replaceAll('\\', '/'), languageId: '', text: read.text };
    return { ...report, findings: report.findings.map(finding => explain(finding, source, engine)) };
  });
}

function named(skipped: readonly SkippedFile[], nameOf: (path: string) => string): readonly SkippedFile[] {
  return skipped.map(({ uri, reason }) => ({ uri: nameOf(uri), reason }));
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
