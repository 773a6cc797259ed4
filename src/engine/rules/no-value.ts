// Strings that stand where a name's value would, and are none: names that a call looks up, what is taken apart, salts, the next call.

import { kindOfName } from '../scan/reasons/name.ts';
import { splitWords } from '../scan/reasons/split-words.ts';
import type { MatchContext } from './rule.ts';

/** Calls that are given a name and return its value: `getenv('PHP_AUTH_PW')`, `Config::get("…")`. */
const lookup =
  /(?:getenv|(?<![A-Za-z])env|(?<![A-Za-z])(?:get|read|fetch|load|find|lookup|resolve)(?!bytes|decoder|encoder|instance)\w{0,40})\(\s{0,12}["'`]$/i;

/** `' AND passwd='.md5($row['`, `"password="+str(x)+"`: between two strings that are joined. */
const joins = /^(?:[.+&]|\|\|)\s?[$\w]+(?:[([.]|->|::).*[([.+&]$/;

/** Functions that are asked for a credential, or take apart what holds one: their argument is no credential. */
const askingVerbs: ReadonlySet<string> = new Set(
  'get read fetch load find lookup retrieve parse split extract request resolve generate'.split(' '),
);

/** Functions that make a key or a digest of a password: behind it they take its salt. */
const deriving = /(?:argon|crypt|kdf|pbe|hash|hmac|deriv|digest)\w{0,24}\(\s{0,12}["'`]\w{0,40}$/i;

/** Whether the call or the text around says that the string is something else. `match` begins within the name. */
export function isNoValue(context: MatchContext): boolean {
  const { match, secret } = context;
  const before = match.slice(0, match.length - secret.length);
  const joint = before.replace(/^[\w.$-]*/, '');
  // `("password", …, "REQUIRED: the password")` and on the next line `("query", …`.
  if (/^["'`]?[\])]{1,2}\s{0,12}\(/.test(joint)) return true;
  if (lookup.test(joint) || joins.test(secret)) return true;
  // Pass `team_id` to …, the password (`bind_pw`): Markdown. KEY `index_on_user` (`user`): SQL.
  if (/^[ \t]+\(?\\{0,3}`$/.test(joint) || beginsSentence(context)) return true;
  if (isPartOfOther(context, joint)) return true;
  // `sign('', 'test_secret') => 'f7f9…'`: what the call returns. `typeof password === 'function'`: a type.
  if (/^["'`]\)\s{0,4}=>/.test(joint) || (/^\s{0,4}[!=]==?/.test(joint) && /typeof [\w$.]*$/.test(leftOf(context)))) return true;
  if (joint.startsWith('(')) return isAsking(context);
  return /^["'`],/.test(joint) && deriving.test(leftOf(context));
}

/** Where the name is a part of something that is no name. */
function isPartOfOther(context: MatchContext, joint: string): boolean {
  const left = leftOf(context);
  // `test "$mode,$pass" != "prog,link"`: several variables in one string, and as many words.
  if (/^["']\s?[!=]=?/.test(joint) && /["'][^"']*[,:;|]\$\w*$/.test(left)) return true;
  // `test "$pass" = dlopen`: a step.
  if (/^["']\s[!=]=?\s$/.test(joint) && /^[a-z]+$/i.test(context.secret) && /(?:\btest|\[)\s["']\$\w*$/.test(left)) return true;
  // `scheme://password:login/…`: the parts of an address, explained. `mysql -pPASSWORD shop`: the option's value, then the database.
  if (/:\/\/[\w-]*$/.test(left) || (/^[ \t]/.test(joint) && /\s-p[A-Z]*$/.test(left) && /^[A-Z]/.test(context.match))) return true;
  // `UPDATE users SET password=crypted WHERE …`: a column and a variable.
  if (joint === '=' && /\bUPDATE\s[^;]{1,80}\sSET\s[^;]*$/i.test(left)) return true;
  // `hash of key: 511/7B9A`
  if (/\b(?:hash|digest|fingerprint|checksum|length|size|type|name) of (?:the |a )?\w*$/i.test(left)) return true;
  return isSection(context, joint);
}

/** `smtp_password = Option('notification', 'smtp_password', …`: a call that is told the name again, behind where it stands. */
function isSection({ name, match, line }: MatchContext, joint: string): boolean {
  if (name === '' || !joint.includes('(')) return false;
  const behind = line.slice(line.indexOf(match) + match.length);
  return (
    /^["'],\s{0,4}["']/.test(behind) &&
    behind
      .slice(1, 120)
      .replace(/^,\s{0,4}["']/, '')
      .startsWith(name)
  );
}

/** `passphrase: changes the password of …`: letters alone behind a colon, and more words behind them. Settings end with their value. */
function beginsSentence({ match, secret, line }: MatchContext): boolean {
  if (!/^\p{L}+$/u.test(secret) || !/:\s{1,4}$/.test(match.slice(0, match.length - secret.length))) return false;
  const end = line.indexOf(match) + match.length;
  return /^ (?:\(?\p{L}[\p{L}'’-]*[,.;:)]? ?){2}/u.test(line.slice(end, end + 80));
}

/** `getPassword("…")`, and constants of errors: `INVALID_PASSWORD("28P01")`. */
function isAsking(context: MatchContext): boolean {
  const start = /[\w$]*$/.exec(leftOf(context))?.[0] ?? '';
  const name = start + (/^\w*/.exec(context.match)?.[0] ?? '');
  return askingVerbs.has(splitWords(name)[0] ?? '') || kindOfName(name) === 'denied';
}

function leftOf({ line, match }: MatchContext): string {
  return line.slice(0, Math.max(0, line.indexOf(match)));
}
