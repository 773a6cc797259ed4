// `key-hygiene scan --explain FILE:LINE`: everything that was weighed on one line, what was refused too.

import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { LineMap } from '../engine/line-map.ts';
import { formatPhrase } from '../engine/phrase.ts';
import { writeTrace } from '../engine/reports/write-text.ts';
import type { Trace } from '../engine/scan/trace.ts';
import { overlaps } from '../engine/text.ts';
import { readText } from '../node/read-text.ts';
import { type Deps, type ExitCode, exitCodes, type Streams } from './command-line.ts';
import { painter } from './paint.ts';
import type { ScanArguments } from './scan-arguments.ts';
import { createSettingsReader } from './scan-settings.ts';
import { UserError } from './user-error.ts';

export interface Place {
  /** As typed. */
  readonly path: string;
  /** Zero-based. */
  readonly line: number;
}

/** The line that is asked about: where `--explain` is given with one path of that form, and no file is called so. */
export function placeToExplain({ explain, paths, staged, stdin }: ScanArguments, cwd: string): Place | undefined {
  const [only = '', ...others] = paths;
  if (!explain || staged || stdin || others.length > 0 || existsSync(resolve(cwd, only))) return undefined;
  const { path, number } = /^(?<path>.+?):(?<number>[1-9]\d{0,8})(?::\d+)?$/.exec(only)?.groups ?? {};
  return path === undefined ? undefined : { path, line: Number(number) - 1 };
}

export async function explainLine(place: Place, options: ScanArguments, streams: Streams, deps: Deps): Promise<ExitCode> {
  if (options.format !== 'text' || options.output !== undefined) throw new UserError('A line is explained as text, on standard output.');
  const { path, line } = place;
  const file = resolve(deps.cwd, path);
  const warn = (text: string) => streams.stderr.write(`key-hygiene: ${text}\n`);
  const { recipe } = createSettingsReader(options, warn)(dirname(file));
  const read = readText(file, recipe.settings.maxFileSize);
  if (read.kind === 'skipped') throw new UserError(`${path} ${formatPhrase(read.reason)}.`);
  const lines = new LineMap(read.text);
  const span = lines.spanOf(line);
  if (span.end === 0 && line > 0) throw new UserError(`${path} has no line ${line + 1}.`);
  const engine = await deps.makeEngine(recipe);
  const traces = engine.explain({ uri: file.replaceAll('\\', '/'), languageId: '', text: read.text }, span);
  const paint = painter(streams.stdout, deps.env);
  const told = traces.map(trace => {
    const start = lines.positionAt(trace.span.start);
    return writeTrace(trace, `${path}:${start.line + 1}:${start.column + 1}`, verdictOn(trace, traces), paint);
  });
  streams.stdout.write(told.length === 0 ? `${path}:${line + 1}: no rule’s pattern matches here.\n` : told.join(''));
  return exitCodes.clean;
}

/** Of rules that see a key in the same characters the strongest speaks; it comes first. */
function verdictOn(trace: Trace, byStrength: readonly Trace[]): string {
  if (trace.confidence === undefined) return 'not flagged';
  const speaker = byStrength.find(({ confidence, span }) => confidence !== undefined && overlaps(span, trace.span));
  return speaker === trace || speaker === undefined ? trace.confidence : `${speaker.ruleId} speaks for it`;
}
