// Passwords that what stands beside them gives away: a type (`"SecureString"`, `{"type": "password"}`), the user ahead of a colon, a call
// that a literal is piped into.

import { decodeBase64 } from '../base64.ts';
import { isCodeFile } from '../scan/reasons/bare.ts';
import { kindOfName } from '../scan/reasons/name.ts';
import { randomBits, surelyRandom } from '../scan/reasons/surprise.ts';
import { looksChosen } from './chosen-by-people.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';
import { surroundings } from './surroundings.ts';

const doubts = [...surroundings, 'words', 'test-path'];

const value = '(?<secret>[^\\s"\'`\\\\$<>{}]{6,200})';

export const toldByTypeRules: readonly Rule[] = [
  {
    id: 'secure-string-value',
    title: 'Value of a parameter that is declared as secure',
    provider: 'generic',
    kind: 'password',
    keywords: ['"securestring"'],
    // Parameters of Azure, of AWS’s store in Terraform.
    pattern: new RegExp(`"securestring"[^{}]{0,200}?\\b(?:defaultvalue|value|insecure_value)"?\\s{0,12}[:=]\\s{0,8}"${value}"`, 'di'),
    confidence: 'certain',
    doubts,
    source: 'https://learn.microsoft.com/azure/azure-resource-manager/templates/best-practices#security-recommendations-for-parameters',
  },
  {
    id: 'credential-value',
    title: 'Value of a credential whose type is password',
    provider: 'generic',
    kind: 'password',
    keywords: ['"password"', '"random_password"'],
    // Users in an export of Keycloak; results in the state of Terraform.
    pattern:
      /(?:(?<="type"\s{0,8}:\s{0,8})"password"[^{}]{0,80}?"value"\s{0,8}:\s{0,8}"|"random_password"[\s\S]{0,600}?"result"\s{0,8}:\s{0,8}")(?<secret>[^"\\\n]{6,200})"/d,
    reach: 1000,
    glance: (text, keyword) => text.charAt(keyword + 1) === 'r' || typed.test(text.slice(Math.max(0, keyword - 30), keyword)),
    confidence: 'certain',
    doubts,
    source: 'https://www.keycloak.org/server/importExport',
  },
  {
    id: 'parameter-value',
    title: 'Value of a parameter that is called after a password',
    provider: 'generic',
    kind: 'password',
    keywords: ['"parametervalue"', '"optionvalue"'],
    before: 120,
    pattern: new RegExp(
      `"(?:ParameterKey|OptionName)"\\s{0,4}:\\s{0,4}"\\w{2,80}"\\s{0,4},\\s{0,24}"(?:ParameterValue|OptionValue)"\\s{0,4}:\\s{0,4}"${value}"`,
      'd',
    ),
    confidence: 'certain',
    check: ({ match }) => (isSecretName(match) ? { confidence: 'certain' } : undefined),
    doubts,
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Parameter.html',
  },
  {
    id: 'erlang-term-password',
    title: 'Password in a term of Erlang',
    provider: 'generic',
    kind: 'password',
    keywords: ['pass, <<"', 'password, <<"', 'pass,<<"', 'password,<<"', 'password, "'],
    pattern: /pass(?:word)?,\s?(?:<<)?"(?<secret>[^\s"'`\\]{4,120})"(?:>>)?\s{0,4}\}/d,
    confidence: 'certain',
    doubts,
    source: 'https://www.rabbitmq.com/docs/configure#advanced-config-file',
  },
  {
    id: 'xor-password',
    title: 'Password that WebSphere has only veiled',
    provider: 'generic',
    kind: 'password',
    keywords: ['{xor}'],
    pattern: /\{xor\}(?<secret>[A-Za-z0-9+/]{5,400}={0,2})(?![\w+/=])/di,
    confidence: 'certain',
    check: readVeiled,
    source: 'https://www.ibm.com/docs/en/was/9.0.5?topic=files-password-encoding-encryption',
  },
  {
    id: 'clear-text-credential',
    title: 'Credential that WildFly is told in clear text',
    provider: 'generic',
    kind: 'password',
    keywords: ['clear-text='],
    pattern: /clear-text=["']?(?<secret>[^\s"'`<>{}$,)]{4,120})(?=["'\s,})])/d,
    confidence: 'certain',
    doubts,
    source: 'https://docs.wildfly.org/33/WildFly_Elytron_Security.html#CredentialReference',
  },
  {
    id: 'jaas-user-password',
    title: 'Password of a user in a login module of Java',
    provider: 'generic',
    kind: 'password',
    keywords: ['user_'],
    pattern: /(?<![\w-])user_[\w.-]{1,60}[ \t]{0,4}=[ \t]{0,4}\\?["'](?<secret>[^\s"'`\\$]{4,120})\\?["']/d,
    confidence: 'certain',
    // A list of users may be long. In code it is a string or none.
    check: ({ near, mentions, uri }) =>
      near('loginmodule') || (!isCodeFile(uri) && mentions('loginmodule')) ? { confidence: 'certain' } : undefined,
    doubts,
    source: 'https://kafka.apache.org/documentation/#security_sasl_plain',
  },
  {
    id: 'user-and-password',
    title: 'User and password of basic authentication in settings',
    provider: 'generic',
    kind: 'password',
    keywords: ['basicauth', 'basic_auth', 'basic-auth', 'auth.user.info', 'admin_credentials'],
    pattern:
      /(?:basic[_-]?auth|auth\.user\.info|admin_credentials)["']?[ \t]{0,8}[:=][ \t]{0,8}["']?[\w@-]{1,60}:(?![/:])(?<secret>[^\s"'`\\;,<>{}$]{4,120})(?=["';,\s]|$)/di,
    confidence: 'certain',
    doubts: [...doubts, 'digest'],
    source: 'https://cwe.mitre.org/data/definitions/260.html',
  },
  {
    id: 'user-option-password',
    title: 'Password behind its user on a command line',
    provider: 'generic',
    kind: 'password',
    keywords: ['-u ', '-user ', '-username ', '-user=', '-username=', '-gu ', '-login '],
    // Whatever the command is: `-u deploy -p …`, `-U deploy -P …`, `-u deploy -pw …`. Ports and paths are none.
    pattern:
      /(?<=[ \t]-{0,1})-(?:u|gu|user(?:name)?|login)[ =]["']?(?![\d-])[\w.@\\-]{1,60}["']?[ \t]{1,4}--?(?:p|pw|pwd|pass|passwd|w|k|gp)(?:[ \t]{1,4}|=)["']?(?<secret>(?![-$%<({/.~&]|[\d:]{1,24}(?:\s|$))[^\s"'`|;<>\\]{5,120})(?=["'`]?(?:[\s|;)\\]|$))/di,
    confidence: 'likely',
    check: ({ secret }) => (looksChosen(secret) || randomBits(secret) >= surelyRandom ? { confidence: 'likely' } : undefined),
    doubts,
    source: 'https://cwe.mitre.org/data/definitions/214.html',
  },
  {
    id: 'piped-password',
    title: 'Password that a literal pipes into what protects it',
    provider: 'generic',
    kind: 'password',
    keywords: ['convertto-securestring', 'password_hash('],
    before: 130,
    pattern: new RegExp(`["']${value}["']\\s{0,4}\\|\\s{0,4}(?:convertto-securestring|password_hash\\()`, 'di'),
    glance: (text, keyword) => text.slice(Math.max(0, keyword - 6), keyword).includes('|'),
    confidence: 'certain',
    doubts,
    source: 'https://learn.microsoft.com/powershell/module/microsoft.powershell.security/convertto-securestring',
  },
  {
    id: 'sql-credential-secret',
    title: 'Secret of a credential in an SQL statement',
    provider: 'generic',
    kind: 'secret',
    keywords: ['secret =', "secret='", "secret '", 'sp_addlinkedsrvlogin'],
    pattern:
      /(?:(?<=create (?:or replace )?(?:temporary |persistent |database scoped )?(?:credential|secret)[^;]{0,40})secret ?=? ?'|(?<!\w)secret ?= ?'|sp_addlinkedsrvlogin (?:@\w{1,20} ?= ?)?N?'[^']{1,80}'[^;\n]{0,80}?, ?(?:@rmtpassword ?= ?)?N?'(?=[^',;\n]{4,120}'[ \t]{0,4}(?:;|\r?\n|$)))(?<secret>[^\s'`\\]{4,200})'/di,
    confidence: 'certain',
    check: ({ match, line }) =>
      /^sp_/i.test(match) || /\bcreate\b.{1,40}\b(?:credential|secret)\b/i.test(line) ? { confidence: 'certain' } : undefined,
    doubts,
    source: 'https://learn.microsoft.com/sql/t-sql/statements/create-credential-transact-sql',
  },
];

const typed = /"type"\s{0,8}:\s{0,8}$/;

/** The name that stands first. */
function isSecretName(match: string): boolean {
  const kind = kindOfName(/^"\w+"\s*:\s*"(\w+)"/.exec(match)?.[1] ?? '');
  return kind === 'password' || kind === 'key';
}

/** Each byte of the password with one bit pattern over it. */
function readVeiled({ secret }: MatchContext): Verdict | undefined {
  const bytes = decodeBase64(secret) ?? '';
  const password = Array.from(bytes, byte => String.fromCharCode(byte.charCodeAt(0) ^ veil)).join('');
  return /^[\x20-\x7e]{3,200}$/.test(password)
    ? { confidence: 'certain', facts: ['anyone can read it: the veil is always the same'] }
    : undefined;
}

const veil = 0x5f;
