// Tells strings, comments and regular expressions of a text from its code. Careful, but no parser: what does not close
// is taken for code again, so that one stray quote does not swallow the rest of the file.

import type { Hole, Language, StringForm } from '../languages/language.ts';
import type { Span } from '../text.ts';
import { characterEnd } from './character-literal.ts';
import { commentEnd, opensComment } from './comment-end.ts';
import { type FormsByStart, formsByStart } from './forms-by-start.ts';
import { closingLine, type Heredoc, openingAt } from './heredoc.ts';
import { regexEnd } from './regex-literal.ts';

export interface Token {
  readonly kind: 'string' | 'heredoc' | 'comment' | 'regex' | 'outside';
  /** Of a heredoc: its body only. */
  readonly span: Span;
  /** Between the marks. */
  readonly content: Span;
  /** How the content is read; for strings and heredocs. */
  readonly form?: StringForm;
  /** The marks and the code between them. */
  readonly holes: readonly Span[];
}

/** Tokens in order of their start; those inside a hole follow the string they are in. */
export function readTokens(text: string, language: Language): readonly Token[] {
  return new Tokenizer(text, language).read();
}

/** Deeper than any code people write; keeps hostile text from exhausting the stack. */
const maxDepth = 8;

const word = /[\p{L}\p{N}_]+/uy;

/** Holes that do not close may each cost a walk to the end: after so many, the rest is taken as it stands. */
const maxBrokenHoles = 100;

class Tokenizer {
  readonly #text: string;
  readonly #language: Language;
  readonly #forms: FormsByStart;
  readonly #tokens: Token[] = [];
  /** Forms over several lines that were opened and never closed: not tried again, or many of them would cost square time. */
  readonly #unclosed = new Set<StringForm>();
  #heredocs: Heredoc[] = [];
  #at = 0;
  #depth = 0;
  #brokenHoles = 0;
  /** Tags that end no heredoc from here on. */
  readonly #endless = new Set<string>();
  /** The last words or characters of code, for telling a division from a regular expression. */
  #last = '\n';
  #beforeLast = '\n';

  constructor(text: string, language: Language) {
    this.#text = text;
    this.#language = language;
    this.#forms = formsByStart(language);
  }

