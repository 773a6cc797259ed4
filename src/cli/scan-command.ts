// `key-hygiene scan`: arguments in, report out.

import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatPhrase } from '../engine/phrase.ts';
import { isSevere } from '../engine/reports/report-problems.ts';
import type { ScanResult } from '../engine/reports/scan-result.ts';
import { writeJson, writeJsonLines } from '../engine/reports/write-json.ts';
import { writeSarif } from '../engine/reports/write-sarif.ts';
import { writeSummary, writeText } from '../engine/reports/write-text.ts';
import { isFailure } from '../engine/scan/skip-reasons.ts';
import { errorCode } from '../node/error-code.ts';
import { type Deps, type ExitCode, exitCodes, type Streams } from './command-line.ts';
import { explainLine, placeToExplain } from './explain-line.ts';
import { help } from './help.ts';
import { painter, plain } from './paint.ts';
import { readScanArguments, type ScanArguments } from './scan-arguments.ts';
import { scanInput } from './scan-input.ts';
import { scanPaths } from './scan-paths.ts';
import { UserError } from './user-error.ts';

/** What a scan found, and what its report must know besides. */
export interface Outcome extends ScanResult {
  /** Whether every fingerprint was made with a salt that the project keeps. */
  readonly hasStableFingerprints: boolean;
}

export async function scanCommand(words: readonly string[], streams: Streams, deps: Deps): Promise<ExitCode> {
  const options = readScanArguments(words);
  if (options.help) {
    streams.stdout.write(help);
    return exitCodes.clean;
  }
  const place = placeToExplain(options, deps.cwd);
  if (place) return explainLine(place, options, streams, deps);
  const warn = (text: string) => streams.stderr.write(`key-hygiene: ${text}\n`);
  const outcome = await scanWhatWasAsked(options, streams, deps, warn);
  for (const { uri, reason } of outcome.skipped) if (isFailure(reason)) warn(`${uri} ${formatPhrase(reason)}.`);
  report(outcome, options, streams, deps);
  return outcome.findings.length > 0 || outcome.problems.some(isSevere) ? exitCodes.findings : exitCodes.clean;
}

async function scanWhatWasAsked(options: ScanArguments, streams: Streams, deps: Deps, warn: (text: string) => void): Promise<Outcome> {
  if (options.stdin) return scanInput(streams.stdin, options, deps, warn);
  if (!options.staged) return scanPaths(options, deps, warn);
  const { scanStaged } = await import('./scan-staged.ts');
  return scanStaged(options, deps, warn);
}

function report(outcome: Outcome, options: ScanArguments, streams: Streams, deps: Deps): void {
  if (options.output === undefined) {
    streams.stdout.write(format(outcome, options, painter(streams.stdout, deps.env), deps));
    return;
  }
  try {
    writeFileSync(resolve(deps.cwd, options.output), format(outcome, options, plain, deps));
  } catch (error) {
    throw new UserError(`${options.output} could not be written (${errorCode(error)}).`);
  }
  streams.stderr.write(writeSummary(outcome, painter(streams.stderr, deps.env)));
}

function format(outcome: Outcome, options: ScanArguments, paint: typeof plain, { cwd, version }: Deps): string {
  switch (options.format) {
    case 'text':
      return writeText(outcome, paint);
    case 'json':
      return writeJson(outcome);
    case 'jsonl':
      return writeJsonLines(outcome);
    case 'sarif':
      return writeSarif(outcome, { version, base: cwd.replaceAll('\\', '/'), hasStableFingerprints: outcome.hasStableFingerprints });
  }
}
