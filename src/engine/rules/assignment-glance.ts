// Whether it is worth trying an assignment's pattern: most names that say `key` are parameters, properties and prose. A walk over
// the characters behind the keyword costs a tenth of the pattern, and says no only where the pattern would.
//
//   keyword|s: readonly string[]      no sign, no value: no
//   key|s.forEach(key =>              no
//   key| = "a1b2c3…"                  perhaps: ask the pattern

import { classOf, codeAt, endBefore, endOf, has, isOf, isRun } from './walk-characters.ts';

/** The values of a rule: how long they are at least, and of which characters, with quotes and without. */
export interface ValueForm {
  readonly shortest: number;
  /** Classes (walk-characters.ts). */
  readonly quoted: number;
  readonly bare: number;
}

/** The classes as patterns write them. */
export function formOfValues(quoted: string, bare: string, shortest: number): ValueForm {
  return { shortest, quoted: classOf(new RegExp(quoted)), bare: classOf(new RegExp(bare)) };
}

/** `false`: no such value can be assigned to the name that the keyword at `start` stands in. */
export function mayBeAssigned(text: string, start: number, form: ValueForm): boolean {
  const nameEnd = endOf(text, start, nameCharacters, longestName);
  const closed = endOf(text, endOfSize(text, nameEnd), closers, mostClosers);
  const joint = endOf(text, closed, spaces, mostSpaces);
  const code = codeAt(text, joint);
  if (code > 0xff) return true;
  if (joint > closed) {
    const isSign = isOf(code, signs) && code !== dash;
    if (isSign ? isDeclaredAs(text, start, joint, form) : mayFollowSpace(text, start, closed, joint, form)) return true;
  }
  if (code === comma || code === semicolon) {
    if (namesValue(text, joint + 1)) return true;
    return code === comma && closed > nameEnd && isFirstArgument(text, start) && mayBeValue(text, joint, form);
  }
  return (isOf(code, signs) && mayBeValue(text, joint, form)) || (code === dot && text.startsWith('.unwrap_or', joint));
}

/** A little more than what the pattern allows. */
const longestName = 64;
const mostClosers = 8;
const mostSpaces = 32;
const longestValue = 960;

const [comma, semicolon, colon, equals, dash, space, dot, question] = [44, 59, 58, 61, 45, 32, 46, 63];
const [doubleQuote, ampersand] = [34, 38];
const [lineFeed, carriageReturn, tab] = [10, 13, 9];
const [openRound, openSquare, closeSquare] = [40, 91, 93];

