// Credentials known by what they are written into: HTTP headers, commands, connection strings, SQL.

import { alphabetOf, endOfRun, isAt } from '../alphabet.ts';
import { decodeBase64Text } from '../base64.ts';
import { randomBits } from '../scan/reasons/surprise.ts';
import { commandRules } from './command-passwords.ts';
import { fileCredentialRules } from './file-credentials.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';

const values = ['template', 'placeholder', 'plain-value', 'echo', 'sequence'];

/** Between a header's name and its value: `: `, `": "`, `', '`, `=`, `: !!str "`; a space where a server sets the header. */
const headerJoint =
  '(?:(?<=(?:_header|header_(?:up|down)|[Hh]eader (?:set|add|always set)|set-header)[ \\t]{1,4}[\\w-]{1,40})[ \\t]{1,4}["\']?|(?:\\\\{0,3}["\'`])?\\]?\\s{0,8}(?:=>|[:=,])\\s{0,8}(?:[bfru]{0,2}\\\\{0,3}["\'`])?)';

/** The scheme ahead of a token, unless it is one whose credentials have a form of their own. */
const otherScheme = '(?!(?:basic|bearer|digest|negotiate|ntlm|oauth|aws4)[^a-z])(?:[a-z][a-z-]{2,20}[ =])?';

const tokenCharacters = '[\\w+/=.~%:|$!-]';

