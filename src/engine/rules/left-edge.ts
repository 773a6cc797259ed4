// Where a key, and where a word of a name, may begin: as patterns say it, and as a look at the characters ahead tells it first.

/** A key may begin after anything but a letter or digit; an escape (`\n`, `\u0022`, `%3D`) ends in one and is no part of the key. */
export const keyStart = '(?:(?<![A-Za-z0-9])|(?<=\\\\[bfnrt]|\\\\u00[0-9A-Fa-f]{2}|%[0-9A-F]{2}))';

/** The word begins a name or a hump of one: not the end of `add_api_key` for `dd_api`. */
export const nameStart = '(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z]))';

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
