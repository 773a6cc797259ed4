// The name a value is given where it stands: variable, key, attribute, element, header, parameter, flag. Read from the text to its
// left alone, in any language: what assigns looks much the same everywhere.

import { lineStartBefore } from './line-around.ts';

/**
 * As written, or `''` where nothing gives the value a name. `start` is where the value begins, `lineStart` where its line does.
 * `looksAround` is told when lines above are read, too.
 */
export function assignedName(
  text: string,
  start: number,
  lineStart = lineStartBefore(text, start, leftLimit),
  looksAround?: () => void,
): string {
  let left: string | undefined = text.slice(Math.max(lineStart, start - leftLimit), start);
  for (let round = 0; left !== undefined && round < mostWrappers; round++) {
    const name = nameAtEnd(left);
    if (name && !vague.test(name)) return name;
    if (name) {
      looksAround?.();
      return neighbour(text, start) || name;
    }
    left = unwrapped(left);
  }
  looksAround?.();
  return neighbour(text, start);
}

/** How much of the line to the left of a value is read. */
const leftLimit = 300;

/** How many wrappers around a value are looked through: `url = new URL("https://user:` are two. */
const mostWrappers = 5;

const quote = '(?:\\\\{0,3}["\'`]){0,3}';

/** What may stand between a string's beginning and the value. */
const valueLead = `(?:[A-Za-z@$]{1,2}(?=["'\`\\\\]))?${quote}(?:(?:Bearer|Basic|Token|Digest|ApiKey|bearer|basic|token)\\s{1,4})?`;

/** Not in the middle of a name, and not the user of `scheme://user:`. */
const nameStart = '(?<![\\w$])(?<!//)';
const name = '([A-Za-z_$@][\\w$.-]{0,80}\\??)';
const nameEnd = `(?:\\[\\d{0,8}\\])?${quote}[\\])]{0,2}\\s{0,20}`;
const type =
  "(?::\\s{0,4}(?:[&*'?]|[A-Z][a-z]|str|string|bytes?|char|any|text|final|const)[\\w.<>[\\]?|&', ]{0,40}|\\s(?:\\[\\])?(?:string|byte)\\s{1,4}|\\sAs\\s{1,4}[\\w.]{1,40}\\s{0,4})";
const sign = '(?::=|=>|[=!]==?|[?|&+:]{0,2}=|:|<-|->)';

/** `apiKey: string = "`  `const apiKey string = "`  `Const ApiKey As String = "` */
const typedShape = endingWith(`${nameStart}${name}\\s{0,4}${type}=\\s{0,12}${valueLead}`);

/** More than can stand between the sign and the value, and more than a type is long. */
const longestLead = 48;
const longestType = 64;

/** Most names have no type. The sign is the last there is: what may stand between it and the value has none. */
function mayBeTyped(left: string): boolean {
  const sign = left.lastIndexOf('=');
  if (sign < 0 || left.length - sign > longestLead) return false;
  return /:|As|string|byte/.test(left.slice(Math.max(0, sign - longestType), sign));
}

/** Tried in this order on the text left of the value, behind the one with a type. */
const shapes: readonly RegExp[] = [
  // apiKey = "  "api_key": "  env["API_KEY"] = "  ?api_key=  X-Api-Key: Bearer  ENV API_KEY=
  endingWith(`${nameStart}${name}${nameEnd}${sign}\\s{0,20}${valueLead}`),
  // <apiKey>
  endingWith(`<${name}(?:\\s[^<>]{0,200})?>\\s{0,4}(?:<!\\[CDATA\\[)?`),
  // setProperty("api.key", "  getenv('API_KEY', '  define('KEY', '
  endingWith(`["'\`]${name}["'\`]\\s{0,4},\\s{0,12}${valueLead}`),
  // process.env.API_KEY || "  os.environ.get("API_KEY") or "  ${API_KEY:-
  endingWith(`${nameStart}${name}["'\`]?[\\])]{0,2}\\s{0,4}(?:\\|\\||\\?\\?|\\?:|:-|\\bor\\b)\\s{0,12}${valueLead}`),
  // --api-key VALUE  ENV API_KEY VALUE  #define API_KEY "
  endingWith(`(?:(?:^|\\s)--?|^\\s{0,20}(?:ENV|ARG|env|set|setx|export|#\\s{0,4}define)\\s{1,8})${name}\\s{1,8}${valueLead}`),
  // setApiKey("  withPassword('
  endingWith(
    `${nameStart}([A-Za-z_$][\\w$.]{0,80}(?:[Kk]ey|[Tt]oken|[Ss]ecret|[Pp]ass(?:word|phrase|wd)?|[Aa]uth|[Cc]redentials?)s?)\\(\\s{0,12}${valueLead}`,
  ),
  // password "…" (HCL, nginx, Ruby)  password …  (.netrc)
  endingWith(`(?:^|[\\s{;])(?!(?:${notNames()})\\s)${name}\\s{1,12}${valueLead}`),
];

