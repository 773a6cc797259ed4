// `.keyhygiene.baseline`: the findings a project lives with, one sorted line each, so that two branches merge without a conflict.
//
//   0123456789abcdef0123456789abcdef generic-password src/old/connect.py
//
// Without line numbers, which change every day. The fingerprint means nothing without the project's salt.

import { type Phrase, phrase } from '../phrase.ts';
import { baselineFileName } from '../settings/project-file-names.ts';
import type { BaselineEntry } from './accepted.ts';

const heading = '# Findings that Key Hygiene accepts: fingerprint, rule, path. Written by "key-hygiene baseline".\n';

export function writeBaseline(entries: readonly BaselineEntry[]): string {
  const lines = entries.map(({ fingerprint, rule, path }) => `${fingerprint} ${rule} ${encodePath(path)}\n`);
  return heading + [...new Set(lines)].sort().join('');
}

export interface BaselineRead {
  readonly entries: readonly BaselineEntry[];
  readonly problems: readonly Phrase[];
}

/** Lines that merging left behind, or that people broke, are told and left out. */
export function readBaseline(text: string): BaselineRead {
  const entries: BaselineEntry[] = [];
  const problems: Phrase[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const { fingerprint = '', rule = '', path = '' } = entryForm.exec(line)?.groups ?? {};
    if (path === '') problems.push(phrase('{0}: line {1} is no fingerprint, rule and path.', baselineFileName, index + 1));
    else entries.push({ fingerprint, rule, path: decodePath(path) });
  }
  return { entries, problems };
}

const entryForm = /^(?<fingerprint>[0-9a-f]{32}) (?<rule>[\w-]+) (?<path>.+)$/;

/** A line end in a file's name must not end the line. */
function encodePath(path: string): string {
  return path.replace(/[%\r\n]/g, character => encodeURIComponent(character));
}

function decodePath(path: string): string {
  return path.replace(/%(?:25|0A|0D)/g, code => decodeURIComponent(code));
}
