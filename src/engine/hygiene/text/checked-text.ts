// What a check may read of a text. What takes work is worked out when first asked for: most texts give no cause to ask.

import type { Finding } from '../../finding.ts';
import { contains, isTooLong, tokenAround, viewCode } from '../../fixes/code-view.ts';
import { languageOf } from '../../languages/catalogue.ts';
import type { Language } from '../../languages/language.ts';
import type { Policy } from '../../settings/policy.ts';
import type { SourceText, Span } from '../../text.ts';
import { type FileKind, fileKindOf } from '../../usages/file-kind.ts';
import { isSecretName } from '../../usages/secret-name.ts';
import type { Usage } from '../../usages/usage.ts';
import type { MetPlaces } from './met-places.ts';

export interface TextFacts {
  readonly source: SourceText;
  readonly findings: readonly Finding[];
  readonly usages: readonly Usage[];
  readonly met: MetPlaces;
  readonly policy: Policy;
  /** Milliseconds since 1970. */
  readonly now: number;
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

  constructor({ source, findings, usages, met, policy, now }: TextFacts) {
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

  /** Lookups of variables whose names promise a key. */
  secretLookups(): readonly (Usage & { readonly name: string })[] {
    return this.usages.flatMap(usage => {
      const { kind, name } = usage;
      return kind === 'environment' && name !== undefined && isSecretName(name) ? [{ ...usage, name }] : [];
    });
  }

  /** From the line's start on up to its end, without it; bounded, since a line may be a megabyte long. */
  lineAt(offset: number): Span {
    const start = Math.max(this.text.lastIndexOf('\n', offset - 1) + 1, offset - longestLine);
    const end = this.text.indexOf('\n', offset);
    return { start, end: Math.min(end === -1 ? this.text.length : end, offset + longestLine) };
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

  /** Whether it stands in a string of several lines: documentation, mostly. */
  isInLongString(span: Span): boolean {
    if (!this.language || isTooLong(this.#source)) return false;
    const token = tokenAround(viewCode(this.#source, this.language), span);
    return token?.kind === 'string' && this.slice(token.span).includes('\n');
  }

  isComment(span: Span): boolean {
    if (!this.language || isTooLong(this.#source)) return false;
    return viewCode(this.#source, this.language).tokens.some(token => token.kind === 'comment' && contains(token.span, span));
  }

  /** The text with strings and comments painted over; only for texts that `isCode` can be asked about. */
  code(): string {
    return this.language && !isTooLong(this.#source) ? viewCode(this.#source, this.language).code : '';
  }
}

const longestLine = 2000;
