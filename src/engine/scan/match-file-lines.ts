// Matches that the name of a file leads to: what a line holds there is said nowhere on it (rules/account-files.ts).

import { type LineFormat, lineFormatsOf, readLine } from '../rules/account-files.ts';
import type { Rule } from '../rules/rule.ts';
import type { SourceText } from '../text.ts';
import type { TakeMatch } from './attempts.ts';

/** Speaks for all such files. */
export const accountFileRule = 'account-file-password';

/** No line of such a file is longer. */
const longestLine = 400;

/** Calls `take` for each password on its lines. `rule` is asked for where the file has such lines. */
export function matchFileLines({ uri, text }: SourceText, rule: () => Rule | undefined, take: TakeMatch): void {
  const formats = lineFormatsOf(uri);
  const found = formats.length > 0 ? rule() : undefined;
  if (!found) return;
  const isOneLine = !text.trim().includes('\n');
  for (const format of formats) if (!format.isAlone || isOneLine) matchLines(text, format, found, take);
}

function matchLines(text: string, format: LineFormat, rule: Rule, take: TakeMatch): void {
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next === -1 ? text.length : next;
    if (end - start <= longestLine) {
      const line = text.slice(start, end).trimEnd();
      for (const secret of readLine(format, line, start)) take({ rule, span: { start, end: secret.end }, secret });
    }
    start = end + 1;
  }
}
