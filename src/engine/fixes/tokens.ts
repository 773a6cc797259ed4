// Tells strings, comments and regular expressions of a text from its code. No parser: what does not close is taken for code again.

import { finishSteps } from '../finish-steps.ts';
import type { Hole, Language, StringForm } from '../languages/language.ts';
import type { Span } from '../text.ts';
import { characterEnd } from './character-literal.ts';
import { type CodeMarks, isClosing, isOpening, marksOf, meaning, type ReadableForm, readable } from './code-marks.ts';
import { commentAt } from './comment-at.ts';
import { firstOf } from './first-mark.ts';
import { Heredocs } from './heredoc.ts';
import { regexEnd } from './regex-literal.ts';
import { type ContentWalk, noHoles, walkContent } from './string-content.ts';
import type { Token } from './token.ts';
import { maxHoleDepth, maxVainWalks, slash, stepLength } from './token-limits.ts';
import { wordEnd } from './word-end.ts';

/** Tokens in order of their start; those inside a hole follow the string they are in. Linear in the text's length, whatever it is. */
export function readTokens(text: string, language: Language): readonly Token[] {
  return finishSteps(readTokensInSteps(text, language));
}

/** The same in steps of a few milliseconds, between which others may have a turn. */
export function readTokensInSteps(text: string, language: Language): Generator<undefined, readonly Token[]> {
  return new Tokenizer(text, language).read();
}

class Tokenizer {
  readonly #text: string;
  readonly #language: Language;
  readonly #marks: CodeMarks;
  readonly #tokens: Token[] = [];
  /** Forms over several lines that were opened and never closed: not tried again. */
  readonly #unclosed = new Set<StringForm>();
  readonly #heredocs: Heredocs;
  #at = 0;
  #depth = 0;
  #stepEnd = stepLength;
  #patience: number;
  /** The last word or character of code, for telling a division from a regular expression; empty behind a string. */
  #lastStart = 0;
  #lastEnd = 0;

  constructor(text: string, language: Language) {
    this.#text = text;
    this.#language = language;
    this.#marks = marksOf(language);
    this.#heredocs = new Heredocs(text, language);
    this.#patience = maxVainWalks * text.length;
  }

