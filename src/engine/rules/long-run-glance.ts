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

/** Whether `length` letters, digits or `_.+/~-` stand in a row, with a digit among the row, in the `room` characters behind `start`. */
export function hasRunWithDigit(text: string, start: number, length: number, room: number): boolean {
  const end = Math.min(text.length, start + room);
  let from = start;
  let hasDigit = false;
  for (let at = start; at < end; at++) {
    const kind = runKinds[text.charCodeAt(at)];
    if (kind === digit) hasDigit = true;
    if (kind === 1 || kind === digit) {
      if (hasDigit && at - from + 1 >= length) return true;
    } else {
      from = at + 1;
      hasDigit = false;
    }
  }
  return false;
}

const digit = 2;

/** By character code: 1 for what may stand in such a row, 2 for a digit. */
const runKinds = new Uint8Array(128);
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_.+/~-') runKinds[letter.charCodeAt(0)] = 1;
runKinds.fill(2, 48, 58);

function breaksRun(code: number): boolean {
  return code <= 32 || code === 34 || code === 39 || code === 96 || code === 92;
}
