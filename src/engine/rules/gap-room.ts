// How far behind a word the value it names may begin: the text in between tells, because a gap is made of few words (see `gap`).
//
//   datadog|Client = createClient({ apiKey: …
//          1         2              3       ^ no value begins further right

/** How many words a gap has at most, the rest of the name included. */
const wordsOfGap = 3;

/**
 * How many characters behind `keyword` a value begins at the farthest, at most `most`. `spaces`: how many the keyword may have
 * between its own words.
 */
export function gapRoom(text: string, keyword: number, spaces: number, most: number): number {
  const limit = Math.min(text.length, keyword + most);
  let at = keyword;
  for (let words = 0; words < wordsOfGap + spaces && at < limit; words++) {
    while (at < limit && kindAt(text, at) === nameCharacter) at++;
    const end = at;
    while (at < limit && kindAt(text, at) === jointCharacter) at++;
    // What no gap has in it: a value begins here, or ahead of it.
    if (at === end) break;
  }
  return at - keyword;
}

const nameCharacter = 1;
const jointCharacter = 2;

const kinds = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.$-')
  kinds[character.charCodeAt(0)] = nameCharacter;
for (const character of ' \t\n\v\f\r"\'`\\][(){}:=>,|?*&;') kinds[character.charCodeAt(0)] = jointCharacter;

/** White space of other scripts joins, too. */
function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? (kinds[code] ?? 0) : jointCharacter;
}
