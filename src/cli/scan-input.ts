// `--stdin`: one text from a pipe, named by the person or not at all.

import { dirname, resolve } from 'node:path';
import { reportProblems } from '../engine/reports/report-problems.ts';
import { decodeText } from '../node/read-text.ts';
import type { Deps } from './command-line.ts';
import { reportOn } from './explain.ts';
import type { ScanArguments } from './scan-arguments.ts';
import type { Outcome } from './scan-command.ts';
import { createSettingsReader } from './scan-settings.ts';

export async function scanInput(
  input: AsyncIterable<Uint8Array>,
  options: ScanArguments,
  deps: Deps,
  warn: (text: string) => void,
): Promise<Outcome> {
  const path = options.stdinFilename?.replaceAll('\\', '/') ?? '<stdin>';
  const file = resolve(deps.cwd, options.stdinFilename ?? 'stdin');
  const { recipe, hasStableFingerprints } = createSettingsReader(options, warn)(dirname(file));
  const { maxFileSize } = recipe.settings;
  const read = decodeText(await readAtMost(input, maxFileSize + 1), maxFileSize);
  if (read.kind === 'skipped')
    return { findings: [], problems: [], accepted: 0, skipped: [{ uri: path, reason: read.reason }], scanned: 0, hasStableFingerprints };
  const source = { uri: file.replaceAll('\\', '/'), languageId: '', text: read.text };
  const { findings, problems, accepted = 0 } = reportOn(await deps.makeEngine(recipe), source, options.explain);
  return {
    findings: findings.map(finding => ({ ...finding, path })),
    problems: reportProblems(problems, path, recipe.settings),
    accepted,
    skipped: [],
    scanned: 1,
    hasStableFingerprints,
  };
}

/** Reads on no further than that: what is larger is not scanned anyway. */
async function readAtMost(input: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of input) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= limit) break;
  }
  return Buffer.concat(chunks);
}
