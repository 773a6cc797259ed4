// Whether it is worth trying an assignment's pattern: most names that say `key` are parameters, properties and prose. A walk over
// the characters behind the keyword costs a tenth of the pattern, and says no only where the pattern would.
//
//   keyword|s: readonly string[]      no sign, no value: no
//   key|s.forEach(key =>              no
//   key| = "a1b2c3…"                  perhaps: ask the pattern

/** `false`: no value of `shortest` characters or more can be assigned to the name that the keyword at `start` stands in. */
export function mayBeAssigned(text: string, start: number, shortest: number): boolean {
  const nameEnd = endOf(text, start, nameCharacters, longestName);
  const closed = endOf(text, endOfSize(text, nameEnd), closers, mostClosers);
  const joint = endOf(text, closed, spaces, mostSpaces);
  const code = codeAt(text, joint);
  if (code > 0xff) return true;
  if (joint > closed && (isDeclared(text, start) || mayFollowSpace(text, closed, joint))) return true;
  if (code === comma || code === semicolon) {
    if (namesValue(text, joint + 1)) return true;
    return code === comma && closed > nameEnd && isFirstArgument(text, start) && mayBeValue(text, joint, shortest);
  }
  return (signs[code] === 1 && mayBeValue(text, joint, shortest)) || (code === dot && text.startsWith('.unwrap_or', joint));
}

/** A little more than what the pattern allows. */
const longestName = 64;
const mostClosers = 8;
const mostSpaces = 32;
const longestValue = 960;

const [comma, semicolon, colon, equals, dash, space, dot, question] = [44, 59, 58, 61, 45, 32, 46, 63];
const [lineFeed, carriageReturn, tab] = [10, 13, 9];
const [openRound, openSquare, closeSquare] = [40, 91, 93];

const nameCharacters = tableOf('$-._', '09', 'AZ', 'az');
const closers = tableOf('\\"\'`])');
const spaces = tableOf(' \t\n\r\v\f\u00a0');
const quotes = tableOf('\\"\'`');
/** What may stand ahead of a string's quote. */
const prefixes = tableOf('@$', 'AZ', 'az');
const letters = tableOf('', 'AZ', 'az');
const spacesAndQuotes = tableOf(' \t\n\r\v\f\u00a0\\"\'`');
const signs = tableOf(':=<>|?({!+-');
const signsAndSpaces = tableOf(':=<>|?({!+- \t\n\r\v\f\u00a0');
/** What ends a value without quotes. */
const valueEnds = tableOf(' \t\n\r\v\f\u00a0"\'`\\,;<>(){}[]');
const bareEnds = tableOf(' \t\n\r\v\f\u00a0"\'`\\,;<)}]');
const typeCharacters = tableOf('.*:-_', '09', 'AZ', 'az');
const typeStarts = tableOf("'&*", 'AZ', 'az');
/** How the commands end that take a name and a value. */
const commandEnds = tableOf('VGexv');
const argumentCharacters = tableOf('.:=!$@_ \t\n\r', '09', 'AZ', 'az');

/** By character code: 1 for the characters and for those of the ranges. */
function tableOf(characters: string, ...ranges: readonly string[]): Uint8Array {
  const table = new Uint8Array(256);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  for (const range of ranges) table.fill(1, range.charCodeAt(0), range.charCodeAt(1) + 1);
  return table;
}

/** Never reads behind the text's end: one such read, and the compiler takes the slow way for all (`codeAt` does, too). */
function endOf(text: string, start: number, table: Uint8Array, most: number): number {
  const limit = Math.min(text.length, start + most);
  let end = start;
  while (end < limit && table[text.charCodeAt(end)] === 1) end++;
  return end;
}

/** 0 behind the text's end. */
function codeAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : 0;
}

function has(text: string, start: number, end: number, code: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === code) return true;
  return false;
}

/** Behind the size of an array: `key[]`, `key[33]`. */
function endOfSize(text: string, nameEnd: number): number {
  if (codeAt(text, nameEnd) !== openSquare) return nameEnd;
  const end = endOf(text, nameEnd + 1, nameCharacters, 20);
  return codeAt(text, end) === closeSquare ? end + 1 : nameEnd;
}

/** A type before the sign, `or`, an attribute, or a value in quotes: `key string =`, `key or "…"`, `key "…"`. */
function mayFollowSpace(text: string, spaced: number, at: number): boolean {
  const first = codeAt(text, at);
  if (namesValue(text, at) || (first === 111 && codeAt(text, at + 1) === 114)) return true;
  // A directive's value stands on its line.
  if (at - spaced <= mostDirectiveSpaces && !hasLineEnd(text, spaced, at) && opensString(text, at)) return true;
  const word = endOf(text, at, typeCharacters, 24);
  if (codeAt(text, word) === openSquare) return true;
  if (word - at === 2 && text.startsWith('As ', at)) return isFollowedByEquals(text, endOf(text, word + 1, typeCharacters, 40));
  return word > at && isFollowedByEquals(text, word);
}

/** With white space between, of which there is more beyond Latin-1. */
function isFollowedByEquals(text: string, at: number): boolean {
  const next = codeAt(text, endOf(text, at, spaces, mostSpaces));
  return next === equals || next > 0xff;
}