export const contextRules: readonly Rule[] = [
  {
    id: 'bearer-token',
    title: 'Bearer token',
    provider: 'generic',
    kind: 'token',
    keywords: ['bearer'],
    pattern: new RegExp(
      `(?<![A-Za-z])bearer(?: |%20|\\+|\\\\u0020){1,3}(?<secret>${tokenCharacters}{12,2000})(?!${tokenCharacters})`,
      'di',
    ),
    glance: (text, keyword) => isAt(text, keyword + 'bearer'.length, schemeEnds),
    reach: 2100,
    confidence: 'likely',
    doubts: [...values, 'path', 'entropy', 'random', 'test-path'],
    source: 'https://www.rfc-editor.org/rfc/rfc6750',
  },
  {
    id: 'basic-credentials',
    title: 'User and password in a Basic header',
    provider: 'generic',
    kind: 'password',
    keywords: ['basic'],
    pattern: /(?<![A-Za-z])basic(?: |%20|\\u0020){1,3}(?<secret>[A-Za-z0-9+/]{6,300}={0,2})(?![\w+/=])/di,
    glance: (text, keyword) => isAt(text, keyword + 'basic'.length, schemeEnds),
    confidence: 'certain',
    doubts: ['test-path'],
    check: readBasic,
    source: 'https://www.rfc-editor.org/rfc/rfc7617',
  },
  {
    id: 'header-key',
    title: 'Key in an HTTP header',
    provider: 'generic',
    kind: 'secret',
    keywords: ['-key', '-token', '-secret', 'authorization'],
    pattern: new RegExp(
      `(?:(?<=(?<![\\w-])(?:x-[a-z-]{0,24}|api|private|auth|access|client|ocp-apim-subscription))-(?:key|token|secret)|(?<![a-z])authorization)${headerJoint}${otherScheme}(?<secret>${tokenCharacters}{12,400})(?!${tokenCharacters})`,
      'di',
    ),
    glance: beginsHeader,
    confidence: 'likely',
    // No `uuid` among the doubts: in a header that is called after a key, a UUID is one.
    doubts: ['name', 'bare', ...values, 'path', 'entropy', 'random', 'test-path'],
    source: 'https://www.rfc-editor.org/rfc/rfc9110#name-authorization',
  },
  {
    id: 'curl-user-password',
    title: 'User and password of a command',
    provider: 'generic',
    kind: 'password',
    keywords: ['-u ', '-u"', "-u'", '--user ', '--user=', '--proxy-user '],
    pattern:
      /(?<![\w-])(?:-u|--(?:proxy-)?user)[ =]{0,3}["']?[\w.@+{}-]{0,60}["']?:["']?(?<secret>[^\s"'`\\:;|<>]{4,120})(?=["'`\\]?(?:\s|$|\\))/d,
    confidence: 'likely',
    doubts: [...values, 'path', 'words', 'test-path'],
    check: ({ near }) => (['curl', 'wget', 'http', 'ldap', 'mysql', 'docker login'].some(near) ? { confidence: 'certain' } : undefined),
    source: 'https://curl.se/docs/manpage.html#-u',
  },
  {
    id: 'curl-user-token',
    title: 'Token in place of the user of a command',
    provider: 'generic',
    kind: 'token',
    keywords: ['-u ', '-u"', "-u'", '--user ', '--user='],
    // Services that know keys only are given one as the user, with no password behind the colon.
    pattern: /(?<![\w-])(?:-u|--user)[ =]{0,3}["']?(?<secret>[\w.~!@#%^*+-]{12,200}):["']?(?=\s|$)/d,
    confidence: 'likely',
    doubts: [...values, 'path', 'entropy', 'random', 'test-path'],
    check: ({ near }) => (near('curl') || near('http') ? { confidence: 'likely' } : undefined),
    source: 'https://curl.se/docs/manpage.html#-u',
  },
  {
    id: 'connection-string-password',
    title: 'Password or key in a connection string',
    provider: 'generic',
    kind: 'password',
    keywords: ['password=', 'pwd=', 'accountkey=', 'sharedaccesskey=', 'password =', 'pwd ='],
    pattern: /(?:password|pwd|accountkey|sharedaccesskey) ?= ?(?<secret>[^\s;"'`\\<>,]{4,200})(?=[;"'`\\]|$)/di,
    confidence: 'likely',
    doubts: ['bare', ...values, 'words', 'test-path'],
    check: ({ line }) => (looksLikeConnectionString(line) ? { confidence: 'certain' } : undefined),
    source: 'https://learn.microsoft.com/dotnet/framework/data/adonet/connection-string-syntax',
  },
  {
    id: 'netrc-password',
    title: 'Password in a .netrc file',
    provider: 'generic',
    kind: 'password',
    keywords: ['machine '],
    pattern:
      /(?<![\w-])machine\s{1,8}[\w.:-]{1,120}\s{1,12}login\s{1,8}\S{1,120}\s{1,12}password\s{1,8}(?<secret>[^\s"'`<>$\\]{4,200})(?=[\s"'`\\]|$)/d,
    confidence: 'certain',
    // No `sequence`: the file says that it is a password.
    doubts: ['template', 'placeholder', 'plain-value', 'echo', 'words', 'test-path'],
    source: 'https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html',
  },
  {
    id: 'password-argument',
    title: 'Password beside its user in a call',
    provider: 'generic',
    kind: 'password',
    keywords: [
      ...[
        'networkcredential(',
        'passwordcredential',
        'basicauth',
        'digestauth',
        'auth=(',
        '.auth(',
        'changeuserpassword(',
        'login(',
        'getconnection(',
      ],
      ...[
        'new pdo(',
        'mysqli(',
        'mysqli_connect(',
        'mysql_connect(',
        'mysql_pconnect(',
        'ssh2_auth_password(',
        'mysql.connect(',
        'mysqldb.connect(',
        'passwordauthentication',
        'usernamepassword',
      ],
      ...['dbi->connect(', 'ssh.connect(', 'client.connect(', 'emailandpassword('],
      ...['basic_auth(', 'plainauth(', 'credentials::new(', 'cx_oracle.connect(', 'oracledb.connect('],
      ...['oci_connect(', 'ldap_bind(', 'imap_open(', 'net::ftp.open(', 'new sequelize(', '.basic_auth ', 'gmail('],
    ],
    // A user and the password behind it; behind an address, a host and a port, or what else a credential is called by.
    pattern:
      /(?:(?:(?:network|password)credentials?|(?:basic|digest|password)_?auth(?:entication)?|cx_oracle\.connect|oracledb\.connect|oci_connect|ldap_bind|credentials::new|auth=|\.auth|changeuserpassword|login)\(\s{0,20}(?:[$\w]{1,30},\s{0,20})?|(?:getconnection|imap_open|net::ftp\.open|new sequelize|new pdo|mysqli(?:_connect)?|mysql_p?connect|ssh2_auth_password|mysql(?:db)?\.connect|dbi->connect)\(\s{0,20}(?:["'][^"'\n]{1,200}["']|[$\w.]{1,60}),\s{0,20}|(?:ssh|client)\.connect\(\s{0,20}(?:["'][^"'\n]{1,100}["']|[$\w.]{1,60}),\s{0,20}(?:[\w.]{1,30},\s{0,20})?|\.basic_auth |gmail\((?=["'][^"']{1,60}@)|plainauth\(\s{0,20}["'][^"'\n]{0,60}["'],\s{0,20}|emailandpassword\(\s{0,20}(?:[\w.]{1,40},\s{0,20})?|usernamepassword\w{0,40}\(\s{0,20}(?:[\w.]{1,60},\s{0,20})?(?:["'][^"'\n]{0,100}["'],\s{0,20}["'][^"'\n]{0,100}["'],\s{0,20})?)["'][^"'\s]{1,80}["'](?:\.(?:to_string|to_owned|into)\(\))?,\s{0,20}(?:some\()?["'](?<secret>[^\s"'`\\]{4,120})["']/di,
    confidence: 'likely',
    // The call says what its argument is. `login` is a name of much else.
    check: ({ match }) => ({
      confidence: !/^login/i.test(match) || /^login\(\s{0,20}["'][^"']{1,60}@/i.test(match) ? 'certain' : 'likely',
    }),
    doubts: [...values, 'path', 'words', 'test-path'],
    source: 'https://cwe.mitre.org/data/definitions/259.html',
  },
  {
    id: 'wordpress-salt',
    title: 'WordPress key or salt',
    provider: 'generic',
    kind: 'secret',
    keywords: ['auth_key', 'auth_salt', 'logged_in_key', 'logged_in_salt', 'nonce_key', 'nonce_salt'],
    // Drawn from nearly all characters of ASCII, the space among them.
    pattern: /(?<=["'](?:secure_)?)(?:auth|logged_in|nonce)_(?:key|salt)["']\s{0,8},\s{0,8}["'](?<secret>[^"'\\\r\n]{48,128})["']/di,
    confidence: 'certain',
    // No `template`: among all of ASCII there are braces, and names between them.
    check: ({ secret }) => (/[{}$%]/.test(secret) && randomBits(secret) < drawnFromAll ? undefined : { confidence: 'certain' }),
    doubts: ['placeholder', 'sequence', 'sentence'],
    source: 'https://developer.wordpress.org/reference/functions/wp_salt/',
  },
  {
    id: 'sql-password',
    title: 'Password in an SQL statement',
    provider: 'generic',
    kind: 'password',
    keywords: ['identified by', 'identified with', 'password ', 'password('],
    pattern:
      /(?:identified (?:by|with [\w"'`]{1,40} (?:by|as))(?: password)? {0,4}["']?|(?<![\w-])(?<=\b(?:with|role|user|login|encrypted|alter|create|set)\s[^;]{0,60})password {0,4}(?:= {0,4}N?|\( {0,4})?["'])(?<secret>(?:(?<=["'])[^\s"'`\\]{4,120}(?=["'])|(?<!["'])[^\s"'`\\;<>]{6,60}(?=[\s;]|$)))/di,
    confidence: 'likely',
    doubts: [...values, 'digest', 'words', 'test-path'],
    check: isStatement,
    source: 'https://www.postgresql.org/docs/current/sql-createrole.html',
  },
  {
    id: 'dsn-password',
    title: 'Password in a data source name',
    provider: 'generic',
    kind: 'password',
    keywords: ['@tcp(', '@unix(', '@cloudsql', 'jdbc:oracle:thin:'],
    before: 180,
    pattern:
      /(?<![\w.%+:/-])(?:jdbc:oracle:thin:[\w.$-]{1,60}\/(?=[^\s"'`@]{4,100}@)|[\w.+-]{1,60}:(?=[^\s"'`@/]{3,100}@(?:(?:tcp|unix)\(|cloudsql)))(?<secret>[^\s"'`@/]{4,100})@/d,
    confidence: 'certain',
    doubts: [...values, 'words', 'test-path'],
    source: 'https://github.com/go-sql-driver/mysql#dsn-data-source-name',
  },
  {
    id: 'spring-plain-password',
    title: 'Password that Spring Security is told to keep as it is',
    provider: 'generic',
    kind: 'password',
    keywords: ['{noop}'],
    pattern: /\{noop\}(?<secret>[^\s"'`\\<>,]{4,120})(?=["'`<,\s]|$)/di,
    confidence: 'certain',
    doubts: [...values, 'words', 'test-path'],
    source: 'https://docs.spring.io/spring-security/reference/features/authentication/password-storage.html',
  },
  ...commandRules,
  ...fileCredentialRules,
];

/** Bits by which chance explains a value of 48 characters and more; expressions of templates are words. */
const drawnFromAll = 40;

/** Statements of SQL that give somebody a password. */
const aboutRole = /\b(?:create|alter)\s{1,4}(?:user|role|login)\b/i;

/** How statements begin whose users are `identified by` something. */
const statements = ['user ', 'grant ', 'connect to ', 'role ', "'@'"];

/** What stands between a scheme and its credentials begins with one of these. */
const schemeEnds = alphabetOf(/[ %+\\]/);

const letters = alphabetOf(/[A-Za-z]/);
const headerEnds = alphabetOf(/[\s\\"'`\]]/);
const headerSigns = alphabetOf(/[:=,]/);

/** A sign behind the header's name, which ends with the keyword. */
function beginsHeader(text: string, keyword: number): boolean {
  const nameEnd = endOfRun(text, keyword + 1, 'uthorization'.length, letters);
  if (/eader/.test(text.slice(Math.max(0, keyword - 60), keyword))) return true;
  return isAt(text, endOfRun(text, nameEnd, 16, headerEnds), headerSigns);
}

/** Only what decodes to `user:password` in readable characters; words of examples are none. */
function readBasic({ secret }: MatchContext): Verdict | undefined {
  const text = decodeBase64Text(secret);
  const [, user = '', password = ''] = /^([\x20-\x7e]{0,80}?):([\x20-\x7e\u0080-\uffff]{1,200})$/.exec(text ?? '') ?? [];
  if (password === '' || isMadeUp(user, password)) return undefined;
  return { confidence: 'certain', facts: ['decodes to a user and a password'] };
}

/** The samples of RFC 7617 and RFC 6749, and pairs that say what they are. */
export function isMadeUp(user: string, password: string): boolean {
  const stock = /^(?:user(?:name)?|login|admin|test|foo|alice|bob|aladdin|id|client_?id|x|a)$/i;
  return (
    user === password ||
    user === 's6BhdRkqt3' ||
    (stock.test(user) && /^(?:pass(?:word|wd)?|pwd|test|bar|admin|secret|open[ +]?sesame|client_?secret|x|b|token)$/i.test(password))
  );
}

/** Not `attributes are identified by uint32 values`. A statement about a role says what its literal is: a word is one, too. */
function isStatement({ match, secret, line, near }: MatchContext): Verdict | undefined {
  const isQuoted = /["']$/.test(match.slice(0, match.length - secret.length));
  // `the value from the file identified by 'entry'`: prose.
  if (match.startsWith('identified') && !statements.some(near)) return undefined;
  if (isQuoted && (/^identified/i.test(match) || aboutRole.test(line))) return { confidence: 'certain' };
  return isQuoted || /IDENTIFIED/.test(match) || /\b(?:create|alter|grant|set) /i.test(line) ? { confidence: 'likely' } : undefined;
}

/** At least one more of the parts such a string has. */
function looksLikeConnectionString(line: string): boolean {
  return /(?:^|[;"'`\s])(?:server|data source|addr(?:ess)?|network address|host|database|initial catalog|uid|user ?(?:id|name)?|accountname|endpoint|port|driver|provider|sharedaccesskeyname|defaultendpointsprotocol) ?=[^;]{1,200};/i.test(
    line,
  );
}
