// A rule's pattern made ready to be tried at a place of a text, on a bounded window.

import type { Rule } from '../rules/rule.ts';
import type { Span } from '../text.ts';
import { endsWithGroup } from './ends-with-group.ts';

/** What a pattern found. Offsets are of the whole text. */
export interface Match {
  readonly rule: Rule;
  /** The whole match. */
  readonly span: Span;
  readonly secret: Span;
}

const defaultReach = 512;

/** How much of the text ahead of a match its look-behinds may see. */
const lookBehind = 64;

export class RuleMatcher {
  readonly rule: Rule;
  readonly reach: number;
  readonly #before: number;
  #pattern: RegExp | undefined;
  /** Whether the match ends where the secret does: then its length tells its place, at half of what indices cost. */
  #endsWithSecret = false;
  #crossesLines: boolean | undefined;

  constructor(rule: Rule) {
    this.rule = rule;
    this.reach = rule.reach ?? defaultReach;
    this.#before = rule.before ?? 0;
  }

  /** Whether a match may go on over many lines: a class that is repeated in it has line ends. */
  get crossesLines(): boolean {
    this.#crossesLines ??= repeatedOverLines.test(this.rule.pattern.source);
    return this.#crossesLines;
  }

  /** The match of the pattern at the keyword that begins at `keyword`, or up to `before` characters ahead of it. */
  matchAt(text: string, keyword: number): Match | undefined {
    const from = Math.max(0, keyword - this.#before);
    const windowStart = Math.max(0, from - lookBehind);
    const windowEnd = keyword + this.reach;
    const pattern = this.#compiled();
    pattern.lastIndex = from - windowStart;
    const found = this.#reaching(pattern, text.slice(windowStart, windowEnd), keyword - windowStart);
    if (!found) return undefined;
    // Sticky: where the match ends the next one would begin.
    const end = windowStart + pattern.lastIndex;
    const span = { start: end - lengthOf(found), end };
    // Cut off by the window, not ended by the text: nobody knows how it goes on.
    if (end === windowEnd && windowEnd < text.length) return undefined;
    if (span.start > keyword) return undefined;
    return { rule: this.rule, span, secret: this.#secretIn(found, span, windowStart) };
  }

  /**
   * The first match, or the first that reaches the keyword: one that ends ahead of it was found at another one, most likely, and hides what
   * begins behind it.
   */
  #reaching(pattern: RegExp, window: string, keyword: number): RegExpExecArray | undefined {
    const first = pattern.exec(window) ?? undefined;
    const end = pattern.lastIndex;
    let found = first;
    for (let round = 0; found && pattern.lastIndex <= keyword && round < mostEarlier; round++) found = pattern.exec(window) ?? undefined;
    const isThere = found && pattern.lastIndex > keyword && pattern.lastIndex - lengthOf(found) <= keyword;
    if (isThere) return found;
    pattern.lastIndex = end;
    return first;
  }

  #secretIn({ groups, indices }: RegExpExecArray, span: Span, windowStart: number): Span {
    const secret = groups?.['secret'];
    if (secret === undefined) return span;
    if (this.#endsWithSecret) return { start: span.end - secret.length, end: span.end };
    const [start, end] = indices?.groups?.['secret'] ?? [0, 0];
    return { start: start + windowStart, end: end + windowStart };
  }

  /** Patterns are compiled when first needed: most are never tried. */
  #compiled(): RegExp {
    if (this.#pattern) return this.#pattern;
    const { pattern } = this.rule;
    this.#endsWithSecret = endsWithGroup(pattern.source, 'secret');
    const needsIndices = !this.#endsWithSecret && pattern.source.includes('(?<secret>');
    this.#pattern = compile(pattern, this.#before, needsIndices ? 'dy' : 'y');
    return this.#pattern;
  }
}

function lengthOf({ groups, 0: all }: RegExpExecArray): number {
  return (groups?.[wholeGroup] ?? all).length;
}

/** So many matches may stand between the place where one may begin and the keyword. */
export const mostEarlier = 4;

/** `[^"]{…}`, `[\s\S]{…}`, `[A-Z\n]{…}`. */
const repeatedOverLines = /\[(?:\^(?![^\]]*\\n)[^\]]*|(?!\^)[^\]]*\\[nsSDW][^\]]*)\][*+{]/;

const wholeGroup = 'wholeMatch';

/**
 * Sticky, so that a try costs no search. A pattern that may begin ahead of its keyword gets a lazy gap in front:
 * all its beginnings are tried in one go.
 */
function compile(pattern: RegExp, before: number, own: 'dy' | 'y'): RegExp {
  const flags = [...pattern.flags].filter(flag => !'dgy'.includes(flag)).join('') + own;
  if (before === 0) return new RegExp(pattern.source, flags);
  if (/\\[1-9]/.test(pattern.source)) throw new Error('A pattern that begins ahead of its keyword may refer back by name only.');
  return new RegExp(`[^]{0,${before}}?(?<${wholeGroup}>${pattern.source})`, flags);
}
