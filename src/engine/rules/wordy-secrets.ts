// Secrets that people made up of words, where the place says that they are secrets all the same: what sessions are signed with, what
// code compares with, what a telephone signs on with.

import { alphabetOf, isAt } from '../alphabet.ts';
import { splitWords } from '../scan/reasons/split-words.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';

const doubts = ['template', 'plain-value', 'echo', 'path', 'uuid', 'words', 'test-path'];

/** Where settings and code say what tokens are signed with, up to the value or its quote. */
const jwtSettings: readonly string[] = [
  // `"Jwt": { "Issuer": "shop", "Key": "…" }`
  `"jwt\\w{0,20}"\\s{0,8}:\\s{0,8}\\{[^{}]{0,200}?"(?:secret|key|secret_?key|(?:issuer)?signingkey)"\\s{0,4}:\\s{0,4}(?=")`,
  // `jwt:` and, on one of the next lines, `secret: …`
  `jwt:[ \\t]{0,8}(?=\\r?\\n)[^{}"']{0,160}?\\n[ \\t]{2,16}(?:secret|key|secret-?key|signing-?key):[ \\t]{1,4}`,
  // `JwtModule.register({ secret: '…' })`, `register(jwt, { secret: '…' })`, `secretOrKey: '…'`
  `(?:jwt\\w{0,12}(?:\\.\\w{1,16})?(?:\\(|,)\\s{0,4}\\{[^{}]{0,160}?\\bsecret|secretor(?:private)?key)["']?\\s{0,4}:\\s{0,4}(?=["'\`])`,
  // `jwt.secret=…`, `JWT_SECRET = '…'`, `jwtSecretKey: "…"`, `process.env.JWT_SECRET || '…'`
  `jwt[._-]?secret(?:[._-]?key)?(?:=|["']?\\]?[ \\t]{0,4}(?:=|:|=>|\\|\\|)[ \\t]{0,4}(?=["'\`]))`,
];

