// What keeps the lexer linear and its stack short on any text.

/** Deeper than any code people write. */
export const maxHoleDepth = 8;
/** What does not close was walked in vain: after so many times the text's length, the rest is taken as it stands. */
export const maxVainWalks = 2;
