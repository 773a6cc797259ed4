// Findings and problems for people at a terminal: where, what (masked), and what to do; a summary at the end.

import { checkById } from '../hygiene/catalogue.ts';
import { formatPhrase } from '../phrase.ts';
import { titleOf } from '../rules/title-of.ts';
import type { Reason, Trace } from '../scan/trace.ts';
import { advise } from './advise.ts';
import type { ReportedFinding, ReportedProblem, ScanResult } from './scan-result.ts';

export type TextStyle = 'place' | 'masked' | 'title' | 'quiet' | 'good' | 'bad';

/** Colours a piece of text, or leaves it as it is. */
export type Paint = (style: TextStyle, text: string) => string;

export function writeText(result: ScanResult, paint: Paint): string {
  return [
    ...result.findings.map(finding => writeFinding(finding, paint)),
    ...result.problems.map(problem => writeProblem(problem, paint)),
    writeSummary(result, paint),
  ].join('');
}

/** One line: how many keys, places and files, what was skipped and why. */
export function writeSummary({ findings, problems, accepted, skipped, scanned }: ScanResult, paint: Paint): string {
  const keys = new Set(findings.map(({ fingerprint }) => fingerprint)).size;
  const files = new Set(findings.map(({ path }) => path)).size;
  const places = `${count(keys, 'key')} at ${count(findings.length, 'place')} in ${count(files, 'file')}.`;
  const found = findings.length === 0 ? paint('good', 'No keys found.') : paint('bad', places);
  const around = problems.length === 0 ? '' : ` ${count(problems.length, 'problem')} around keys.`;
  const alsoAccepted = accepted === 0 ? '' : ` ${accepted} accepted.`;
  return `${found}${around}${alsoAccepted} ${count(scanned, 'file')} scanned${paint('quiet', skippedClause(skipped))}.\n`;
}

function writeFinding(finding: ReportedFinding, paint: Paint): string {
  const { path, line, column, masked, ruleId, confidence, facts = [], trace } = finding;
  const place = paint('place', printable(`${path}:${line + 1}:${column + 1}`));
  const title = paint('title', titleOf(finding));
  const about = [ruleId, confidence, ...facts].join(', ');
  return [
    `${place}  ${paint('masked', printable(masked))}  ${title} ${paint('quiet', printable(`(${about})`))}`,
    `  ${formatPhrase(advise(finding, path))}`,
    ...(trace ? weighing(trace) : []),
    '',
    '',
  ].join('\n');
}

function writeProblem({ path, line, column, checkId, severity, message }: ReportedProblem, paint: Paint): string {
  const place = paint('place', printable(`${path}:${line + 1}:${column + 1}`));
  const title = paint('title', checkById(checkId)?.title ?? checkId);
  return `${place}  ${title} ${paint('quiet', `(${checkId}, ${severity})`)}\n  ${printable(formatPhrase(message))}\n\n`;
}

/** All that was weighed about a place, flagged or not. `verdict`: how that ended. */
export function writeTrace(trace: Trace, place: string, verdict: string, paint: Paint): string {
  const title = paint('title', titleOf(trace));
  return [
    `${paint('place', printable(place))}  ${title} ${paint('quiet', `(${trace.ruleId}, ${verdict})`)}`,
    ...weighing(trace),
    '',
    '',
  ].join('\n');
}

function weighing({ length: characters, entropy, reasons }: Trace): readonly string[] {
  return [`  ${length(characters)}, ${entropy.toFixed(1)} bits of entropy each`, ...reasons.map(writeReason)];
}

function writeReason({ name, verdict, detail }: Reason): string {
  const sign = { believe: '+', doubt: '-', refuse: 'x' }[verdict];
  return `    ${sign} ${name}: ${printable(detail)}`;
}

function skippedClause(skipped: ScanResult['skipped']): string {
  if (skipped.length === 0) return '';
  const byReason = new Map<string, number>();
  for (const { reason } of skipped) {
    const text = formatPhrase(reason);
    byReason.set(text, (byReason.get(text) ?? 0) + 1);
  }
  const reasons = [...byReason].sort((a, b) => b[1] - a[1]).map(([text, times]) => `${times} ${text}`);
  const shown = reasons.slice(0, shownReasons).join(', ');
  return `, ${skipped.length} skipped (${shown}${reasons.length > shownReasons ? ', …' : ''})`;
}

const shownReasons = 6;

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function length(characters: number): string {
  return count(characters, 'character');
}

/** Names of files and pieces of text come from anywhere: they must not steer the terminal. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}
