// Where behind a word the value that it names may begin: the text in between tells, because a gap is made of few words (see `gap`).
//
//   datadog|Client = createClient({ apiKey: …
//                    1              2       3     a value begins behind one of three joints, or nowhere

import { classOf, endOf, isOf } from './walk-characters.ts';

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
    const joint = endOf(text, at, nameCharacters, longestWord);
    // What no gap has in it: a joint that is too long, or another sign.
    if (joint === at) return false;
    at = endOf(text, joint, jointCharacters, longestJoint);
    if (at === joint) return false;
    if (isValue(text, joint, at)) return true;
  }
  return false;
}

const nameCharacters = classOf(/[\w.$-]/);
const jointCharacters = classOf(/[\s"'`\\\][(){}:=>,|?*&;]/);

/** Whether a joint may have the character. */
export function mayJoin(code: number): boolean {
  return isOf(code, jointCharacters);
}