const nameCharacters = classOf(/[\w.$-]/);
const closers = classOf(/[\\"'`\])]/);
const spaces = classOf(/[ \t\n\r\v\f\xa0]/);
const quotes = classOf(/[\\"'`]/);
/** What may stand ahead of a string's quote. */
const prefixes = classOf(/[A-Za-z@$]/);
const letters = classOf(/[A-Za-z]/);
const signs = classOf(/[:=<>|?({!+-]/);
/** What ends a value without quotes. */
const valueEnds = classOf(/[ \t\n\r\v\f\xa0"'`\\,;<>(){}[\]]/);
const bareEnds = classOf(/[ \t\n\r\v\f\xa0"'`\\,;<)}\]]/);
const typeCharacters = classOf(/[A-Za-z0-9.*:_-]/);
const typeStarts = classOf(/[A-Za-z'&*]/);
const typeRest = classOf(/[A-Za-z0-9&*'.<>?|_ ]/);
/** How the commands end that take a name and a value. */
const commandEnds = classOf(/[VGexv]/);
const argumentCharacters = classOf(/[A-Za-z0-9.:=!$@_ \t\n\r]/);

/** Behind the size of an array: `key[]`, `key[33]`. */
function endOfSize(text: string, nameEnd: number): number {
  if (codeAt(text, nameEnd) !== openSquare) return nameEnd;
  const end = endOf(text, nameEnd + 1, nameCharacters, 20);
  return codeAt(text, end) === closeSquare ? end + 1 : nameEnd;
}

/**
 * A value or its neighbour behind white space alone, `or`, or a type before the sign: `key "…"`, `--key VALUE`, `key or "…"`,
 * `key string =`.
 */
function mayFollowSpace(text: string, start: number, spaced: number, at: number, form: ValueForm): boolean {
  if (namesValue(text, at)) return true;
  if (text.startsWith('or', at) && mayBeString(text, endOf(text, at + 2, signs | spaces, mostSpaces), form)) return true;
  const quote = endOf(text, at, prefixes, 2);
  if (isOf(codeAt(text, quote), quotes)) {
    if (!isQuoted(text, quote, form)) return false;
    // A directive's value stands on its line.
    return (at - spaced <= mostDirectiveSpaces && !hasLineEnd(text, spaced, at)) || isDeclared(text, start);
  }
  if (isDeclaredAs(text, start, at, form)) return true;
  return at - spaced <= mostTypeSpaces && followsType(text, at, form);
}

/** `string =`, `[]byte =`, `As String =`, or the rest of a tag. */
function followsType(text: string, at: number, form: ValueForm): boolean {
  const word = endOf(text, at, typeCharacters, 24);
  if (codeAt(text, word) === openSquare) return true;
  if (word - at === 2 && text.startsWith('As ', at)) return isGivenString(text, endOf(text, word + 1, typeCharacters, 40), form);
  return word > at && (isGivenString(text, word, form) || isAttribute(text, word));
}

/** `="…">` behind the attribute's name: the element's text follows. */
function isAttribute(text: string, at: number): boolean {
  if (codeAt(text, at) !== equals || codeAt(text, at + 1) !== doubleQuote) return false;
  return text.slice(at + 2, at + 44).includes('">');
}

/** An equals sign and a string, with white space between, of which there is more beyond Latin-1. */
function isGivenString(text: string, at: number, form: ValueForm): boolean {
  const sign = endOf(text, at, spaces, mostSpaces);
  const code = codeAt(text, sign);
  return code > 0xff || (code === equals && mayBeString(text, endOf(text, sign + 1, signs | spaces, mostSpaces), form));
}

const mostDirectiveSpaces = 4;
const mostTypeSpaces = 3;

function hasLineEnd(text: string, start: number, end: number): boolean {
  return has(text, start, end, lineFeed) || has(text, start, end, carriageReturn);
}

/** `value` or `default` in the neighbourhood of the name, and a sign behind it: `name="key" value="…"`. */
function namesValue(text: string, at: number): boolean {
  let word = endOf(text, at, spaces, mostSpaces);
  if (text.startsWith('- ', word)) word += 2;
  word = endOf(text, word, quotes, 4);
  const first = codeAt(text, word) | 0x20;
  if (first !== 118 && first !== 100) return false;
  const next = text.slice(word + 1, word + 4).toLowerCase();
  if (next !== (first === 118 ? 'alu' : 'efa')) return false;
  const sign = codeAt(text, endOf(text, endOf(text, word, letters, 16), spaces | quotes, mostSpaces));
  return sign === colon || sign === equals || sign > 0xff;
}

/** `getenv("API_KEY", "…")`: only there the next string is a value. In a list it is another name. */
function isFirstArgument(text: string, start: number): boolean {
  let at = startOfName(text, start) - 1;
  if (at < 1 || !isOf(text.charCodeAt(at), quotes)) return false;
  const before = text.charCodeAt(--at);
  if (at > 0 && (before === space || before === tab)) at--;
  return text.charCodeAt(at) === openRound;
}

/** Colons are a part of it where it is an argument. */
function startOfName(text: string, start: number): number {
  let begin = start;
  while (begin > 0 && start - begin < longestName && isNameOrColon(text.charCodeAt(begin - 1))) begin--;
  return begin;
}

function isNameOrColon(code: number): boolean {
  return isOf(code, nameCharacters) || code === colon;
}

/** `--api-key VALUE`, `ENV API_KEY VALUE`, with the value at `at`. */
function isDeclaredAs(text: string, start: number, at: number, { shortest, bare }: ValueForm): boolean {
  return isRun(text, at, shortest, bare) && isDeclared(text, start);
}

function isDeclared(text: string, start: number): boolean {
  let begin = start;
  while (begin > 0 && start - begin < longestName && isOf(text.charCodeAt(begin - 1), nameCharacters)) begin--;
  if (codeAt(text, begin) === dash) return true;
  let end = begin;
  while (end > 0 && begin - end < 8 && isOf(text.charCodeAt(end - 1), spaces)) end--;
  // Most names stand behind a bracket, a sign or a word that no such command ends with.
  if (end === begin || !isOf(text.charCodeAt(end - 1), commandEnds)) return end < begin && has(text, Math.max(0, end - 5), end, dash);
  return /(?:ENV|ARG|setx|setenv|SetEnv|set -[A-Za-z]{1,4}|#[ \t]{0,4}define)$/.test(text.slice(Math.max(0, end - 12), end));
}

/** Behind a sign at `sign`: a string of such characters, a call around one, or such characters alone. */
function mayBeValue(text: string, sign: number, form: ValueForm): boolean {
  const at = endOf(text, sign + 1, signs | spaces, 2 * mostSpaces);
  const first = codeAt(text, sign);
  if (text.startsWith('value>', at) || text.startsWith('[CDATA[', at) || (first === colon && mayBeTyped(text, at, form))) return true;
  return mayBeString(text, at, form) || (isBareSign(first) && mayBeBare(text, sign + 1, at, form));
}

/** A string of such characters, or a call around one. */
function mayBeString(text: string, at: number, form: ValueForm): boolean {
  const code = codeAt(text, at);
  if (code > 0xff) return true;
  if (isOf(code, quotes)) return isQuoted(text, at, form);
  if (code === openSquare) return text.startsWith('[]byte(', at);
  const end = endBefore(text, at, valueEnds, longestCall);
  const next = codeAt(text, end);
  if (next === openRound) return mayWrapValue(text, end + 1, form);
  if (isOf(next, quotes)) return end - at <= 2 && isQuoted(text, end, form);
  return next === space && end - at <= 5 && /^(?:new|await)$/.test(text.slice(at, end)) && wrapsValue(text, end + 1, form);
}

const longestCall = 120;

/** A string that has enough of the characters, and ends. */
function isQuoted(text: string, at: number, { shortest, quoted }: ValueForm): boolean {
  const value = endOf(text, at, quotes, 6);
  if (!isRun(text, value, shortest, quoted)) return false;
  return isOf(codeAt(text, endOf(text, value, quoted, longestValue)), quotes);
}

/** `new Secret("…")`, `await quote(…)`. */
function wrapsValue(text: string, at: number, form: ValueForm): boolean {
  const name = endBefore(text, at, valueEnds, 80);
  return codeAt(text, name) === openRound && mayWrapValue(text, name + 1, form);
}

/** `: &'static str = "…"`: the value comes later. */
function mayBeTyped(text: string, at: number, form: ValueForm): boolean {
  return isOf(codeAt(text, at), typeStarts) && isGivenString(text, endOf(text, at, typeRest, mostOfType), form);
}

const mostOfType = 48;

/** What a call has in it: a string, another call, or a named argument. */
function mayWrapValue(text: string, start: number, form: ValueForm): boolean {
  const at = endOf(text, start, argumentCharacters, 80);
  const next = codeAt(text, at);
  return isOf(next, quotes) ? isQuoted(text, at, form) : next === openRound || next === openSquare;
}

function isBareSign(code: number): boolean {
  return code === colon || code === equals || code === question || code === 62;
}

/** In an address a value ends at the next parameter, too. */
function mayBeBare(text: string, from: number, at: number, { shortest, bare }: ValueForm): boolean {
  const end = endOf(text, at, bare, longestValue);
  const next = codeAt(text, end);
  if (end < text.length && next !== ampersand && !isOf(next, bareEnds) && next <= 0xff && !has(text, at, end, ampersand)) return false;
  // Counted from the last white space on, because a value may begin with what looks like a sign.
  let begin = end;
  while (begin > from && end - begin < shortest && !isOf(text.charCodeAt(begin - 1), spaces)) begin--;
  return end - begin >= shortest;
}
