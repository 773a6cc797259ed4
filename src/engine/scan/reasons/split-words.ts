// The words of a name in any case style, in lower case: `db.awsSecretKey2` is db, aws, secret, key.

import { remember } from '../../remember.ts';

/** Credential words that people glue to others or to each other: `dbpassword`, `authtoken`, `apikey`. */
const glued = /^([a-z]{1,14}?)(passwords?|passphrase|passwd|pwd|secrets?|tokens?|apikey|key|credentials?)$/;

/** Words that end in a credential word and are words of their own. */
const whole: ReadonlySet<string> = new Set(
  'apikey jsonwebtoken passkey monkey turkey donkey hockey jockey whiskey hotkey passtoken'.split(' '),
);

/** What may stand before a glued `key` or `pass`: any other letters there make another word (`bypass`, `whiskey`). */
const gluable: ReadonlySet<string> = new Set(
  'api secret access auth private app client consumer account storage master encrypt encryption sign signing service session db user admin root smtp mail ftp my'.split(
    ' ',
  ),
);

const gluedPass =
  /^(db|user|admin|root|ssh|smtp|mail|email|ftp|my|mysql|pg|redis|ldap|proxy|http|login|key|store|trust|new|old|remote|imap|pop|web|wifi|sql|backup|dn|auth|send|recv|oper|server|control|site|net|wpa)(pass)$/;

/** `bindpw`, `rootpw`: two letters alone end too many words. */
const gluedPw = /^(rootpwmod|bind|root|admin|db|user|ldap|mod|mail|vnc)(pw)$/;

export const splitWords = remember(1_000, (name): readonly string[] => [...humpsOf(name)].flatMap(unglued));

/** Whether there are words, and all are expected. For values, which do not come again: it ends with the first that is not. */
export function isOfWords(value: string, isExpected: (word: string) => boolean): boolean {
  let hasWords = false;
  for (const hump of humpsOf(value)) {
    if (!unglue(hump).every(isExpected)) return false;
    hasWords = true;
  }
  return hasWords;
}

/** Runs of letters, cut before a capital that begins a word: `HTTPServer2Key` is http, server, key. */
function* humpsOf(name: string): Generator<string> {
  // The only character that would become two.
  const lower = name.replaceAll('İ', 'i').toLowerCase();
  let start = 0;
  for (let at = 0; at < lower.length; at++) {
    const isLetter = isSmall(lower.charCodeAt(at));
    if (isLetter && !(at > start && beginsHump(name, at))) continue;
    if (at > start) yield lower.slice(start, at);
    start = isLetter ? at : at + 1;
  }
  if (lower.length > start) yield lower.slice(start);
}

/** A capital after a small letter, or the last of several capitals before a small letter. */
function beginsHump(name: string, at: number): boolean {
  if (!isCapital(name.charCodeAt(at))) return false;
  const before = name.charCodeAt(at - 1);
  return isSmall(before) || (isCapital(before) && at + 1 < name.length && isSmall(name.charCodeAt(at + 1)));
}

function isSmall(code: number): boolean {
  return code >= 97 && code <= 122;
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

/** Words come again more often than names. */
const unglued = remember(1_000, unglue);

function unglue(word: string): readonly string[] {
  if (whole.has(word)) return word === 'apikey' ? ['api', 'key'] : [word];
  const [, before, credential] = gluedPass.exec(word) ?? gluedPw.exec(word) ?? glued.exec(word) ?? [];
  if (before === undefined || credential === undefined) return [word];
  if (credential === 'apikey') return [before, 'api', 'key'];
  return credential === 'key' && !gluable.has(before) ? [word] : [before, credential];
}
