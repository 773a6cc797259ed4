// Files in, reports out, one after the other on this thread. A file that cannot be read or scanned becomes part of the result.

import type { CancelToken } from '../engine/cancel.ts';
import type { Engine } from '../engine/engine.ts';
import type { FileReport, SkippedFile } from '../engine/scan/file-report.ts';
import { unscannable } from '../engine/scan/skip-reasons.ts';
import { errorCode } from './error-code.ts';
import { readText } from './read-text.ts';
import type { ScannedFiles } from './scan-messages.ts';

/** Stops before the next file when cancelled: what was scanned until then is returned. */
export function scanFiles(files: readonly string[], engine: Engine, token: CancelToken): ScannedFiles {
  const reports: FileReport[] = [];
  const skipped: SkippedFile[] = [];
  for (const file of files) {
    if (token.isCancellationRequested) break;
    const read = readText(file, engine.settings.maxFileSize);
    if (read.kind === 'skipped') {
      skipped.push({ uri: file, reason: read.reason });
      continue;
    }
    try {
      reports.push(reportOf(file, read.text, engine));
    } catch (error) {
      skipped.push({ uri: file, reason: unscannable(errorCode(error)) });
    }
  }
  return { reports, skipped };
}

function reportOf(file: string, text: string, engine: Engine): FileReport {
  if (!file.includes('\\')) return engine.report({ uri: file, languageId: '', text });
  return named(engine.report({ uri: file.replaceAll('\\', '/'), languageId: '', text }), file);
}

/** Where paths have backslashes, reports tell them as they were given. */
function named(report: FileReport, file: string): FileReport {
  const problems = report.problems?.map(problem => ({ ...problem, uri: file }));
  return { ...report, uri: file, ...(problems && { problems }) };
}
