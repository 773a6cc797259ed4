// Looks for values that are known to be secret, as they are and as programs write them: URL-encoded, in base64, in several literals.
// The values are in memory only while one search lasts.

import { LineMap } from '../../line-map.ts';
import { DerivedText } from '../../scan/derive/derived-text.ts';
import { joinLiterals } from '../../scan/derive/join-literals.ts';
import { HitList } from '../../scan/hit-list.ts';
import { randomBits } from '../../scan/reasons/surprise.ts';
import { createPlainSearch } from '../../scan/search-plainly.ts';
import { overlaps, type SourceText, type Span } from '../../text.ts';
import { isPlaceholderValue } from '../../usages/placeholder-value.ts';
import { base64Forms } from './base64-forms.ts';

/** A secret with the place it is known from. Never leaves the thread. */
export interface KnownValue {
  readonly value: string;
  readonly fingerprint: string;
  readonly name: string;
  /** The environment file. */
  readonly file: string;
}

type ValueForm = 'plain' | 'url-encoded' | 'base64' | 'joined';

/** Where one was found again. Holds no secret. */
export interface KnownValuePlace {
  readonly uri: string;
  readonly span: Span;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly form: ValueForm;
  readonly fingerprint: string;
  readonly name: string;
  readonly file: string;
}

interface Needle {
  readonly text: string;
  readonly form: ValueForm;
  readonly known: KnownValue;
}

interface Hit extends Span {
  readonly form: ValueForm;
  readonly known: KnownValue;
}

/** `true` and `localhost` are not, nor are numbers, nor a password of words that a comment might hold. */
export function isTelling(value: string): boolean {
  return value.length >= 12 && /^(?=.*[A-Za-z]).+$/.test(value) && !isPlaceholderValue(value) && randomBits(value) >= 10;
}

export class KnownValues {
  readonly #needles: readonly Needle[];
  readonly #search: (text: string, hits: HitList) => void;
  readonly #hits = new HitList();

  /** Those that are not telling are left aside. */
  constructor(values: readonly KnownValue[]) {
    const telling = values.filter(({ value }) => isTelling(value));
    const byText = new Map(telling.flatMap(needlesOf).map(needle => [needle.text, needle]));
    this.#needles = [...byText.values()];
    this.#search = createPlainSearch(this.#needles.map(({ text }) => text.toLowerCase()));
  }

  get isEmpty(): boolean {
    return this.#needles.length === 0;
  }

  /** By place, one where several overlap. */
  findIn(source: SourceText): readonly KnownValuePlace[] {
    const hits = [...this.#hitsIn(source.text), ...this.#joinedIn(source)].sort((a, b) => a.start - b.start || b.end - a.end);
    const kept: Hit[] = [];
    for (const hit of hits) {
      const last = kept.at(-1);
      if (!last || !overlaps(last, hit)) kept.push(hit);
    }
    return locate(source, kept);
  }

  #hitsIn(text: string): readonly Hit[] {
    this.#hits.clear();
    this.#search(text, this.#hits);
    return Array.from({ length: this.#hits.length }, (_, index): readonly Hit[] => {
      const start = this.#hits.start(index);
      const needle = this.#needles[this.#hits.keyword(index)];
      if (!needle) return [];
      const end = start + needle.text.length;
      // The search folds case. Of URL encoding the digits may be in either.
      const found = needle.form === 'url-encoded' ? upperEscapes(text.slice(start, end)) : text.slice(start, end);
      return found === needle.text ? [{ start, end, form: needle.form, known: needle.known }] : [];
    }).flat();
  }

  #joinedIn(source: SourceText): readonly Hit[] {
    const derived = new DerivedText();
    joinLiterals(source, derived);
    if (derived.isEmpty) return [];
    return this.#hitsIn(derived.text).flatMap(hit => {
      const origin = derived.originOf(hit);
      return origin ? [{ ...hit, ...origin.span, form: 'joined' as const }] : [];
    });
  }
}

function needlesOf(known: KnownValue): readonly Needle[] {
  const encoded = encodeURIComponent(known.value);
  return [
    { text: known.value, form: 'plain', known },
    ...(encoded === known.value ? [] : [{ text: encoded, form: 'url-encoded' as const, known }]),
    ...base64Forms(known.value).map((text): Needle => ({ text, form: 'base64', known })),
  ];
}

function upperEscapes(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, digits => digits.toUpperCase());
}

function locate({ uri, text }: SourceText, hits: readonly Hit[]): readonly KnownValuePlace[] {
  if (hits.length === 0) return [];
  const lines = new LineMap(text);
  return hits.map(({ start, end, form, known: { fingerprint, name, file } }) => {
    const from = lines.positionAt(start);
    const to = lines.positionAt(end);
    return { uri, span: { start, end }, ...from, endLine: to.line, endColumn: to.column, form, fingerprint, name, file };
  });
}
