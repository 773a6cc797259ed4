// What keeps the lexer linear on any text, its stack and its turns short.

/** Deeper than any code people write. */
export const maxHoleDepth = 8;
/** What does not close was walked in vain: after so many times the text's length, the rest is taken as it stands. */
export const maxVainWalks = 2;
/** In characters. Only code ends a step: a string is read as a whole. */
export const stepLength = 50_000;

export const slash = 47;
