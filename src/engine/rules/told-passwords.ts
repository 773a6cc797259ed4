// What makes a plain word a password: code compares with it, or it stands in configuration, beside a user's name or as a variable's value.

import { isCodeFile } from '../scan/reasons/bare.ts';
import { kindOfName } from '../scan/reasons/name.ts';
import { words } from '../scan/reasons/random.ts';
import type { MatchContext, Verdict } from './rule.ts';
import { settingsFile } from './settings-file.ts';

/** What is shorter may be anything, but for the value of a variable. */
const shortest = 5;

/** How sure a value under a password's name makes us: the doubt that words raise is paid for ahead where the place says more than the name. */
export function passwordInPlace(context: MatchContext): Verdict | undefined {
  const { secret, uri } = context;
  if (isToBeSet(context)) return { confidence: 'certain', facts: ['a document tells what to set'] };
  const place = placeOf(context);
  if (!place) return secret.length < shortest ? undefined : { confidence: 'likely' };
  return words({ value: secret, uri }) ? { confidence: 'certain', facts: [place] } : { confidence: 'likely', facts: [place] };
}

/** `ADMIN_PASSWORD=…`, `admin.password=…` in a document: what a program runs with until somebody reads further. */
function isToBeSet({ match, secret, uri, line }: MatchContext): boolean {
  if (!manualFile.test(uri) || secret.length < 6 || !/[A-Za-z]/.test(secret) || !/\d/.test(secret)) return false;
  const before = match.slice(0, match.length - secret.length);
  return variable.test(before) || property.test(line);
}

/** A line of properties, whole. */
const property = /^[\w.-]{1,60}=\S{1,80}$/;

/** Where people read how a program is set up. */
const manualFile = /\.(?:md|mdx|rst|adoc)$/i;

function placeOf(context: MatchContext): string | undefined {
  const { match, secret, uri } = context;
  const before = match.slice(0, match.length - secret.length);
  if (defaults.has(secret)) return undefined;
  // `password == "newPassword"`: what is compared with is a name.
  if (kindOfName(secret) === 'password') return undefined;
  if (compared.test(before)) return secret.length < shortest ? undefined : 'is what a password is compared with';
  if (!plainWord.test(secret) || !(assigned.test(before) || quoted.test(before))) return undefined;
  if (storeName.test(context.name)) return 'opens a key store';
  // `user=shop password=shop`: what an image is set up with.
  if (userSigns.some(sign => context.near(`user${sign}${secret}`) || context.near(`name${sign}${secret}`))) return undefined;
  if (isCodeFile(uri)) return inCode(context, before);
  if (userNames.some(context.near)) return 'stands beside a user in configuration';
  if (settingsFile.test(uri) && !labelsFile.test(uri)) return 'is a setting';
  return variable.test(before) ? 'is the value of an environment variable' : passwordOfServer(context, before);
}

function inCode(context: MatchContext, before: string): string | undefined {
  if (quoted.test(before) && userArguments.some(context.near)) return 'stands beside a user';
  return passwordOfServer(context, before);
}

function passwordOfServer({ name, secret }: MatchContext, before: string): string | undefined {
  return quoted.test(before) && ofServer.test(name) && !/[.]|pass/i.test(secret) ? 'is the password of a server' : undefined;
}

/** `DB_PASSWORD`, `smtpPassword`, `$mail->Password`: nobody reads that beside a field. */
const ofServer =
  /(?:^|[^A-Za-z])(?:db|mysql|postgres|pg|redis|smtp|mail|ftp|ssh|ldap|root|database|mongo|jdbc|datasource|wifi|vpn|rds|email|proxy|vnc|sftp|mqtt|imap|router)[._>-]{0,2}(?:user)?_?pass/i;

/** `== "`, `!= '`, `=== "`; with what Go, Python and others write around. */
const compared = /[!=]==?\s{0,4}["'`]$/;

/** What services are delivered with: everybody knows them, and nobody is let in by them who is not already. */
const defaults: ReadonlySet<string> = new Set(
  `postgres mysql mariadb mongo mongodb redis root admin administrator guest rabbitmq minio minioadmin elastic neo4j oracle sa django symfony laravel wordpress
  x-oauth-basic x-token-auth`.split(/\s+/),
);

/** A flag and its argument read like prose: `the --user and --password flags`. */
const assigned = /(?:[=:]|=>)\s{0,8}["']?$|>\s{0,8}$/;

/** A literal, as code writes it. */
const quoted = /[=:>(,]\s{0,8}["']$|^\S{1,40} ["']$/;

/** `storePassword`, `javax.net.ssl.trustStorePassword`, `ssl.key-store-password`. */
const storeName = /(?:key|trust)?[._-]?(?:store|key)[._-]?pass(?:word)?$/i;

/** Settings that hold what people read. */
const labelsFile = /messages|strings|labels?|texts?|locale|translat|validation|resources?[._-]/i;

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

/** A user's name, or that of a wireless network, written out beside it, as an argument or a member. */
const userArguments = ['user', 'username', 'user_name', 'login', 'ssid', 'ssid[]', "'user'", '"user"', "'username'", '"username"'].flatMap(
  name => [': "', ": '", '="', "='", ' => "', " => '", ' = "', " = '", ' "', " '"].map(sign => name + sign),
);

/** `DB_PASSWORD=`, `MYSQL_PASSWORD: `. The match begins at the keyword, in the name. */
const variable = /^_?(?:PASS|PWD|PSWD|_PW|PW)[A-Z0-9_]{0,40}(?:=|:[ \t]|["']?\s{1,24}value:[ \t])["']?$/;
