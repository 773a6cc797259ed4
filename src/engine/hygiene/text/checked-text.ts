// What a check may read of a text. What takes work is worked out when first asked for: most texts give no cause to ask.

import type { Finding } from '../../finding.ts';
import { isTooLong, tokenAround, viewCode } from '../../fixes/code-view.ts';
import { languageOf } from '../../languages/catalogue.ts';
import type { Language } from '../../languages/language.ts';
import { lineAround } from '../../scan/line-around.ts';
import type { MetPlaces } from '../../scan/met-places.ts';
import type { Policy } from '../../settings/policy.ts';
import { firstEndingAfter } from '../../span-search.ts';
import { overlaps, type SourceText, type Span } from '../../text.ts';
import { type FileKind, fileKindOf } from '../../usages/file-kind.ts';
import { isSecretName } from '../../usages/secret-name.ts';
import type { Usage } from '../../usages/usage.ts';

export interface TextFacts {
  readonly source: SourceText;
  readonly findings: readonly Finding[];
  readonly usages: readonly Usage[];
  readonly met: MetPlaces;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Of an environment variable. */
export interface Lookup {
  readonly name: string;
  readonly span: Span;
}

export class CheckedText {
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly usages: readonly Usage[];
  readonly policy: Policy;
  readonly now: number;
  readonly language: Language | undefined;
  /** With forward slashes. */
  readonly path: string;
  readonly #source: SourceText;
  readonly #met: MetPlaces;
  #kind: FileKind | undefined;
  #lookups: readonly Lookup[] | undefined;
  #lookupSpans: readonly Span[] | undefined;
  #findingSpans: readonly Span[] | undefined;

  constructor({ source, findings, usages, met, now }: TextFacts, policy: Policy) {
    this.#source = source;
    this.#met = met;
    this.text = source.text;
    this.findings = findings;
    this.usages = usages;
    this.policy = policy;
    this.now = now;
    this.language = languageOf(source);
    this.path = source.uri;
  }

  get languageId(): string {
    return this.language?.id ?? '';
  }

  /** The last part of the path, without a query. */
  get fileName(): string {
    return this.path.slice(this.path.lastIndexOf('/') + 1).replace(/[?#].*$/, '');
  }

  get kind(): FileKind {
    this.#kind ??= fileKindOf(this.#source);
    return this.#kind;
  }

  /** Where the scan met a landmark, in order. */
  placesOf(landmark: string): readonly number[] {
    return this.#met.of(landmark);
  }

  /** Lookups of variables whose names promise a key, in order. */
  secretLookups(): readonly Lookup[] {
    this.#lookups ??= this.usages.flatMap(({ kind, name, span }) =>
      kind === 'environment' && name !== undefined && isSecretName(name) ? [{ name, span }] : [],
    );
    return this.#lookups;
  }

  lookupsIn(span: Span): readonly Lookup[] {
    const lookups = this.secretLookups();
    this.#lookupSpans ??= lookups.map(lookup => lookup.span);
    const first = firstEndingAfter(this.#lookupSpans, span.start);
    let end = first;
    while (end < lookups.length && (lookups[end]?.span.end ?? 0) <= span.end) end++;
    return lookups.slice(first, end).filter(lookup => lookup.span.start >= span.start);
  }

  /** The first that shares a character with the span. */
  findingIn(span: Span): Finding | undefined {
    this.#findingSpans ??= this.findings.map(finding => finding.span);
    const finding = this.findings[firstEndingAfter(this.#findingSpans, span.start)];
    return finding && overlaps(finding.span, span) ? finding : undefined;
  }

  /** From the line's start on up to its end, without it; bounded, since a line may be a megabyte long. */
  lineAt(offset: number): Span {
    return lineAround(this.text, { start: offset, end: offset }, longestLine);
  }

  slice({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  /** Whether it stands in code, or is what a string is filled in with. `false` where nobody can tell. */
  isCode(span: Span): boolean {
    if (!this.language || isTooLong(this.#source)) return false;
    const token = tokenAround(viewCode(this.#source, this.language), span);
    if (token?.form?.sigil === undefined) return token === undefined;
    const before = this.text.slice(Math.max(token.span.start, span.start - 3), span.start);
    return new RegExp(`(?<!\\\\)\\${token.form.sigil}\\{?$`).test(before);
  }

  /** Whether it stands further inside a string than at its beginning: in documentation, or in code that a string holds. */
  isInsideString(span: Span): boolean {
    if (!this.language || isTooLong(this.#source)) return false;
    const token = tokenAround(viewCode(this.#source, this.language), span);
    return token?.kind === 'string' && token.content.start !== span.start;
  }

  isComment(span: Span): boolean {
    if (!this.language || isTooLong(this.#source)) return false;
    return tokenAround(viewCode(this.#source, this.language), span)?.kind === 'comment';
  }

  /** The text with strings and comments painted over; only for texts that `isCode` can be asked about. */
  code(): string {
    return this.language && !isTooLong(this.#source) ? viewCode(this.#source, this.language).code : '';
  }
}

const longestLine = 500;
