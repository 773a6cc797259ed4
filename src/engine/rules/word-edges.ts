// Where a key and a word of a name may begin and end: as patterns say it, and as a look at a few characters tells it first.

/** A key may begin after anything but a letter or digit; an escape (`\n`, `\u0022`, `%3D`) ends in one and is no part of the key. */
export const keyStart = '(?:(?<![A-Za-z0-9])|(?<=\\\\[bfnrt]|\\\\u00[0-9A-Fa-f]{2}|%[0-9A-F]{2}))';

/** The word begins a name or a hump of one: not the end of `add_api_key` for `dd_api`. */
export const nameStart = '(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z]))';

/** Words for a credential that are glued to a service's name (`cohereapikey`). */
const gluedWords = ['api', 'key', 'token', 'secret', 'pass', 'auth', 'access', 'client', 'app'];

/** The word ends there (`cohere` is not in `coherence`), or a word for a credential follows. */
export const nameEnd = `(?:(?![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?=${gluedWords.map(inAnyCase).join('|')}))`;

/**
 * What a keyword is in the text around it: the beginning of a key, the beginning of a name or of a hump of one, or a whole word of a
 * name (`expo` in `expoToken` and `EXPO_TOKEN`, not in `export`).
 */
export type Edge = 'key' | 'name' | 'word';

/** Whether a keyword may stand there: `false` only where rules with that edge find nothing. */
export function mayStandAt(edge: Edge, text: string, start: number, end: number): boolean {
  if (edge === 'key') return mayStartKey(text, start);
  return startsName(text, start) && (edge === 'name' || mayEndWord(text, end));
}

/** `false` where `keyStart` does not match. */
export function mayStartKey(text: string, at: number): boolean {
  if (at === 0 || !isAlphanumeric(text.charCodeAt(at - 1))) return true;
  return (
    (at > 1 && text.charCodeAt(at - 2) === backslash) ||
    (at > 2 && text.charCodeAt(at - 3) === percent) ||
    (at > 5 && text.charCodeAt(at - 6) === backslash)
  );
}

/** Whether `nameStart` matches. */
export function startsName(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  return !isLetter(before) || (before >= 97 && at < text.length && isCapital(text.charCodeAt(at)));
}

/** `false` where no word of a name ends: neither as `nameEnd` has it, nor as names are read (provider-of-name.ts). */
export function mayEndWord(text: string, at: number): boolean {
  if (at >= text.length) return true;
  const next = text.charCodeAt(at);
  return !isLetter(next) || endsWordBefore(text.charCodeAt(at - 1), next, at + 1 < text.length ? text.charCodeAt(at + 1) : 0);
}

/** Whether a word may end between the character `before` and the letter `next`: `expo|Token`, `EXPO|Prod`, `expo|token`. */
export function endsWordBefore(before: number, next: number, second: number): boolean {
  if (!isLetter(second)) return isCapital(next) && !isCapital(before);
  if (isCapital(next) && (!isCapital(before) || !isCapital(second))) return true;
  return gluedBeginnings[((next & 0x1f) << 5) | (second & 0x1f)] === 1;
}

/** By two letters, five bits each: 1 where a word begins with them that may be glued to a service's name. */
const gluedBeginnings = new Uint8Array(1 << 10);
for (const word of [...gluedWords, 'private']) gluedBeginnings[((word.charCodeAt(0) & 0x1f) << 5) | (word.charCodeAt(1) & 0x1f)] = 1;

/** The word (lower case) as a pattern for any case, without making what else is in the pattern case-blind. `_` is any or no joint. */
export function inAnyCase(word: string): string {
  return word.replace(/[a-z_]/g, letter => (letter === '_' ? '[_. -]?' : `[${letter.toUpperCase()}${letter}]`));
}

const [percent, backslash] = [37, 92];

function isAlphanumeric(code: number): boolean {
  return isLetter(code) || (code >= 48 && code <= 57);
}

function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 97 && lower <= 122;
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}