export const wordySecretRules: readonly Rule[] = [
  {
    id: 'session-secret',
    title: 'Secret that sessions are signed with',
    provider: 'generic',
    kind: 'secret',
    keywords: ['session(', 'cookiesession(', 'cookie-session'],
    // Words with spaces are usual here.
    pattern: /session(?:\)?\(\s{0,12}\{[^{}]{0,200}?\bsecret["']?\s{0,4}:\s{0,4}\[?\s{0,4})["'`](?<secret>[^"'`\\\n$<>{}]{6,160})["'`]/di,
    confidence: 'certain',
    doubts,
    source: 'https://expressjs.com/en/resources/middleware/session.html#secret',
  },
  {
    id: 'flask-secret-key',
    title: 'Secret key of a Flask application',
    provider: 'generic',
    kind: 'secret',
    variable: 'SECRET_KEY',
    keywords: ['secret_key'],
    before: 12,
    // `app.secret_key = '…'`, `app.config['JWT_SECRET_KEY'] = '…'`: people write words, and whoever guesses them signs in as anybody.
    pattern:
      /(?:\bapp\.|\bconfig\[["'](?:JWT_)?)secret_key(?:["']\])?[ \t]{0,4}=[ \t]{0,4}[rbu]?(?<quote>["'])(?<secret>(?:(?!\k<quote>)[^\\\n$<>{}]){6,160})\k<quote>/di,
    glance: (text, keyword, end) => isAt(text, keyword - 1, nameJoints) && isAt(text, end, nameEnds),
    confidence: 'certain',
    doubts,
    check: ({ secret }) => (isStopgap(secret) || secret.startsWith(sampleOfFlask) ? undefined : { confidence: 'certain' }),
    source: 'https://flask.palletsprojects.com/en/stable/config/#SECRET_KEY',
  },
  {
    id: 'jwt-settings-secret',
    title: 'Secret that JSON Web Tokens are signed with, in settings',
    provider: 'generic',
    kind: 'secret',
    variable: 'JWT_SECRET',
    keywords: ['"jwt', 'jwt:', 'jwt.secret', 'jwtsecret', 'jwt_secret', 'jwt-secret', 'jwt(', 'jwtmodule', 'jwt, {', 'secretorkey'],
    pattern: new RegExp(
      `(?:${jwtSettings.join('|')})(?<quote>["'\`]?)(?<secret>[^\\s"'\`\\\\$<>{}:/]{8,200})\\k<quote>(?=[\\s;,)\\]}]|$)`,
      'di',
    ),
    confidence: 'certain',
    doubts: ['bare', 'template', 'placeholder', 'plain-value', 'echo', 'path', 'uuid', 'words', 'test-path'],
    check: ({ secret }) => (isStopgap(secret) || lowerCaseName.test(secret) ? undefined : { confidence: 'certain' }),
    source: 'https://www.rfc-editor.org/rfc/rfc7518#section-3.2',
  },
  {
    id: 'compared-secret',
    title: 'Secret that code compares with',
    provider: 'generic',
    kind: 'secret',
    keywords: ['secret =', 'secret !', 'secret==', 'secret!='],
    pattern: /secret ?[!=]==? ?["'](?<secret>[a-z][\w.-]{5,160})["']/di,
    confidence: 'certain',
    doubts: ['template', 'placeholder', 'plain-value', 'echo', 'path', 'uuid', 'words', 'test-path'],
    check: ({ secret }) => (/^(?:string|object|function|number|optional|required)$/i.test(secret) ? undefined : { confidence: 'certain' }),
    source: 'https://cwe.mitre.org/data/definitions/798.html',
  },
  {
    id: 'asterisk-secret',
    title: 'Secret of a telephone or manager of Asterisk',
    provider: 'generic',
    kind: 'password',
    keywords: ['secret=', 'secret ='],
    pattern: /(?<=(?:^|\n)[ \t]{0,8})(?:secret|remotesecret) ?=>? ?(?<secret>[^\s"'`;<>$]{4,120})(?=[ \t]{0,8}(?:;|\r?\n|$))/d,
    confidence: 'certain',
    doubts: ['template', 'plain-value', 'echo', 'sequence', 'words', 'test-path'],
    check: ofAsterisk,
    source: 'https://docs.asterisk.org/Configuration/Interfaces/Asterisk-Manager-Interface-AMI/',
  },
];

/** What only accounts of Asterisk are given. */
const settings = [
  'type=friend',
  'type=peer',
  'host=dynamic',
  'type = friend',
  'type = peer',
  'host = dynamic',
  'read = system',
  'read=system',
];

/** Its files, by their names and by what else an account has. */
function ofAsterisk({ uri, near }: MatchContext): Verdict | undefined {
  const isNamed = /(?:sip|iax|manager|users|skinny|voicemail)[\w-]{0,40}\.conf$/i.test(uri);
  const others = isNamed ? ['\nhost', '\ntype', '\nread', '\nwrite', '\ncontext', '\nusername', '\npermit'] : settings;
  return others.some(near) ? { confidence: 'certain' } : undefined;
}

/** How the key in older pages of Flask's own documentation begins. */
const sampleOfFlask = 'A0Zr98j/3yX';

const nameJoints = alphabetOf(/[._"']/);
const nameEnds = alphabetOf(/["' \t=]/);

/** What people write who mean to come back: `your_secret_key`, `change-this-in-production`, `super secret dev key`. */
const stopgaps: ReadonlySet<string> = new Set(
  `a an and any apikey app application at be bit bits by change changeit changeme changethis character characters chars default demo dev
  development dummy enter example fake fallback flask for generate generated guess hard here hush in insecure insert is it jwt key least
  long me minimum mock must my mysecret mysecretkey need needs never not of only or phrase placeholder please prod production put random
  really replace s3cr3t safe sample secret secretkey secrets secure session set shh should signing so some string strong super
  supersecret supersecretkey test testing that the this thisisasecret thisisasecretkey thisissecret to todo token tokens unit unsafe use
  value very will with you your`.split(/\s+/),
);

function isStopgap(secret: string): boolean {
  return splitWords(secret).every(word => stopgaps.has(word));
}

/** `auth-jwt-secret`, `auth.jwt.secret`: what a secret is called rather than one. */
const lowerCaseName = /^[a-z]{1,30}(?:[._-][a-z]{1,30}){0,8}$/;
