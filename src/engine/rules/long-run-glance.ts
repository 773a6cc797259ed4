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

function breaksRun(code: number): boolean {
  return code <= 32 || code === 34 || code === 39 || code === 96 || code === 92;
}
