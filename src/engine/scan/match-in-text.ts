// A match with what its rule and the reasons ask about it. Each answer is read when somebody asks: most matches are refused before
// anybody wants to know the line they stand on, or how they are called.

import type { MatchContext, Rule } from '../rules/rule.ts';
import type { SourceText } from '../text.ts';
import { assignedName } from './assigned-name.ts';
import { lineAround, lineStartBefore } from './line-around.ts';
import type { Candidate } from './reasons/reason.ts';
import type { Match } from './rule-matcher.ts';

/** What weighing may ask about the whole text and the world. */
export interface Surroundings {
  readonly source: SourceText;
  /** Whether the document says this anywhere (lower-case needle). */
  readonly mentions: (needle: string) => boolean;
  readonly now: number;
  readonly ruleById: (id: string) => Rule | undefined;
  /** Is told when more of the text is read than the lines of a match. */
  readonly looksAround?: () => void;
}

/** How much of a line is read either side of a value. */
export const lineLimit = 300;

/** How far `near` looks either side of a match. */
const nearLimit = 200;

/** All that is ever read around a match, besides its lines. */
export function aroundMatch(text: string, { span, secret }: Match): string {
  const start = Math.min(span.start - nearLimit, secret.start - lineLimit);
  return text.slice(Math.max(0, start), span.end + nearLimit);
}

export class MatchInText implements MatchContext, Candidate {
  readonly value: string;
  readonly #found: Match;
  readonly #text: string;
  readonly #surroundings: Surroundings;
  #lineStart = -1;
  #name: string | undefined;
  #around: string | undefined;

  constructor(found: Match, surroundings: Surroundings) {
    this.#found = found;
    this.#text = surroundings.source.text;
    this.#surroundings = surroundings;
    this.value = this.#text.slice(found.secret.start, found.secret.end);
  }

  get secret(): string {
    return this.value;
  }

  get match(): string {
    return this.#text.slice(this.#found.span.start, this.#found.span.end);
  }

  get name(): string {
    this.#name ??= assignedName(this.#text, this.#found.secret.start, this.#startOfLine(), this.#surroundings.looksAround);
    return this.#name;
  }

  get left(): string {
    return this.#text.slice(this.#startOfLine(), this.#found.secret.start);
  }

  get next(): string {
    return this.#text.charAt(this.#found.secret.end);
  }

  /** Nearly every match stands on the line of its secret. */
  get line(): string {
    const { span, secret } = this.#found;
    const onLine = lineAround(this.#text, { start: secret.start, end: secret.start }, lineLimit);
    const { start, end } = span.start >= onLine.start && span.end <= onLine.end ? onLine : lineAround(this.#text, span, lineLimit);
    return this.#text.slice(start, end);
  }

  get mentions(): (needle: string) => boolean {
    return this.#surroundings.mentions;
  }

  get near(): (needle: string) => boolean {
    return needle => {
      const { start, end } = this.#found.span;
      this.#surroundings.looksAround?.();
      this.#around ??= this.#text.slice(Math.max(0, start - nearLimit), end + nearLimit).toLowerCase();
      return this.#around.includes(needle);
    };
  }

  get uri(): string {
    return this.#surroundings.source.uri;
  }

  get languageId(): string {
    return this.#surroundings.source.languageId;
  }

  get now(): number {
    return this.#surroundings.now;
  }

  #startOfLine(): number {
    if (this.#lineStart < 0) this.#lineStart = lineStartBefore(this.#text, this.#found.secret.start, lineLimit);
    return this.#lineStart;
  }
}
