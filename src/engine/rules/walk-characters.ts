// Walks over characters by small tables, for glances that look at most names in a text.

/** By character code: 1 for the characters and for those of the ranges. Nothing beyond Latin-1 is among them. */
export function tableOf(characters: string, ...ranges: readonly string[]): Uint8Array {
  const table = new Uint8Array(256);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  for (const range of ranges) table.fill(1, range.charCodeAt(0), range.charCodeAt(1) + 1);
  return table;
}

/** Never reads behind the text's end: one such read, and the compiler takes the slow way for all (`codeAt` does, too). */
export function endOf(text: string, start: number, table: Uint8Array, most: number): number {
  const limit = Math.min(text.length, start + most);
  let end = start;
  while (end < limit && table[text.charCodeAt(end)] === 1) end++;
  return end;
}

/** 0 behind the text's end. */
export function codeAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : 0;
}

export function has(text: string, start: number, end: number, code: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === code) return true;
  return false;
}

export function endOfValue(text: string, start: number, most: number, ends: Uint8Array): number {
  const limit = Math.min(text.length, start + most);
  let end = start;
  while (end < limit && ends[text.charCodeAt(end)] !== 1 && !isWide(text, end)) end++;
  return end;
}

/** White space beyond Latin-1, in or at the end of a value. */
export function isWide(text: string, at: number): boolean {
  return codeAt(text, at) > 0x1fff && /\s/.test(text.charAt(at));
}