  *read(): Generator<undefined, readonly Token[]> {
    const { codeBetween } = this.#language;
    if (codeBetween === undefined) yield* this.#readInSteps();
    else while (this.#skipOutside(codeBetween)) yield* this.#readInSteps();
    return this.#tokens;
  }

  /** Until the end of the code: that of the text, or a closing mark. */
  *#readInSteps(): Generator<undefined, void> {
    for (let isCode = true; isCode && this.#at < this.#text.length; ) {
      isCode = this.#readCode(undefined, false, Math.min(this.#stepEnd, this.#text.length));
      if (this.#at < this.#stepEnd) continue;
      this.#stepEnd = this.#at + stepLength;
      yield;
    }
  }

  /** Reads code until the hole's end, or up to a limit; `false` when that does not come. */
  #readCode(hole?: Hole, endsWithLine = false, limit = this.#text.length): boolean {
    const text = this.#text;
    const { meanings } = this.#marks;
    const codeEnd = this.#language.codeBetween?.close;
    let brackets = 0;
    while (this.#at < limit) {
      const code = text.charCodeAt(this.#at);
      const means = code < 128 ? meanings[code] : meaning.other;
      if (means === meaning.blank) this.#at++;
      else if (means === meaning.word) this.#advance(wordEnd(text, this.#at + 1));
      else if (means === meaning.newline) {
        if (endsWithLine) return false;
        this.#at++;
        this.#readHeredocBodies();
      } else if (means === meaning.prefix) this.#readPrefixed(code);
      else if (codeEnd !== undefined && text.startsWith(codeEnd, this.#at)) return false;
      else if (means !== meaning.mark || !this.#readMark(code)) {
        if (isOpening(code)) brackets++;
        else if (isClosing(code)) {
          if (hole !== undefined && brackets === 0 && text.startsWith(hole.close, this.#at)) return true;
          if (brackets > 0) brackets--;
        }
        this.#skipCharacter(code);
      }
    }
    return hole === undefined;
  }

  /** A word that may be letters before a quote, and with it a string or comment. */
  #readPrefixed(code: number): void {
    const start = this.#at;
    const end = wordEnd(this.#text, start + 1);
    const { longestPrefix, afterPrefix } = this.#marks;
    const mayOpen = end - start <= longestPrefix && afterPrefix.has(this.#text.charCodeAt(end));
    if (!mayOpen || !(this.#readComment(code) || this.#readString(code))) this.#advance(end);
  }

  #readMark(code: number): boolean {
    if (this.#readComment(code) || this.#readHeredoc() || this.#readString(code) || this.#readRegex(code)) return true;
    const { escapeInCode } = this.#language;
    if (escapeInCode === undefined || code !== escapeInCode.charCodeAt(0)) return false;
    this.#advance(this.#at + 2);
    return true;
  }

  #skipCharacter(code: number): void {
    if (code < 128) this.#advance(this.#at + 1);
    else if (/\s/.test(this.#text.charAt(this.#at))) this.#at++;
    else this.#advance(Math.max(wordEnd(this.#text, this.#at), this.#at + 1));
  }

  #advance(end: number): void {
    this.#lastStart = this.#at;
    this.#lastEnd = end;
    this.#at = end;
  }

  /** Behind a string a slash divides. */
  #rememberString(): void {
    this.#lastStart = this.#lastEnd = this.#at;
  }

  #readComment(code: number): boolean {
    const forms = this.#marks.comments.get(code);
    const comment = forms && commentAt(this.#text, this.#at, forms, this.#language);
    if (comment === undefined) return false;
    this.#at = comment.span.end;
    this.#tokens.push({ kind: 'comment', ...comment, holes: noHoles });
    return true;
  }

  #readString(code: number): boolean {
    for (const readableForm of this.#marks.strings.get(code) ?? []) {
      const { form } = readableForm;
      if (!this.#text.startsWith(form.open, this.#at) || this.#unclosed.has(form)) continue;
      if (form.holds === 'character' ? this.#take('string', characterEnd(this.#text, this.#at, form)) : this.#readQuoted(readableForm)) {
        this.#rememberString();
        return true;
      }
    }
    return false;
  }

  #readQuoted(readableForm: ReadableForm): boolean {
    if (this.#patience < 0) return false;
    const { form } = readableForm;
    const start = this.#at;
    const index = this.#reserve();
    this.#at += form.open.length;
    const { isClosed, holes } = this.#walk(readableForm, form.close, this.#text.length);
    if (!isClosed) {
      if (form.multiline) this.#unclosed.add(form);
      this.#goBack(start, index);
      return false;
    }
    const content = { start: start + form.open.length, end: this.#at };
    this.#at += form.close.length;
    this.#tokens[index] = { kind: 'string', span: { start, end: this.#at }, content, form, holes };
    return true;
  }

  /** The content from here on; the cursor stands behind it, or where it broke off. */
  #walk(form: ReadableForm, close: string, end: number): ContentWalk {
    const walk = walkContent({ text: this.#text, start: this.#at, end, close, readable: form, readHole: this.#readHole });
    this.#at = walk.at;
    return walk;
  }

  readonly #readHole = (hole: Hole, start: number, endsWithLine: boolean): Span | undefined => {
    if (this.#depth >= maxHoleDepth || this.#patience < 0) return undefined;
    const index = this.#tokens.length;
    this.#at = start + hole.open.length;
    this.#depth++;
    const isClosed = this.#readCode(hole, endsWithLine);
    this.#depth--;
    if (isClosed) return { start, end: this.#at + hole.close.length };
    this.#goBack(start, index);
    return undefined;
  };

  #readHeredoc(): boolean {
    const end = this.#heredocs.open(this.#at);
    if (end === undefined) return false;
    this.#at = end;
    this.#rememberString();
    return true;
  }

  #readHeredocBodies(): void {
    for (const { tag, body } of this.#heredocs.take()) {
      const start = this.#at;
      const end = this.#heredocs.closingLine(tag, start - 1) ?? this.#text.length;
      const index = this.#reserve();
      let { holes } = this.#walk(readable(body), '', end);
      // A hole that runs over the closing tag is none.
      if (holes.some(hole => hole.end > end)) {
        this.#goBack(start, index + 1);
        holes = noHoles;
      }
      this.#at = end + (/^[ \t]*\w*/.exec(this.#text.slice(end, end + 200))?.[0].length ?? 0);
      this.#tokens[index] = { kind: 'heredoc', span: { start, end }, content: { start, end: Math.max(start, end - 1) }, form: body, holes };
    }
  }

  #readRegex(code: number): boolean {
    if (code !== slash || !this.#language.regexLiterals) return false;
    return this.#take('regex', regexEnd(this.#text, this.#at, { start: this.#lastStart, end: this.#lastEnd }));
  }

  #take(kind: 'string' | 'regex', end: number | undefined): boolean {
    if (end === undefined) return false;
    const span = { start: this.#at, end };
    this.#tokens.push({ kind, span, content: span, holes: noHoles });
    this.#at = end;
    this.#rememberString();
    return true;
  }

  /** Keeps the place of a token that will be known at its end, so that those inside it follow. */
  #reserve(): number {
    const start = this.#at;
    return this.#tokens.push({ kind: 'string', span: { start, end: start }, content: { start, end: start }, holes: noHoles }) - 1;
  }

  /** To where an attempt began, without the tokens it made. */
  #goBack(start: number, tokens: number): void {
    this.#patience -= this.#at - start;
    this.#tokens.length = tokens;
    this.#at = start;
  }

  /** To the next opening mark; `false` at the end of the text. */
  #skipOutside({ open }: NonNullable<Language['codeBetween']>): boolean {
    const start = this.#at;
    const next = firstOf(open, this.#text, start);
    const end = next?.end ?? this.#text.length;
    if (end > start) this.#tokens.push({ kind: 'outside', span: { start, end }, content: { start, end }, holes: noHoles });
    this.#at = end;
    this.#lastStart = this.#lastEnd = 0;
    return next !== undefined;
  }
}