/** Looks back from the end: matched forward, a pattern would be tried at each character of the line. */
function endingWith(shape: string): RegExp {
  return new RegExp(`(?<=${shape})`, 'y');
}

function notNames(): string {
  return 'return|throw|raise|await|yield|case|in|is|not|and|or|if|else|then|elif|print|echo|puts|new|typeof|import|from|as|const|let|var|val|def|public|private|static|final|string|String|char|with|default|like|of|to|the|a|an|require|include|do|end|when|match|assert|expect|use|on|at|for|by';
}

function nameAtEnd(left: string): string {
  const typed = mayBeTyped(left) ? nameBy(typedShape, left) : undefined;
  if (typed) return tidy(typed, left);
  for (const shape of shapes) {
    const found = nameBy(shape, left);
    if (found) return tidy(found, left);
  }
  return '';
}

function nameBy(shape: RegExp, left: string): string | undefined {
  shape.lastIndex = left.length;
  return shape.exec(left)?.[1];
}

/** The last part of `this.config.apiKey`; all of `spring.datasource.password` at the start of a line of properties. */
function tidy(found: string, left: string): string {
  const plain = found.replace(/^[$@]+|[.?-]+$/g, '');
  const bare = !/["'`]$/.test(left) && left.trimStart().startsWith(found);
  return bare ? plain : plain.slice(plain.lastIndexOf('.') + 1);
}

/** The text left of what is wrapped around the value, `undefined` when nothing more is. */
function unwrapped(left: string): string | undefined {
  for (const wrapper of wrappers) {
    const found = wrapper.exec(left);
    if (found && found[0] !== '') return left.slice(0, found.index);
  }
  const open = openQuote(left);
  return open < 0 || open === left.length - 1 ? undefined : left.slice(0, open + 1);
}

const wrappers: readonly RegExp[] = [
  // https://user:
  /[a-z][a-z0-9+.:-]{1,30}:\/\/[^\s"'`]{0,200}$/i,
  // new Secret(  []byte("  String::from("  Buffer.from(`
  /(?:new |await |return )?(?:\[\])?[A-Za-z_$][\w$.:!<>]{0,60}\(\s{0,12}["'`]?$/,
  // "Bearer " +
  /(?:"[^"]{0,60}"|'[^']{0,60}'|[\w$.]{1,60})\s{0,4}(?:\+|\.\.?)\s{0,12}["'`]?$/,
  // [ "
  /\[\s{0,12}["'`]?$/,
];

/** Where the string the value stands in opens, -1 outside of strings. */
function openQuote(left: string): number {
  let open = -1;
  for (let index = 0; index < left.length; index++) {
    const char = left.charAt(index);
    if (char === '\\') index++;
    else if (open >= 0) open = char === left[open] ? -1 : open;
    else if (char === '"' || char === '`' || (char === "'" && !/[A-Za-z]/.test(left.charAt(index - 1)))) open = index;
  }
  return open;
}

/** Names that leave the naming to their neighbour. */
const vague = /^(?:value|default|defaultValue|content|data|text|string|val|property|option|entry|param|item|setting)$/i;

const neighbourShapes: readonly RegExp[] = [
  // name: API_KEY, value:  key="ApiKey" value="  <property name="password">
  /(?:key|name|id|field|property|variable)\\{0,3}["']?\s{0,4}[=:]\s{0,4}\\{0,3}["']?([\w.:-]{1,80})\\{0,3}["']?(?:[\s,;]{1,40}(?:- )?\\{0,3}["']?(?:value|default|content)\\{0,3}["']?\s{0,4}[=:]\s{0,4}\\{0,3}["']?|>\s{0,24}(?:<value>)?)$/i,
  // add_argument("--password", default="  config('SECRET_KEY', default='  fromEnvironment('API_KEY', defaultValue: '
  /["'](?:--?)?([\w.-]{1,80})["'],\s{0,24}(?:[^"'()]{1,60},\s{0,24})?default(?:_?[Vv]alue)?\s{0,4}[=:]\s{0,4}["']$/,
];

/** `name: API_KEY`, `key="ApiKey"` ahead of `value`. */
function neighbour(text: string, start: number): string {
  const left = text.slice(Math.max(0, start - leftLimit), start);
  for (const shape of neighbourShapes) {
    const found = shape.exec(left)?.[1];
    if (found) return found;
  }
  return '';
}
