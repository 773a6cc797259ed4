// Whether a long enough run of characters follows a keyword: a cheap look for rules whose keys are long and whose keywords are common.

/** Whether `length` characters without white space, quotes or backslashes stand in a row within `room` characters behind `start`. */
export function hasLongRun(text: string, start: number, length: number, room: number): boolean {
  const most = Math.min(text.length - length, start + room);
  let from = start;
  while (from <= most) {
    // From the end: the last character that breaks the run tells where the next one may begin.
    let at = from + length - 1;
    while (at >= from && !breaksRun(text.charCodeAt(at))) at--;
    if (at < from) return true;
    from = at + 1;
  }
  return false;
}

/**
 * Whether `length` letters, digits or `_.+/~-` stand in a row within `room` characters behind `start`, with a digit in the row,
 * of which `most` characters are looked at.
 */
export function hasRunWithDigit(text: string, start: number, length: number, room: number, most: number): boolean {
  const last = Math.min(text.length - length, start + room);
  let from = start;
  while (from <= last) {
    let at = from + length - 1;
    while (at >= from && isInRun(text.charCodeAt(at))) at--;
    if (at < from) {
      const end = Math.min(text.length, from + most);
      for (at = from; at < end && isInRun(text.charCodeAt(at)); at++) if (isDigit(text.charCodeAt(at))) return true;
    }
    from = Math.max(at, from) + 1;
  }
  return false;
}

function isInRun(code: number): boolean {
  return runCharacters[code] === 1;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

const runCharacters = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.+/~-') runCharacters[character.charCodeAt(0)] = 1;

function breaksRun(code: number): boolean {
  return code <= 32 || code === 34 || code === 39 || code === 96 || code === 92;
}
