// The words by which people say in a comment that something is not a secret.

import { LineMap } from '../line-map.ts';
import { everyRule } from '../settings/severity.ts';
import type { Span } from '../text.ts';

/** Anywhere on the line of the finding; rule ids may follow. */
export const ignoreMarker = 'key-hygiene:ignore';

/** Anywhere on the line above the finding; rule ids may follow. */
export const ignoreNextLineMarker = 'key-hygiene:ignore-next-line';

/** Whether a finding of the rule on this span is suppressed by a comment: on its first or last line, or above it. */
export type IsSuppressed = (span: Span, ruleId: string) => boolean;

/** Reads the markers of a text. Costs a search where there are none. */
export function readSuppressions(text: string): IsSuppressed {
  let at = text.indexOf(ignoreMarker);
  if (at < 0) return () => false;
  const lines = new LineMap(text);
  const lineOf = (offset: number): number => lines.positionAt(offset).line;
  const byLine = new Map<number, Set<string>>();
  for (; at >= 0; at = text.indexOf(ignoreMarker, at + ignoreMarker.length)) {
    const ofNextLine = text.startsWith(ignoreNextLineMarker, at);
    const ruleIds = readRuleIds(text, at + (ofNextLine ? ignoreNextLineMarker : ignoreMarker).length);
    if (!ruleIds) continue;
    const line = lineOf(at) + (ofNextLine ? 1 : 0);
    const covered = byLine.get(line) ?? new Set();
    for (const ruleId of ruleIds) covered.add(ruleId);
    byLine.set(line, covered);
  }
  const covers = (line: number, ruleId: string): boolean => {
    const covered = byLine.get(line);
    return covered !== undefined && (covered.has(everyRule) || covered.has(ruleId));
  };
  return ({ start, end }, ruleId) => covers(lineOf(start), ruleId) || covers(lineOf(end), ruleId);
}

/**
 * `key-hygiene:ignore rule-a, rule-b -- why`: words up to the end of the line, of the comment, or `--`. None means every rule. A
 * word that is no rule's id suppresses nothing, so that a slip of the pen never hides more than was meant.
 */
function readRuleIds(text: string, start: number): readonly string[] | undefined {
  const [list = ''] = /^[\w \t,-]*/.exec(text.slice(start, start + longestList)) ?? [];
  // `key-hygiene:ignored` and `key-hygiene:ignore-file` are other words.
  if (/^(?:\w|-(?!-))/.test(list)) return undefined;
  const [ids = ''] = list.split('--');
  const ruleIds = ids.split(/[ \t,]+/).filter(id => id !== '');
  return ruleIds.length === 0 ? [everyRule] : ruleIds;
}

const longestList = 500;
