// What makes a plain word a password: code compares with it, or it stands in configuration, beside a user's name or as a variable's value.

import { isCodeFile } from '../scan/reasons/bare.ts';
import { kindOfName } from '../scan/reasons/name.ts';
import { words } from '../scan/reasons/random.ts';
import type { MatchContext, Verdict } from './rule.ts';

/** What is shorter may be anything, but for the value of a variable. */
const shortest = 5;

/** How sure a value under a password's name makes us: the doubt that words raise is paid for ahead where the place says more than the name. */
export function passwordInPlace(context: MatchContext): Verdict | undefined {
  const { secret, uri } = context;
  const place = placeOf(context);
  if (!place) return secret.length < shortest ? undefined : { confidence: 'likely' };
  return words({ value: secret, uri }) ? { confidence: 'certain', facts: [place] } : { confidence: 'likely', facts: [place] };
}

function placeOf(context: MatchContext): string | undefined {
  const { match, secret, uri } = context;
  const before = match.slice(0, match.length - secret.length);
  // `password == "newPassword"`: what is compared with is a name.
  if (kindOfName(secret) === 'password') return undefined;
  if (compared.test(before)) return secret.length < shortest ? undefined : 'is what a password is compared with';
  if (defaults.has(secret)) return undefined;
  if (isCodeFile(uri) || !plainWord.test(secret) || !assigned.test(before)) return undefined;
  // `user=shop password=shop`: what an image is set up with.
  if (userSigns.some(sign => context.near(`user${sign}${secret}`) || context.near(`name${sign}${secret}`))) return undefined;
  if (userNames.some(context.near)) return 'stands beside a user in configuration';
  return variable.test(before) ? 'is the value of an environment variable' : undefined;
}

/** `== "`, `!= '`, `=== "`; with what Go, Python and others write around. */
const compared = /[!=]==?\s{0,4}["'`]$/;

/** What services are delivered with: everybody knows them, and nobody is let in by them who is not already. */
const defaults: ReadonlySet<string> = new Set(
  'postgres mysql mariadb mongo mongodb redis root admin administrator guest rabbitmq minio minioadmin elastic neo4j oracle sa django symfony laravel wordpress'.split(
    ' ',
  ),
);

/** A flag and its argument read like prose: `the --user and --password flags`. */
const assigned = /(?:[=:]|=>)\s{0,8}["']?$|>\s{0,8}$/;

/** Labels and messages begin with a capital or have spaces. */
const plainWord = /^[a-z][a-z0-9_.-]*$/;

const userSigns = ['=', ': ', '="', ': "', ' = '];
const userNames = [
  'user:',
  'user=',
  'user =',
  'user"',
  "user'",
  'username',
  'userid',
  'user id',
  'uid=',
  'login:',
  'login=',
  'login =',
  'login"',
];

/** `DB_PASSWORD=`, `MYSQL_PASSWORD: `. The match begins at the keyword, in the name. */
const variable = /^_?(?:PASS|PWD|PSWD|_PW|PW)[A-Z0-9_]{0,40}(?:=|:[ \t])["']?$/;
