// What became of matches at the last key presses. Lines around the one that is typed into are read again and again, and to weigh what
// stands there costs more than all the rest.

import type { SourceText } from '../text.ts';
import { lineAround } from './line-around.ts';
import { aroundMatch, lineLimit, type Surroundings } from './match-in-text.ts';
import type { Match } from './rule-matcher.ts';
import type { WeighedMatch } from './weigh-match.ts';

type Weigh = (match: Match, surroundings: Surroundings) => WeighedMatch | undefined;

/** An answer, and what it depends on besides the lines of the match. */
interface Remembered {
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
  readonly #known = new Map<string, Remembered>();
  #source: Pick<SourceText, 'uri' | 'languageId'> = { uri: '', languageId: '' };
  #since = 0;

  constructor(weigh: Weigh) {
    this.#weigh = weigh;
  }

  readonly weigh: Weigh = (match, surroundings) => {
    this.#begin(surroundings);
    const { text } = surroundings.source;
    const key = keyOf(match, text);
    const known = this.#known.get(key);
    if (known && isTrue(known, match, surroundings)) return known.weighed && { ...known.weighed, match };
    const fresh = this.#weighWatched(match, surroundings);
    if (this.#known.size >= most) this.#known.clear();
    this.#known.set(key, fresh);
    return fresh.weighed;
  };

  #begin({ source: { uri, languageId }, now }: Surroundings): void {
    if (uri === this.#source.uri && languageId === this.#source.languageId && now - this.#since < longest) return;
    this.#known.clear();
    this.#source = { uri, languageId };
    this.#since = now;
  }

  #weighWatched(match: Match, surroundings: Surroundings): Remembered {
    const mentions = new Map<string, boolean>();
    let hasLookedAround = false;
    const weighed = this.#weigh(match, {
      ...surroundings,
      mentions: needle => {
        const answer = surroundings.mentions(needle);
        mentions.set(needle, answer);
        return answer;
      },
      looksAround: () => {
        hasLookedAround = true;
      },
    });
    return { weighed, mentions, around: hasLookedAround ? aroundMatch(surroundings.source.text, match) : undefined };
  }
}

function isTrue({ around, mentions }: Remembered, match: Match, surroundings: Surroundings): boolean {
  if (around !== undefined && around !== aroundMatch(surroundings.source.text, match)) return false;
  for (const [needle, answer] of mentions) if (surroundings.mentions(needle) !== answer) return false;
  return true;
}

/** The rule, the lines of the match with the character behind them, and where in those it stands. */
function keyOf({ rule, span, secret }: Match, text: string): string {
  const all = { start: Math.min(span.start, secret.start), end: Math.max(span.end, secret.end) };
  const { start, end } = lineAround(text, all, lineLimit);
  return `${rule.id} ${span.start - start} ${span.end - start} ${secret.start - start} ${secret.end - start} ${text.slice(start, end + 1)}`;
}