  read(): readonly Token[] {
    if (this.#language.codeBetween === undefined) this.#readCode(undefined, false);
    else while (this.#skipOutside(this.#language.codeBetween)) this.#readCode(undefined, false);
    return this.#tokens.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  }

  /** Reads code until the hole's end; `false` when that does not come. */
  #readCode(hole: Hole | undefined, endsWithLine: boolean): boolean {
    const brackets: string[] = [];
    while (this.#at < this.#text.length) {
      if (hole !== undefined && brackets.length === 0 && this.#text.startsWith(hole.close, this.#at)) return true;
      const character = this.#text.charAt(this.#at);
      if (character === '\n') {
        if (endsWithLine) return false;
        this.#at++;
        this.#readHeredocs();
        continue;
      }
      if (this.#language.codeBetween !== undefined && this.#text.startsWith(this.#language.codeBetween.close, this.#at)) return false;
      if (this.#readComment(character) || this.#openHeredoc() || this.#readString(character) || this.#readRegex(character)) continue;
      if ('([{'.includes(character)) brackets.push(character);
      else if (')]}'.includes(character)) brackets.pop();
      this.#skipOneOfCode(character);
    }
    return hole === undefined;
  }

  #skipOneOfCode(character: string): void {
    word.lastIndex = this.#at;
    const found = word.exec(this.#text)?.[0] ?? character;
    this.#at += character === this.#language.escapeInCode ? 2 : found.length;
    if (!/\s/.test(found)) this.#remember(found);
  }

  #remember(last: string): void {
    this.#beforeLast = this.#last;
    this.#last = last;
  }

  #readComment(character: string): boolean {
    const form = this.#forms.comments.get(character)?.find(candidate => opensComment(this.#text, this.#at, candidate));
    if (form === undefined) return false;
    const start = this.#at;
    this.#at = commentEnd(this.#text, start, form, this.#language);
    const end = this.#at - (form.close !== undefined && this.#text.endsWith(form.close, this.#at) ? form.close.length : 0);
    this.#tokens.push({ kind: 'comment', span: { start, end: this.#at }, content: { start: start + form.open.length, end }, holes: [] });
    return true;
  }

  #readString(character: string): boolean {
    for (const form of this.#forms.strings.get(character) ?? []) {
      if (!this.#text.startsWith(form.open, this.#at) || this.#unclosed.has(form)) continue;
      if (form.holds === 'character' ? this.#take('string', characterEnd(this.#text, this.#at)) : this.#readQuoted(form)) {
        this.#remember('"');
        return true;
      }
    }
    return false;
  }

  #readQuoted(form: StringForm): boolean {
    const start = this.#at;
    const tokens = this.#tokens.length;
    this.#at += form.open.length;
    const holes = this.#readContent(form, form.close);
    if (holes === undefined) {
      if (form.multiline) this.#unclosed.add(form);
      this.#tokens.length = tokens;
      this.#at = start;
      return false;
    }
    const content = { start: start + form.open.length, end: this.#at };
    this.#at += form.close.length;
    this.#tokens.push({ kind: 'string', span: { start, end: this.#at }, content, form, holes });
    return true;
  }

  /** Leaves off at the closing mark; `undefined` when there is none. */
  #readContent(form: StringForm, close: string, end = this.#text.length): Span[] | undefined {
    const holes: Span[] = [];
    const opening = bracketOf(form);
    let nested = 0;
    while (this.#at < end) {
      const character = this.#text.charAt(this.#at);
      if (this.#readHole(form, holes)) continue;
      if (character === form.escape) this.#at += this.#text.startsWith('\r\n', this.#at + 1) ? 3 : 2;
      else if (close !== '' && this.#text.startsWith(close, this.#at)) {
        if (form.doubled && this.#text.startsWith(close, this.#at + close.length)) this.#at += 2 * close.length;
        else if (nested-- > 0) this.#at += close.length;
        else return holes;
      } else if (character === '\n' && !form.multiline) return undefined;
      else {
        if (character === opening) nested++;
        this.#at++;
      }
    }
    this.#at = Math.min(this.#at, end);
    return close === '' ? holes : undefined;
  }

  #readHole(form: StringForm, holes: Span[]): boolean {
    const hole = form.holes?.find(({ open }) => this.#text.startsWith(open, this.#at));
    if (hole === undefined) return false;
    if (hole.open.length === 1 && this.#text.startsWith(hole.open, this.#at + 1)) {
      this.#at += 2;
      return true;
    }
    if (this.#depth >= maxDepth || this.#brokenHoles >= maxBrokenHoles) return false;
    const start = this.#at;
    const tokens = this.#tokens.length;
    this.#at += hole.open.length;
    this.#depth++;
    const closed = this.#readCode(hole, !form.multiline);
    this.#depth--;
    if (closed) {
      this.#at += hole.close.length;
      holes.push({ start, end: this.#at });
    } else {
      this.#brokenHoles++;
      this.#tokens.length = tokens;
      this.#at = start + hole.open.length;
    }
    return true;
  }

  #openHeredoc(): boolean {
    const heredoc = openingAt(this.#text, this.#at, this.#language);
    if (heredoc === undefined || this.#closingLine(heredoc.tag, this.#at) === undefined) return false;
    this.#heredocs.push(heredoc);
    this.#at += heredoc.length;
    this.#remember('"');
    return true;
  }

  #readHeredocs(): void {
    for (const { tag, body } of this.#heredocs.splice(0)) {
      const start = this.#at;
      const end = this.#closingLine(tag, start - 1) ?? this.#text.length;
      const tokens = this.#tokens.length;
      let holes = this.#readContent(body, '', end) ?? [];
      if (holes.some(hole => hole.end > end)) {
        // A hole that runs over the closing tag is none.
        this.#tokens.length = tokens;
        holes = [];
      }
      this.#at = end + (/^[ \t]*\w*/.exec(this.#text.slice(end, end + 200))?.[0].length ?? 0);
      this.#tokens.push({ kind: 'heredoc', span: { start, end }, content: { start, end: Math.max(start, end - 1) }, form: body, holes });
    }
  }

  #closingLine(tag: string, from: number): number | undefined {
    if (this.#endless.has(tag)) return undefined;
    const line = closingLine(this.#text, tag, from);
    if (line === undefined) this.#endless.add(tag);
    return line;
  }

  #readRegex(character: string): boolean {
    if (character !== '/' || !this.#language.regexLiterals) return false;
    return this.#take('regex', regexEnd(this.#text, this.#at, this.#last, this.#beforeLast));
  }

  #take(kind: 'string' | 'regex', end: number | undefined): boolean {
    if (end === undefined) return false;
    const span = { start: this.#at, end };
    this.#tokens.push({ kind, span, content: span, holes: [] });
    this.#at = end;
    this.#remember('"');
    return true;
  }

  /** To the next opening mark; `false` at the end of the text. */
  #skipOutside({ open }: NonNullable<Language['codeBetween']>): boolean {
    const start = this.#at;
    const found = open.map(mark => ({ mark, at: this.#text.indexOf(mark, start) })).filter(({ at }) => at !== -1);
    const next = found.sort((a, b) => a.at - b.at)[0];
    const end = next === undefined ? this.#text.length : next.at + next.mark.length;
    if (end > start) this.#tokens.push({ kind: 'outside', span: { start, end }, content: { start, end }, holes: [] });
    this.#at = end;
    this.#remember('\n');
    return next !== undefined;
  }
}

function bracketOf({ open, close }: StringForm): string | undefined {
  const last = open.slice(-1);
  return ['()', '[]', '{}', '<>'].includes(last + close) ? last : undefined;
}
