// A value without quotes is a secret in configuration, but a variable, call or type in code.

import { alphabetOf, endOfRun, isAt } from '../../alphabet.ts';
import { rememberLast } from '../../remember.ts';
import { digit, kindsIn, letter, otherMark } from './characters.ts';
import { type Candidate, type Check, refuse } from './reason.ts';
import { randomBits } from './surprise.ts';

const codeIds: ReadonlySet<string> = new Set(
  `c cpp csharp coffeescript dart elixir erlang fsharp go groovy haskell java javascript javascriptreact julia kotlin lua objective-c objective-cpp
  perl php powershell python r ruby rust scala solidity svelte swift typescript typescriptreact vb vue clojure zig nim ocaml sql html css scss less`.split(
    /\s+/,
  ),
);

const codeFile =
  /\.(?:c|cc|cpp|cxx|h|hh|hpp|cs|coffee|dart|exs?|erl|fs|go|groovy|gradle|hs|ino|lhs|java|[cm]?[jt]sx?|jl|kts?|lua|mm?|p[lm]|php|phpt|ps1|psm1|pyi?|ipynb|r|rb|rs|scala|sol|svelte|swift|vb|vue|clj|zig|nim|ml|sql|html?|s?css|less|erb|haml)$/i;

/** A name, a member, a call, an index: what stands where a value is computed. */
const expression = /^[A-Za-z_$@&*!][\w$]*(?:(?:\.|::|->|\?\.)[A-Za-z_$][\w$]*)*[([!?]?/;

/** `config.auth.key`, `r.C0.ESC`: names of ordinary length joined by dots. A token's parts are longer. */
const member = /^[A-Za-z_$][\w$]{0,24}(?:\.[A-Za-z_$][\w$]{0,24}){0,8}$/;

/** Operators between names. */
const operators = /[+\-*/?:&|=!<>%]+/;

const typeNames: ReadonlySet<string> = new Set(
  `string str text varchar char int integer number bool boolean byte bytes any object optional none null nil void unknown never secretstr list dict
  array map required sensitive self this new await return func function lambda type class const let var true false if else not and or in is import
  from`.split(/\s+/),
);
const longestTypeName = 9;

/** What a type may go on with: `Optional[str]`, `string|null`, `string = …`. */
const typeEnds = alphabetOf(/[<[|?&=]/);
const letters = alphabetOf(/[A-Za-z]/);
const quotes = alphabetOf(/["'`>]/);
const expressionEnds = alphabetOf(/[()[]/);

export const bare: Check = candidate => {
  const { value, left, next } = candidate;
  if (isAt(left, left.length - 1, quotes)) return undefined;
  if (isTypeName(value)) return refuse('is a type or keyword of the language');
  const kinds = kindsIn(value);
  if (next === '(' || next === '[' || isExpression(value, kinds)) return refuse('is an expression, not a value');
  if (isOfMembers(value)) return refuse('is a member of an object, not a value');
  if (!isCode(candidate) || isInString(candidate)) return undefined;
  return isValueInCode(value, kinds) || isNoted(candidate, kinds) ? undefined : refuse('has no quotes: in code that is a name');
};

/** `string`, `?int`, `Optional[str]`. */
function isTypeName(value: string): boolean {
  const start = value.startsWith('?') ? 1 : 0;
  const end = endOfRun(value, start, longestTypeName + 1, letters);
  if (end < value.length && !(isAt(value, end, typeEnds) && /^.*$/.test(value))) return false;
  return end - start <= longestTypeName && typeNames.has(value.slice(start, end).toLowerCase());
}

/** `call()`, `a->b`, `A::b`, `x=>y`, `list[`. */
function isExpression(value: string, kinds: number): boolean {
  if ((kinds & otherMark) === 0) return false;
  return isAt(value, value.length - 1, expressionEnds) || /\(\)|->|::|=>/.test(value);
}

/** In comments and command lines of code: what no name can be, or what no one would call a variable. */
function isValueInCode(value: string, kinds: number): boolean {
  if ((kinds & digit) === 0 || (kinds & letter) === 0) return false;
  const isName = expression.exec(value)?.[0].length === value.length;
  return randomBits(value) >= (isName ? 30 : 10);
}

/** `// password: …` at the end of its line: what somebody wrote down. */
function isNoted({ value, left, next }: Candidate, kinds: number): boolean {
  if (!/^[\r\n]?$/.test(next) || (kinds & digit) === 0 || (kinds & letter) === 0 || value.length < 8) return false;
  return (
    /^\s{0,40}(?:--|\/\/|#|\*|;)[^"'`=(]{0,60}pass(?:word|wd)?: {1,4}$/i.test(left) &&
    !/^(?:[a-z]+[-_])?(?:sha|md|base|utf|aes|v)-?\d+/i.test(value)
  );
}

function isOfMembers(value: string): boolean {
  if (!value.includes('.')) return false;
  const names = value.replaceAll('?.', '.').split(operators);
  return names.every(name => name === '' || (member.test(name) && name.split('.').every(readsLikeName)));
}

/** Short names may be anything, longer ones are words. */
function readsLikeName(name: string): boolean {
  return name.length <= 4 || randomBits(name) < 8;
}

const [backslash, doubleQuote, singleQuote, backtick] = [92, 34, 39, 96];

/** Whether a string was opened before the value and not closed: an odd number of one kind of quote. */
function isInString({ left, uri, languageId }: Candidate): boolean {
  let isInDouble = false;
  let isInBacktick = false;
  let isInSingle = false;
  for (let at = 0; at < left.length; at++) {
    const code = left.charCodeAt(at);
    if (code === backslash) at++;
    else if (code === doubleQuote) isInDouble = !isInDouble;
    else if (code === backtick) isInBacktick = !isInBacktick;
    // `don't` opens none.
    else if (code === singleQuote) isInSingle = !isInSingle && !(at > 0 && isAt(left, at - 1, letters));
  }
  return isInDouble || isInBacktick || (isInSingle && ofConnection.test(left.slice(-120)) && hasSingleQuotes(uri, languageId));
}

/** `'Driver=x;Server=db;Pwd=`, `'host=db user=shop password=`: what single quotes hold besides is prose as often as not. */
const ofConnection = /\w=[^\s;']{1,60}(?:;[\w ]{2,24}|[ ]\w{2,24})=$/;

/** Where `'…'` is a string of any length: elsewhere it is one character, a lifetime, or the mark of a variable. */
function hasSingleQuotes(uri: string, languageId: string): boolean {
  return languageId === '' ? singleQuotedFile.test(uri) : singleQuotedIds.has(languageId);
}

const singleQuotedFile = /\.(?:[cm]?[jt]sx?|pyi?|php|rb|p[lm]|lua|dart|groovy|gradle|vue|svelte|ps1|psm1|r|sql)$/i;
const singleQuotedIds: ReadonlySet<string> = new Set(
  'javascript javascriptreact typescript typescriptreact python php ruby perl lua dart groovy vue svelte powershell r sql'.split(' '),
);

function isCode({ uri, languageId }: Candidate): boolean {
  return languageId ? codeIds.has(languageId) : isCodeFile(uri);
}

/** A text asks again and again. */
export const isCodeFile = rememberLast(uri => codeFile.test(uri));
