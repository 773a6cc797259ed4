// Whether a pattern's matches end where one of its groups does: then the group's length tells its place.

/** `false` also where nobody can tell: the group must stand in no other, beside no alternative, with nothing but look-arounds behind it. */
export function endsWithGroup(source: string, name: string): boolean {
  let depth = 0;
  let isBehind = false;
  for (const [token] of source.matchAll(tokens)) {
    const isOutside = depth === 0;
    if (isOutside && token === '|') return false;
    if (isOutside && isBehind && !/^\(\?<?[=!]$/.test(token)) return false;
    if (token.startsWith('(')) depth++;
    if (token === ')') depth--;
    if (isOutside && token === `(?<${name}>`) isBehind = true;
  }
  return isBehind;
}

/** Escaped characters, classes, brackets with what they open, and all else by characters. */
const tokens = /\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<\w+>))?|[\s\S]/g;
