// Where behind a word the value that it names may begin: the text in between tells, because a gap is made of few words (see `gap`).
//
//   datadog|Client = createClient({ apiKey: …
//                    1              2       3     a value begins behind one of three joints, or nowhere

/** How many words a gap has at most, the rest of the name included. */
const wordsOfGap = 3;

/** How many characters a joint has at most, and a word of a gap with the longest keyword ahead of it. */
const longestJoint = 16;
const longestWord = 100;

/**
 * Whether `isValue` says so of one of the joints behind `keyword`: it is told where the joint begins and ends, and the value begins
 * behind its first character at the earliest. `spaces`: how many the keyword may have between its own words.
 */
export function hasValueBehind(
  text: string,
  keyword: number,
  spaces: number,
  isValue: (text: string, joint: number, end: number) => boolean,
): boolean {
  let at = keyword;
  for (let words = wordsOfGap + spaces; words > 0; words--) {
    const joint = endOfKind(text, at, longestWord, nameCharacter);
    // What no gap has in it: a joint that is too long, or another sign.
    if (joint === at) return false;
    at = endOfKind(text, joint, longestJoint, jointCharacter);
    if (at === joint) return false;
    if (isValue(text, joint, at)) return true;
  }
  return false;
}

const nameCharacter = 1;
const jointCharacter = 2;

/** White space of other scripts joins, too. */
const kinds = new Uint8Array(256).fill(jointCharacter, 128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.$-')
  kinds[character.charCodeAt(0)] = nameCharacter;
for (const character of ' \t\n\v\f\r"\'`\\][(){}:=>,|?*&;') kinds[character.charCodeAt(0)] = jointCharacter;

/** Whether a joint may have the character. */
export function mayJoin(code: number): boolean {
  return code > 0xff || kinds[code] === jointCharacter;
}

function endOfKind(text: string, start: number, most: number, kind: number): number {
  const limit = Math.min(text.length, start + most);
  let end = start;
  while (end < limit && kinds[Math.min(text.charCodeAt(end), 0xff)] === kind) end++;
  return end;
}
