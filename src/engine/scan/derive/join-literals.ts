// Literals that a program joins: `"sk-" + "…"`, strings side by side in Python and C, `'a' . 'b'` in PHP.

import { alphabetOf, isAt } from '../../alphabet.ts';
import type { SourceText, Span } from '../../text.ts';
import { lineAround } from '../line-around.ts';
import type { DerivedPart, DerivedText } from './derived-text.ts';

/** How many spaces may stand between two literals, on either side of the sign. */
const mostSpaces = 80;

/** No literal of a key is longer, and no key is made of more. */
const longestPiece = 400;
const mostPieces = 40;

/** What keys are made of, without a gap. */
const shortestValue = 16;

const entry = { fact: 'joined from several literals', mustSpanParts: true };

const sideBySide = /\.(?:py|pyi|ipynb|c|h|cc|cpp|cxx|hpp|hh|rb)$|^(?:python|c|cpp|ruby)$/;
const dotted = /\.(?:php|phtml|p[lm]|lua)$|^(?:php|perl|lua)$/;

/** Adds every chain of two literals or more that has the looks of one value. */
export function joinLiterals({ text, uri, languageId }: SourceText, derived: DerivedText): void {
  const { anywhere, atLineEnds } = signsOf(languageId || endingOf(uri));
  for (const sign of anywhere) joinAt(sign, text, derived);
  if (atLineEnds.length === 0) return;
  const lineEnd = lineEndOf(text);
  for (const quote of atLineEnds) joinAt(quote + lineEnd, text, derived);
}

function joinAt(sign: string, text: string, derived: DerivedText): void {
  let done = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, Math.max(at + 1, done))) {
    const quote = sign.length > 1 ? at : closingQuoteBefore(text, at);
    if (quote >= done && canGoOn(text, quote)) done = joinFrom(text, quote, derived);
  }
}

/** As the first line has it: nobody mixes them. */
function lineEndOf(text: string): string {
  return text.charAt(text.indexOf('\n') - 1) === '\r' ? '\r\n' : '\n';
}

/** From the last dot on: as plain as can be, every text is asked. */
function endingOf(uri: string): string {
  if (last?.kind.startsWith('.') && uri.endsWith(last.kind)) return last.kind;
  return uri.slice(uri.lastIndexOf('.'));
}

interface Signs {
  readonly anywhere: readonly string[];
  /** Quotes that go on in the next line. */
  readonly atLineEnds: readonly string[];
}

/** What every chain holds in such files. */
function signsOf(kind: string): Signs {
  if (last?.kind === kind) return last.signs;
  const signs = { anywhere: dotted.test(kind) ? ['+', '.'] : ['+'], atLineEnds: sideBySide.test(kind) ? ['"', "'"] : [] };
  last = { kind, signs };
  return signs;
}

/** Files of one kind come one after the other. */
let last: { readonly kind: string; readonly signs: Signs } | undefined;

/** The quote left of a sign, past spaces; -1 where something else stands there. */
function closingQuoteBefore(text: string, at: number): number {
  let index = at - 1;
  const least = Math.max(-1, at - mostSpaces);
  while (index > least && isSpace(text.charCodeAt(index))) index--;
  return index >= 0 && isQuote(text.charCodeAt(index)) ? index : -1;
}

/** Keys have no gaps: before the closing quote stands a character of one. */
function canGoOn(text: string, quote: number): boolean {
  return isAt(text, quote - 1, valueCharacters);
}

const valueCharacters = alphabetOf(/[\w+/=.-]/);

/** Adds the chain whose first literal ends at `quote`; returns where it ends. */
function joinFrom(text: string, quote: number, derived: DerivedText): number {
  let start = startOfNext(text, quote);
  if (start < 0) return quote + 1;
  const open = openingQuoteBefore(text, quote);
  if (open < 0) return quote + 1;
  const pieces: Span[] = [{ start: open + 1, end: quote }];
  let end = quote;
  while (start >= 0 && pieces.length < mostPieces) {
    const close = text.indexOf(text.charAt(start - 1), start);
    if (close < 0 || close - start > longestPiece) break;
    pieces.push({ start, end: close });
    end = close;
    start = startOfNext(text, end);
  }
  // `+ "second" = …` in what a plan shows as added: the next name.
  if (pieces.length > 1 && isAssigned(text, end + 1)) pieces.pop();
  if (pieces.length > 1) addChain(text, pieces, derived);
  return end + 1;
}

/** The quote of the same kind ahead of the one at `quote`; -1 where none is near. */
function openingQuoteBefore(text: string, quote: number): number {
  const sign = text.charCodeAt(quote);
  const least = Math.max(0, quote - longestPiece);
  for (let at = quote - 1; at >= least; at--) if (text.charCodeAt(at) === sign) return at;
  return -1;
}

/** Where the text of the literal begins that is joined to the one ending at `quote`: past a sign, spaces and a prefix. Or -1. */
function startOfNext(text: string, quote: number): number {
  let at = pastSpaces(text, quote + 1);
  // Reading behind the text's end once makes the compiler take the slow way for all.
  const sign = at < text.length ? text.charCodeAt(at) : 0;
  if (sign === plus || sign === ampersand) at++;
  else if (sign === dot) at += text.startsWith('.', at + 1) ? 2 : 1;
  at = pastSpaces(text, at);
  for (let letters = 0; letters < 2 && at < text.length && isPrefix(text.charCodeAt(at)); letters++) at++;
  return at < text.length && isQuote(text.charCodeAt(at)) ? at + 1 : -1;
}

const [plus, ampersand, dot] = [43, 38, 46];

function pastSpaces(text: string, start: number): number {
  const limit = Math.min(text.length, start + mostSpaces);
  let at = start;
  while (at < limit && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** Whether what is joined last has a value of its own: a sign that assigns, and none that compares. */
function isAssigned(text: string, at: number): boolean {
  return /^[ \t]*(?:=(?!=)|:(?!:))/.test(text.slice(at, at + 40));
}

function addChain(text: string, pieces: readonly Span[], derived: DerivedText): void {
  const parts = pieces.map((span): DerivedPart => ({ text: text.slice(span.start, span.end), origin: span, exact: true }));
  if (!looksLikeKey(parts.map(part => part.text).join(''))) return;
  const start = pieces[0]?.start ?? 0;
  const line = lineAround(text, { start, end: start }, 120);
  derived.add(entry, text.slice(line.start, start), parts, text.charAt(start - 1));
}

function looksLikeKey(joined: string): boolean {
  return /^[^\s]+$/.test(joined) && joined.length >= shortestValue && /\d/.test(joined) && /[A-Za-z]/.test(joined);
}

function isQuote(code: number): boolean {
  return code === 34 || code === 39 || code === 96;
}

/** b, f, r or u. */
function isPrefix(code: number): boolean {
  return code === 98 || code === 102 || code === 114 || code === 117;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || (code >= 0xa0 && /\s/.test(String.fromCharCode(code)));
}
