// What became of matches at the last key presses. Lines around the one that is typed into are read again and again, and to weigh what
// stands there costs more than all the rest.

import { copyOf } from '../remember.ts';
import type { Rule } from '../rules/rule.ts';
import type { SourceText, Span } from '../text.ts';
import { lineAround } from './line-around.ts';
import { aroundMatch, lineLimit, type Surroundings } from './match-in-text.ts';
import type { Match } from './rule-matcher.ts';
import { movedTo, type WeighedMatch } from './weigh-match.ts';

type Weigh = (match: Match, surroundings: Surroundings) => WeighedMatch | undefined;

/** An answer, and what it depends on besides the lines of the match. */
interface Remembered {
  readonly rule: Rule;
  /** Where in those lines the match stands. */
  readonly span: Span;
  readonly secret: Span;
  readonly weighed: WeighedMatch | undefined;
  /** The text around the match, where somebody has looked there. */
  readonly around: string | undefined;
  readonly mentions: ReadonlyMap<string, boolean>;
}

const most = 300;

/** Keys expire: what was weighed so many milliseconds ago is weighed anew. */
const longest = 60_000;

/** Of one document at a time. Answers equal those of `weigh`: whatever it reads is the same as it was. */
export class WeighMemo {
  readonly #weigh: Weigh;
  /** By the lines of a match with the character behind them. */
  readonly #known = new Map<string, Remembered[]>();
  #count = 0;
  #source: Pick<SourceText, 'uri' | 'languageId'> = { uri: '', languageId: '' };
  #since = 0;

  constructor(weigh: Weigh) {
    this.#weigh = weigh;
  }

  readonly weigh: Weigh = (match, surroundings) => {
    this.#begin(surroundings);
    const { text } = surroundings.source;
    const lines = linesOf(match, text);
    const key = text.slice(lines.start, lines.end + 1);
    const known = this.#known.get(key) ?? [];
    const at = known.findIndex(each => isOf(match, lines.start, each));
    const last = known[at];
    if (last && isTrue(last, match, surroundings)) return last.weighed && movedTo(match, last.weighed);
    const fresh = this.#weighWatched(match, lines.start, surroundings);
    if (at >= 0) known[at] = fresh;
    else this.#add(key, fresh);
    return fresh.weighed;
  };

  #add(lines: string, fresh: Remembered): void {
    if (this.#count >= most) this.#forget();
    this.#count++;
    const others = this.#known.get(lines);
    if (others) others.push(fresh);
    else this.#known.set(copyOf(lines), [fresh]);
  }

  #forget(): void {
    this.#known.clear();
    this.#count = 0;
  }

  #begin({ source: { uri, languageId }, now }: Surroundings): void {
    if (uri === this.#source.uri && languageId === this.#source.languageId && now - this.#since < longest) return;
    this.#forget();
    this.#source = { uri, languageId };
    this.#since = now;
  }

  #weighWatched(match: Match, lineStart: number, { source, mentions: says, now, ruleById }: Surroundings): Remembered {
    const mentions = new Map<string, boolean>();
    let hasLookedAround = false;
    const weighed = this.#weigh(match, {
      source,
      now,
      ruleById,
      mentions: needle => {
        const answer = says(needle);
        mentions.set(needle, answer);
        return answer;
      },
      looksAround: () => {
        hasLookedAround = true;
      },
    });
    const { rule, span, secret } = match;
    const around = hasLookedAround ? copyOf(aroundMatch(source.text, match)) : undefined;
    return { rule, span: within(span, lineStart), secret: within(secret, lineStart), weighed, mentions, around };
  }
}

function isTrue({ around, mentions }: Remembered, match: Match, surroundings: Surroundings): boolean {
  if (around !== undefined && around !== aroundMatch(surroundings.source.text, match)) return false;
  for (const [needle, answer] of mentions) if (surroundings.mentions(needle) !== answer) return false;
  return true;
}

function linesOf({ span, secret }: Match, text: string): Span {
  return lineAround(text, { start: Math.min(span.start, secret.start), end: Math.max(span.end, secret.end) }, lineLimit);
}

function within({ start, end }: Span, from: number): Span {
  return { start: start - from, end: end - from };
}

/** Whether it tells of the same match of the same lines, which begin at `lineStart`. */
function isOf({ rule, span, secret }: Match, lineStart: number, known: Remembered): boolean {
  return rule === known.rule && isAt(span, lineStart, known.span) && isAt(secret, lineStart, known.secret);
}

function isAt({ start, end }: Span, lineStart: number, known: Span): boolean {
  return start - lineStart === known.start && end - lineStart === known.end;
}
