// `key-hygiene scan --staged`: the files of the next commit, as git would commit them, whatever is on disk.

import { dirname, relative, sep } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import type { Phrase } from '../engine/phrase.ts';
import { reportProblems } from '../engine/reports/report-problems.ts';
import type { ReportedFinding, ReportedProblem } from '../engine/reports/scan-result.ts';
import type { SkippedFile } from '../engine/scan/file-report.ts';
import { notWorthReading } from '../engine/scan/skip-names.ts';
import { compileExcludes } from '../node/exclude-globs.ts';
import { decodeText, tooLarge } from '../node/read-text.ts';
import type { EngineRecipe } from '../node/scan-messages.ts';
import { GitFailure, listStagedFiles, readContents, type StagedFile } from '../node/staged-files.ts';
import { excludedBy } from '../node/walk-rules.ts';
import type { Deps } from './command-line.ts';
import { reportOn } from './explain.ts';
import type { ScanArguments } from './scan-arguments.ts';
import type { Outcome } from './scan-command.ts';
import { createSettingsReader, type FolderSettings } from './scan-settings.ts';
import { UserError } from './user-error.ts';

export async function scanStaged(options: ScanArguments, deps: Deps, warn: (text: string) => void): Promise<Outcome> {
  try {
    return await scanIndex(options, deps, createSettingsReader(options, warn));
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    throw new UserError(error.code === 'ENOENT' ? 'git was not found.' : 'git could not say what is staged: is this a repository?');
  }
}

async function scanIndex(options: ScanArguments, deps: Deps, settingsOf: (folder: string) => FolderSettings): Promise<Outcome> {
  const skipped: SkippedFile[] = [];
  const findings: ReportedFinding[] = [];
  const problems: ReportedProblem[] = [];
  let accepted = 0;
  let scanned = 0;
  let hasStableFingerprints = true;
  const wanted: StagedFile[] = [];
  for (const file of await listStagedFiles(deps.cwd)) {
    const reason = reasonToSkip(file, settingsOf(dirname(file.path)).recipe, options, deps);
    if (reason) skipped.push({ uri: nameOf(file, deps.cwd), reason });
    else wanted.push(file);
  }
  const engineOf = keepEngines(deps);
  const { maxFileSize } = settingsOf(deps.cwd).recipe.settings;
  let index = 0;
  for await (const bytes of readContents(wanted, deps.cwd, maxFileSize)) {
    const file = wanted[index++];
    if (!file) break;
    const path = nameOf(file, deps.cwd);
    const read = bytes ? decodeText(bytes, maxFileSize) : { kind: 'skipped' as const, reason: tooLarge(maxFileSize) };
    if (read.kind === 'skipped') {
      skipped.push({ uri: path, reason: read.reason });
      continue;
    }
    const settings = settingsOf(dirname(file.path));
    const source = { uri: slashed(file.path), languageId: '', text: read.text };
    const report = reportOn(await engineOf(settings.recipe), source, options.explain);
    findings.push(...report.findings.map(finding => ({ ...finding, path })));
    problems.push(...reportProblems(report.problems, path, settings.recipe.settings));
    accepted += report.accepted ?? 0;
    scanned++;
    hasStableFingerprints &&= settings.hasStableFingerprints;
  }
  return { findings, problems, accepted, skipped, scanned, hasStableFingerprints };
}

function reasonToSkip({ path }: StagedFile, { settings }: EngineRecipe, { exclude }: ScanArguments, { cwd }: Deps): Phrase | undefined {
  const { policy } = settings;
  const excluding = compileExcludes([
    { base: cwd, globs: exclude },
    { base: policy.folder ?? cwd, globs: policy.exclude },
  ]);
  return excludedBy(excluding, path) ?? notWorthReading(path.slice(path.lastIndexOf(sep) + 1));
}

function keepEngines({ makeEngine }: Deps): (recipe: EngineRecipe) => Promise<Engine> {
  const engines = new Map<string, Promise<Engine>>();
  return recipe => {
    const engine = engines.get(recipe.key) ?? makeEngine(recipe);
    engines.set(recipe.key, engine);
    return engine;
  };
}

function nameOf({ path }: StagedFile, cwd: string): string {
  return slashed(relative(cwd, path));
}

function slashed(path: string): string {
  return path.replaceAll(sep, '/');
}
