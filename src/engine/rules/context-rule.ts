// Keys without a structure of their own: a provider's word in a name, something that assigns, then a value of the provider's shape.

import { hasValueBehind, mayJoin } from './gap-walk.ts';
import { findLongRun } from './long-run-glance.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';
import { type Shape, shapeOf } from './shape-of.ts';
import { withPattern } from './with-pattern.ts';
import { inAnyCase, nameEnd, nameStart } from './word-edges.ts';

export type ContextFormat = Omit<Rule, 'keywords' | 'pattern' | 'confidence' | 'check'> & {
  /** Words of which one must stand in the name, lower case, three characters or more; `_` stands for any or no joint of words. */
  readonly words: readonly string[];
  /** The value: bounded, case-exact, no look-around. */
  readonly shape: RegExp;
  /** What the text from the word to the value must say. Default: any word for a credential, nothing where the value begins with a mark. */
  readonly telling?: RegExp;
  readonly confidence?: Rule['confidence'];
  readonly check?: Rule['check'];
};

/** Words by which a name or call says that it carries a credential. */
const credentialWords = /api|key|token|secret|pass|pwd|auth|cred|bearer|access|private|sign|licen[cs]e|pat\b|client|init|configure|login/i;

/** Whether values begin with letters of their own, as `pat_…` does: the service's name is enough beside them. */
function hasMark(shape: RegExp): boolean {
  return /^[A-Za-z]{1,12}(?:[_-]|(?<=[A-Za-z]{3}))[^{?*+]/.test(shape.source);
}

/** A rule for keys that only their name gives away: `DATADOG_API_KEY=…`, `"datadogApiKey": "…"`, `new Datadog({ apiKey: '…' })`. */
export function contextRule({
  words,
  shape,
  telling = hasMark(shape) ? /\W/ : credentialWords,
  confidence = 'likely',
  check,
  ...rest
}: ContextFormat): Rule {
  const tells = (context: MatchContext): Verdict | undefined => {
    const before = context.match.slice(0, context.match.length - context.secret.length);
    if (!telling.test(before) || functionName.test(context.secret)) return undefined;
    return check ? check(context) : { confidence };
  };
  let spaces = 0;
  let room = 0;
  let values: Shape | undefined;
  let isValue: ReturnType<typeof valueGlance> | undefined;
  const glance = (text: string, keyword: number): boolean => {
    if (values === undefined) {
      values = shapeOf(shape);
      spaces = mostSpaces(words);
      room = Math.max(...words.map(({ length }) => length)) + longestGap;
    }
    // Where the next long run is, is seen with fewer looks than where the gap ends.
    if (values.shortest >= longValue && findLongRun(text, keyword, values.shortest, room, values.alphabet) === -1) return false;
    isValue ??= valueGlance(values);
    return hasValueBehind(text, keyword, spaces, isValue);
  };
  return withPattern(
    { ...rest, confidence, keywords: () => [...new Set(words.flatMap(spellings))], edge: 'word', glance, check: tells },
    () => new RegExp(`${nameStart}(?:${words.map(inAnyCase).join('|')})${nameEnd}${gap}(?<secret>${shape.source})${valueEnd}`, 'd'),
  );
}

/** Whether so many characters of the alphabet as a value has stand behind a joint; where some of them join, too, from within it. */
function valueGlance({ shortest, alphabet }: Shape): (text: string, joint: number, end: number) => boolean {
  const joins = alphabet.some((has, code) => has === 1 && mayJoin(code));
  return (text, joint, end) => {
    const from = joins ? joint + 1 : end;
    return findLongRun(text, from, shortest, end - from, alphabet) !== -1;
  };
}

/** `test_volume_creation_without_mapping`: as long as a key, and words alone. */
const functionName = /^[a-z]{1,24}(?:_[a-z]{1,24}){2,}$/;

const nameRest = '[\\w.$-]';
const joint = '[\\s"\'`\\\\\\]\\[(){}:=>,|?*&;]{1,16}';

/** From the word to the value: the rest of the name, then at most two more words (`string =`, `({ apiKey:`), each with its signs. */
export const gap = `${nameRest}{0,40}${joint}(?:${nameRest}{1,32}${joint})?(?:${nameRest}{1,32}${joint})?`;

/** How many characters a gap has at most, and from how many characters on a value is long. */
const longestGap = 40 + 16 + 2 * (32 + 16);
const longValue = 32;

export const valueEnd = '(?![A-Za-z0-9_+/-])';

/** How many spaces the spellings of a word may have. */
export function mostSpaces(words: readonly string[]): number {
  return Math.max(...words.map(word => word.split(/_|[^\w.$-]+/).length - 1));
}

/** The literal texts that occur when the word does: `dd_api` is `dd_api`, `dd-api`, `dd.api`, `dd api` or `ddapi`. */
export function spellings(word: string): readonly string[] {
  return word.includes('_') ? ['_', '-', '.', ' ', ''].map(sign => word.replaceAll('_', sign)) : [word];
}
