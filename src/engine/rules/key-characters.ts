// What keys and passwords are written with, where no format says more.

/** Tokens are made of the alphabets of base64, of URLs, and of what generators of passwords add. */
export const keyCharacters = { quoted: '[!#-&(-\\[\\]-_a-~]', bare: '[\\w+/=.~$%@!#*:^|-]' };

/** What ends a password without quotes. */
export const noBare = '"\'`\\\\\\s,;<>(){}\\[\\]|';

export const passwordCharacters = { quoted: '[^"\'`\\\\\\s]', bare: `[^${noBare}]` };
