// Where a word of code ends.

/** From an offset inside the word, or at its start. Letters of other alphabets are rare, so that their look-up may cost more. */
export function wordEnd(text: string, from: number): number {
  let end = from;
  while (isWord(text.charCodeAt(end))) end++;
  if (!(text.charCodeAt(end) >= 128)) return end;
  foreignWord ??= /[\p{L}\p{N}_]+/uy;
  foreignWord.lastIndex = end;
  return foreignWord.test(text) ? foreignWord.lastIndex : end;
}

/** Made when the first is met: to look all letters up takes a part of what a start does. */
let foreignWord: RegExp | undefined;

/** `a-z`, `A-Z`, `_`, `0-9` */
function isWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || (code >= 48 && code <= 57);
}
