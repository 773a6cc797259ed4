// The words by which people say in a comment that something is not a secret: ours, and those of other tools.

import { everyRule } from '../settings/severity.ts';

/** On the line of the finding; rule ids may follow. */
export const ignoreMarker = 'key-hygiene:ignore';

/** On the line above the finding; rule ids may follow. */
export const ignoreNextLineMarker = 'key-hygiene:ignore-next-line';

/** What a mark covers. `start` and `end` stand around the lines they cover, their own lines included. */
export type Reach = 'line' | 'next-line' | 'line-and-next' | 'start' | 'end' | 'file';

export interface Mark {
  /** Whose mark it is: a block ends with a mark of its own family. */
  readonly family: string;
  readonly reach: Reach;
  /** What it covers; `*` for every rule. */
  readonly ruleIds: readonly string[];
}

interface Dialect {
  readonly family: string;
  /** Source of a pattern. No word runs into it on either side. */
  readonly word: string;
  readonly reach: Reach;
  /** What the text behind the word covers; `undefined` where it speaks of other things than secrets. Default: every rule. */
  readonly covers?: (rest: string) => readonly string[] | undefined;
}

const everything: readonly string[] = [everyRule];

const aboutSecrets = /secret|passw|credential|token|api[-_]?key|hard-?coded|\bALL\b/i;

// Where another tool's mark names rules they are that tool's: what counts is whether they are about secrets.
const dialects: readonly Dialect[] = [
  { family: 'key-hygiene', word: ignoreMarker, reach: 'line', covers: readRuleIds },
  { family: 'key-hygiene', word: ignoreNextLineMarker, reach: 'next-line', covers: readRuleIds },
  { family: 'key-hygiene', word: `${ignoreMarker}-start`, reach: 'start', covers: readRuleIds },
  { family: 'key-hygiene', word: `${ignoreMarker}-end`, reach: 'end' },
  { family: 'key-hygiene', word: `${ignoreMarker}-file`, reach: 'file', covers: readRuleIds },
  // https://docs.gitlab.com/user/application_security/secret_detection/pipeline/
  { family: 'gitleaks', word: 'gitleaks:allow', reach: 'line' },
  { family: 'betterleaks', word: 'betterleaks:allow', reach: 'line' },
  { family: 'trufflehog', word: 'trufflehog:ignore', reach: 'line' },
  // detect-secrets. It once said “whitelist”.
  { family: 'pragma', word: 'pragma: ?(?:allow|white)list[ -]secret', reach: 'line' },
  { family: 'pragma', word: 'pragma: ?(?:allow|white)list[ -]nextline[ -]secret', reach: 'next-line' },
  // https://docs.gitguardian.com/ggshield-docs/reference/secret/ignore
  { family: 'ggshield', word: 'ggignore', reach: 'line' },
  // The page of the package @secretlint/secretlint-rule-filter-comments lists all four.
  { family: 'secretlint', word: 'secretlint-disable-line', reach: 'line' },
  { family: 'secretlint', word: 'secretlint-disable-next-line', reach: 'next-line' },
  { family: 'secretlint', word: 'secretlint-disable', reach: 'start' },
  { family: 'secretlint', word: 'secretlint-enable', reach: 'end' },
  // https://semgrep.dev/docs/ignoring-files-folders-code: on the first line of a match or the one before.
  { family: 'semgrep', word: 'nosemgrep', reach: 'line-and-next', covers: whereNamed(/^:[ \t]*([\w./-][\w./, -]*)/, aboutSecrets) },
  // https://rules.sonarsource.com: hard-coded credentials are S2068 and S6418.
  { family: 'sonar', word: 'NOSONAR', reach: 'line', covers: whereNamed(/^[ \t]*\(([^)]*)\)/, /2068|6418/) },
  // https://bandit.readthedocs.io (B105 to B107 are hard-coded passwords) and gosec (G101).
  { family: 'nosec', word: 'nosec', reach: 'line', covers: whereNamed(/^:?[ \t]*((?:[BG]\d{3}[ \t,]*)+)/, /B10[567]|G101/) },
  // https://www.jetbrains.com/help/idea/disabling-and-enabling-inspections.html: for the statement below, always with a name.
  {
    family: 'jetbrains',
    word: 'noinspection',
    reach: 'next-line',
    covers: rest => (aboutSecrets.test(/^[ \t]+[\w, \t]*/.exec(rest)?.[0] ?? '') ? everything : undefined),
  },
];

const readers = dialects.map(dialect => ({ ...dialect, pattern: new RegExp(`(?<!\\w)${dialect.word}(?!\\w|-(?!-))`, 'g') }));

const anyWord = new RegExp(dialects.map(({ word }) => word).join('|'));

/** Whether one of the words stands in the text, whatever it means there. */
export function mayHoldMarks(text: string): boolean {
  return anyWord.test(text);
}

/** Every mark in a piece of text that is a comment. */
export function marksIn(comment: string): readonly Mark[] {
  if (!mayHoldMarks(comment)) return [];
  const marks: Mark[] = [];
  for (const { family, reach, covers, pattern } of readers) {
    for (const match of comment.matchAll(pattern)) {
      const start = match.index + match[0].length;
      const ruleIds = covers ? covers(comment.slice(start, start + longestList)) : everything;
      if (ruleIds) marks.push({ family, reach, ruleIds });
    }
  }
  return marks;
}

/** Whether it covers more than the lines around it. */
export function reachesFar({ reach }: Mark): boolean {
  return reach === 'start' || reach === 'end' || reach === 'file';
}

/** Where marks stand that reach beyond the lines around them, wherever in the text that is. */
export function farMarkOffsets(text: string): readonly number[] {
  // Two quick searches rule out nearly every text.
  if (!text.includes(`${ignoreMarker}-`) && !text.includes('secretlint-')) return [];
  return Array.from(text.matchAll(farWords), ({ index }) => index);
}

const farWords = new RegExp(`${ignoreMarker}-(?:start|end|file)(?![\\w-])|secretlint-(?:dis|en)able(?![\\w-])`, 'g');

/**
 * `key-hygiene:ignore rule-a, rule-b -- why`: words up to the end of the comment, or `--`. None means every rule. A word that is
 * no rule's id suppresses nothing, so that a slip of the pen never hides more than was meant.
 */
function readRuleIds(rest: string): readonly string[] {
  const [list = ''] = (/^[\w \t,-]*/.exec(rest)?.[0] ?? '').split('--');
  const ids = list.split(/[ \t,]+/).filter(id => id !== '');
  return ids.length === 0 ? everything : ids;
}

const longestList = 500;

/** Everything, unless rules are named by `list` of which none is one of `wanted`. */
function whereNamed(list: RegExp, wanted: RegExp): NonNullable<Dialect['covers']> {
  return rest => {
    const named = list.exec(rest)?.[1];
    return named === undefined || wanted.test(named) ? everything : undefined;
  };
}
