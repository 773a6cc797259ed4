// Secrets that people made up of words, where the place says that they are secrets all the same: what sessions are signed with, what
// code compares with, what a telephone signs on with.

import { alphabetOf, isAt } from '../alphabet.ts';
import { leastOfPhrase } from '../scan/reasons/random.ts';
import { isStopgap } from '../scan/reasons/stopgap.ts';
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
  // `@Value("${jwt.secret:…}")`: what holds where nothing is set
  `jwt[._-]?secret(?:[._-]?key)?:(?<=\\$\\{[\\w.-]{1,60}:)`,
];

export const wordySecretRules: readonly Rule[] = [
  {
    id: 'session-secret',
    title: 'Secret that sessions are signed with',
    provider: 'generic',
    kind: 'secret',
    keywords: ['session(', 'cookiesession(', 'cookie-session', 'session_secret,'],
    // Words with spaces are usual here. `set :session_secret, "…"`: https://sinatrarb.com/intro.html
    pattern:
      /session(?:\)?\(\s{0,12}\{[^{}]{0,200}?\bsecret["']?\s{0,4}:\s{0,4}\[?\s{0,4}|(?<=set :session)_secret, {0,4})["'`](?<secret>[^"'`\\\n$<>{}]{6,160})["'`]/di,
    confidence: 'certain',
    doubts,
    check: ({ secret }) => (isStopgap(secret) ? undefined : { confidence: 'certain' }),
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
    doubts: ['bare', 'template', 'plain-value', 'echo', 'path', 'uuid', 'words', 'test-path'],
    check: ({ secret }) => (isStopgap(secret) || isName(secret) ? undefined : { confidence: 'certain' }),
    source: 'https://www.rfc-editor.org/rfc/rfc7518#section-3.2',
  },
  {
    id: 'jwt-signing-secret',
    title: 'Secret that JSON Web Tokens are signed with',
    provider: 'generic',
    kind: 'secret',
    keywords: ['jwt.sign(', 'jwt.verify(', 'jwt.encode(', 'jwt.decode(', 'jwt::encode(', 'jwt::decode('],
    pattern:
      /jwt(?:\.|::)(?:sign|verify|encode|decode)\(\s{0,20}(?:\{[^{}]{0,300}\}|[\w.$()[\]]{1,80}),\s{0,20}(?:(?:key|secret)\s?=\s?|new key\(|secretkey\()?["'`](?<secret>[^\s"'`\\]{6,300})["'`]/di,
    confidence: 'certain',
    // The call says what its argument is: a word is a secret, too.
    check: ({ secret }) => (isStopgap(secret) || notSecret.test(secret) ? undefined : { confidence: 'certain' }),
    doubts: ['template', 'plain-value', 'echo', 'path', 'sequence', 'words', 'test-path'],
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
    check: ({ secret }) => (noSecret.test(secret) ? undefined : { confidence: 'certain' }),
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

/** Types, and constants like `NOT_FOUND`. */
const noSecret = /^(?:[Ss]tring|[Oo]bject|[Ff]unction|[Nn]umber|[Oo]ptional|[Rr]equired|[A-Z]+(?:_[A-Z]+)+)$/;

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

/** `auth-jwt-secret`, `auth.jwt.secret`: what a secret is called rather than one. */
function isName(secret: string): boolean {
  return (
    /^[a-z]{1,30}(?:[._-][a-z]{1,30}){0,8}$/.test(secret) &&
    (/^[a-z]+$/.test(secret) || secret.includes('.') || secret.split(/[_-]/).length < leastOfPhrase)
  );
}

/** Algorithms of RFC 7518, encodings, and an expression that somebody put into quotes. */
const notSecret = /^(?:[HREP]S(?:256|384|512)|EdDSA|base64|utf-?8|(?:process|os|config|settings)\.[\w.]{1,60})$/i;
