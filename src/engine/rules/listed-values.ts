// The strings of a list, a set or a map, as languages and configuration write them: where each stands that is a value.
//
//   ["a1…", "b2…"]   { prod: 'a1…', "dev": "b2…" }   listOf("a1…")   %w[a1… b2…]   - a1…

import type { Span } from '../text.ts';

/** No list is followed further than this behind its name. */
export const listReach = 600;

/** Between a list's name and its first value, the opening bracket included; a YAML block has its first line ahead. */
export const listOpening =
  "(?:(?:new\\b ?)?(?:\\[[\\w;&' ]{0,16}\\]|map\\[\\w{1,12}\\])?[\\w.<>, *]{0,30}(?:\\[\\])?\\s{0,2}\\{|(?:%[wi]|vec!|&)?\\[|(?:[\\w.]{0,24}\\.)?(?:(?:mutable|immutable)?(?:list|set|array|map|seq|vector|dict|tuple|frozenset)(?:of)?|of|aslist)?(?:<[\\w, ]{1,20}>)?\\(|\\r?\\n(?=[ \\t]{0,24}(?:- |[\\w.-]{1,40}: )))";

/** The values of the list that opens ahead of `start`, which is behind its bracket or at a line of its block. */
export function readListedValues(text: string, start: number): readonly Span[] {
  const end = Math.min(text.length, start + listReach);
  const opening = text.charAt(start - 1);
  if (opening === '\n') return readBlock(text, start, end);
  if (opening === '[' && text.startsWith('%', start - 3)) return readWords(text, start, end);
  return readBrackets(text, start, end);
}

/** Strings between the bracket and the one that closes it; those of inner brackets have names of their own. */
function readBrackets(text: string, start: number, end: number): readonly Span[] {
  const values: Span[] = [];
  let depth = 1;
  for (let at = start; at < end && depth > 0; at++) {
    const char = text.charAt(at);
    if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char)) depth--;
    else if ('"\'`'.includes(char)) {
      const close = closingQuote(text, at, end);
      if (close === -1) break;
      const value = { start: at + 1, end: close };
      if (depth === 1 && !isKey(text, close + 1) && isNamedWell(text, at)) values.push(value);
      at = close;
    } else if (beginsComment(text, at)) at = endOfLine(text, at, end);
  }
  return values;
}

function closingQuote(text: string, open: number, end: number): number {
  const quote = text.charAt(open);
  for (let at = open + 1; at < end; at++) {
    const char = text.charAt(at);
    if (char === quote) return at;
    if (char === '\\') at++;
    else if (char === '\n') return -1;
  }
  return -1;
}

/** `"prod": …`, `"prod" => …`, `"prod" to …`: names a value, and is none. */
function isKey(text: string, at: number): boolean {
  return /^\s{0,4}(?::(?!:)|=>|to\s)/.test(text.slice(at, at + 8));
}

/** Members that a list of keys tells beside the keys. */
const otherMember =
  /(?:^|[^A-Za-z])(?:id|name|ur[il]|path|file|type|arn|hash|sha\d*|md5|version|reference|commit|label|title|description|user(?:name)?|e?mail|public|host|issuer|audience|regex|pattern|alg(?:orithm)?)["'`]?\s{0,4}(?::|=>|=)\s{0,4}$/i;

function isNamedWell(text: string, open: number): boolean {
  return !otherMember.test(text.slice(Math.max(0, open - 32), open));
}

function beginsComment(text: string, at: number): boolean {
  return (text.charAt(at) === '#' || text.startsWith('//', at)) && /[\s,]/.test(text.charAt(at - 1));
}

function endOfLine(text: string, at: number, end: number): number {
  const line = text.indexOf('\n', at);
  return line === -1 ? end : line;
}

/** `%w[a b]`: words without quotes. */
function readWords(text: string, start: number, end: number): readonly Span[] {
  const list = text.slice(start, end + 1);
  const close = list.indexOf(']');
  if (close === -1) return [];
  return [...list.slice(0, close).matchAll(/[^\s"'`]+/g)].map(({ index, 0: word }) => spanOf(start + index, word));
}

/** Lines of YAML as deep as the first one: `- value`, `name: value`. */
function readBlock(text: string, start: number, end: number): readonly Span[] {
  const indent = /^[ \t]*/.exec(text.slice(start, start + 24))?.[0] ?? '';
  const values: Span[] = [];
  for (let line = start; line < end; line = endOfLine(text, line, end) + 1) {
    const entry = /^(?:- |[\w.-]{1,40}: {1,4})["']?(?<value>[^\s"'#]{1,320})["']?[ \t]*(?:#.*)?$/.exec(
      text.slice(line + indent.length, Math.min(endOfLine(text, line, end), line + 400)).trimEnd(),
    );
    if (!text.startsWith(indent, line) || !entry?.groups) break;
    const at = line + indent.length + entry[0].indexOf(entry.groups['value'] ?? '', entry[0].search(/[-:] /) + 2);
    if (isNamedWell(text, at)) values.push(spanOf(at, entry.groups['value'] ?? ''));
  }
  return values;
}

function spanOf(start: number, { length }: string): Span {
  return { start, end: start + length };
}