const mostDirectiveSpaces = 4;

/** `"`, `b"`, `@$"`, `\"`. */
function opensString(text: string, at: number): boolean {
  const prefix = endOf(text, at, prefixes, 2);
  return quotes[codeAt(text, prefix)] === 1;
}

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
  const sign = codeAt(text, endOf(text, endOf(text, word, letters, 16), spacesAndQuotes, mostSpaces));
  return sign === colon || sign === equals || sign > 0xff;
}

/** `getenv("API_KEY", "…")`: only there the next string is a value. In a list it is another name. */
function isFirstArgument(text: string, start: number): boolean {
  let at = startOfName(text, start) - 1;
  if (at < 1 || quotes[text.charCodeAt(at)] !== 1) return false;
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
  return nameCharacters[code] === 1 || code === colon;
}

/** `--api-key VALUE`, `ENV API_KEY VALUE`. */
function isDeclared(text: string, start: number): boolean {
  let begin = start;
  while (begin > 0 && start - begin < longestName && nameCharacters[text.charCodeAt(begin - 1)] === 1) begin--;
  if (codeAt(text, begin) === dash) return true;
  let end = begin;
  while (end > 0 && begin - end < 8 && spaces[text.charCodeAt(end - 1)] === 1) end--;
  // Most names stand behind a bracket, a sign or a word that no such command ends with.
  if (end === begin || commandEnds[text.charCodeAt(end - 1)] !== 1) return end < begin && has(text, Math.max(0, end - 5), end, dash);
  return /(?:ENV|ARG|setx|setenv|set -[A-Za-z]{1,4}|#[ \t]{0,4}define)$/.test(text.slice(Math.max(0, end - 12), end));
}

/** Behind a sign at `sign`: a long enough string, a call around one, or a long enough word. */
function mayBeValue(text: string, sign: number, shortest: number): boolean {
  const at = endOf(text, sign + 1, signsAndSpaces, 2 * mostSpaces);
  const code = codeAt(text, at);
  const first = codeAt(text, sign);
  if (code > 0xff || (code === 118 && text.startsWith('value>', at))) return true;
  if (first === colon && mayBeTyped(text, at)) return true;
  if (quotes[code] === 1) return isQuoted(text, at, shortest);
  if (code === openSquare) return codeAt(text, at + 1) === closeSquare;
  const end = endOfValue(text, at, longestValue, valueEnds);
  const next = codeAt(text, end);
  if (quotes[next] === 1 && end - at <= 2 && isQuoted(text, end, shortest)) return true;
  if (next === openRound && mayWrapValue(text, end + 1)) return true;
  if (next === space && end - at <= 5 && /^(?:new|await)$/.test(text.slice(at, end)) && wrapsValue(text, end + 1)) return true;
  return isBareSign(first) && isLongEnough(text, sign + 1, end, shortest) && mayEndBare(text, at, end);
}

/** A string that is long enough, has no white space, and ends. */
function isQuoted(text: string, at: number, shortest: number): boolean {
  const value = endOf(text, at, quotes, 6);
  const end = endOfValue(text, value, longestValue, spacesAndQuotes);
  return end - value >= shortest && quotes[codeAt(text, end)] === 1;
}

/** `new Secret("…")`, `await quote(…)`. */
function wrapsValue(text: string, at: number): boolean {
  const name = endOfValue(text, at, 80, valueEnds);
  return codeAt(text, name) === openRound && mayWrapValue(text, name + 1);
}

function endOfValue(text: string, start: number, most: number, ends: Uint8Array): number {
  const limit = Math.min(text.length, start + most);
  let end = start;
  while (end < limit && ends[text.charCodeAt(end)] !== 1 && !isWide(text, end)) end++;
  return end;
}

/** White space beyond Latin-1, in or at the end of a value. */
function isWide(text: string, at: number): boolean {
  return codeAt(text, at) > 0x1fff && /\s/.test(text.charAt(at));
}

/** `: &'static str = "…"`: the value comes later. */
function mayBeTyped(text: string, at: number): boolean {
  if (typeStarts[codeAt(text, at)] !== 1) return false;
  return isFollowedByEquals(text, endOf(text, at, typeRest, mostOfType));
}

const typeRest = tableOf("&*'.<>?|_ ", '09', 'AZ', 'az');
const mostOfType = 48;

/** What a call has in it: a string, another call, or a named argument. */
function mayWrapValue(text: string, start: number): boolean {
  const next = codeAt(text, endOf(text, start, argumentCharacters, 80));
  return quotes[next] === 1 || next === openRound || next === openSquare;
}

function isBareSign(code: number): boolean {
  return code === colon || code === equals || code === question || code === 62;
}

/** Counted from the last white space on, because a value may begin with what looks like a sign. */
function isLongEnough(text: string, from: number, end: number, shortest: number): boolean {
  let begin = end;
  while (begin > from && end - begin < shortest && spaces[text.charCodeAt(begin - 1)] !== 1) begin--;
  return end - begin >= shortest;
}

/** In an address a value ends at the next parameter, too. */
function mayEndBare(text: string, at: number, end: number): boolean {
  return end >= text.length || bareEnds[codeAt(text, end)] === 1 || isWide(text, end) || text.slice(at, end).includes('&');
}
