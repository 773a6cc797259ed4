// Classes of characters as patterns write them, read without a pattern: to compile one and to ask it about each character takes ten times
// as long, and a start needs dozens.

/** Codes from the first to the second, both included. */
type Range = readonly [first: number, last: number];

/** `\d`, `\w` and `\s` of Latin-1. White space is beyond it, too. */
const sets: Readonly<Record<string, readonly Range[]>> = {
  d: [[48, 57]],
  w: [
    [48, 57],
    [65, 90],
    [95, 95],
    [97, 122],
  ],
  s: [
    [9, 13],
    [32, 32],
    [0xa0, 0xa0],
    [0x2000, 0x2000],
  ],
};

const controls: Readonly<Record<string, number>> = { f: 12, n: 10, r: 13, t: 9, v: 11 };

/** Says something else in a pattern than itself. */
const special = '.^$*+?()[{|';

/**
 * Marks the characters of a class (`[^\s"]`), an escape (`\w`) or a character in `table`: by code, all from its last place on there.
 * Returns `false`, and leaves the table in disorder, where the source is anything else.
 */
export function markClass(source: string, table: Uint8Array): boolean {
  const isClass = source.length > 2 && source.startsWith('[') && source.endsWith(']');
  const isNegated = isClass && source.charAt(1) === '^';
  const end = isClass ? source.length - 1 : source.length;
  const [marked, unmarked] = isNegated ? [0, 1] : [1, 0];
  const last = table.length - 1;
  table.fill(unmarked);
  let at = isClass ? 1 + Number(isNegated) : 0;
  while (at < end) {
    const set = source.charAt(at) === '\\' ? sets[source.charAt(at + 1)] : undefined;
    const first = set ? undefined : readCharacter(source, at, end);
    if (!set && !first) return false;
    at = first ? first.end : at + 2;
    if (!isClass && (at !== end || (first && first.end === 1 && special.includes(source)))) return false;
    if (!first) {
      for (const [from, to] of set ?? []) table.fill(marked, Math.min(from, last), Math.min(to, last) + 1);
      continue;
    }
    const isRange = isClass && source.charAt(at) === '-' && at + 1 < end;
    const other = isRange ? readCharacter(source, at + 1, end) : first;
    if (!other) return false;
    at = other.end;
    table.fill(marked, Math.min(first.code, last), Math.min(other.code, last) + 1);
  }
  // No class leaves out all that is beyond the table.
  if (isNegated) table[last] = 1;
  return at === end && end > 0;
}

interface Character {
  readonly code: number;
  /** Where it ends in the source. */
  readonly end: number;
}

/** A character as it stands, or one that is written by an escape; `undefined` where it is neither: a class ends at its first bracket. */
function readCharacter(source: string, at: number, end: number): Character | undefined {
  if (source.charAt(at) === ']') return undefined;
  if (source.charAt(at) !== '\\') return { code: source.charCodeAt(at), end: at + 1 };
  const letter = source.charAt(at + 1);
  const control = controls[letter];
  if (control !== undefined) return { code: control, end: at + 2 };
  if (letter === 'x' || letter === 'u') {
    const after = at + (letter === 'x' ? 4 : 6);
    const code = after <= end ? Number(`0x${source.slice(at + 2, after)}`) : Number.NaN;
    return Number.isNaN(code) ? undefined : { code, end: after };
  }
  if (/[A-Za-z0-9]/.test(letter) || at + 1 >= end) return undefined;
  return { code: letter.charCodeAt(0), end: at + 2 };
}
