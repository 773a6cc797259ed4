// Credentials by the files they are kept in, where the format says which part is the secret: .pgpass, logins of registries, parameters
// with a default, settings of servers and devices.

import { decodeBase64Text } from '../base64.ts';
import { kindOfName } from '../scan/reasons/name.ts';
import { randomBits, surelyRandom } from '../scan/reasons/surprise.ts';
import { serviceOfName } from './provider-of-name.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';

const values = ['template', 'placeholder', 'plain-value', 'echo', 'path', 'sequence'];

/** Settings with what stands ahead of the password. */
const settings: readonly string[] = [
  // https://redis.io/docs/latest/operate/oss_and_stack/management/security/
  // In a sentence more words follow, on a command line options.
  '(?:requirepass|masterauth)[ \\t]{1,8}(?:["\']|(?=[^\\s"\']{5,120}(?:["\',\\])]|[ \\t]{0,8}(?:--|[&|;\\\\#]|\\r?\\n|$))))',
  // https://manpages.debian.org/wpa_supplicant.conf.5
  '(?:wpa-psk:[ \\t]{1,8}["\']?|(?<=(?:^|\\n)[ \\t]{0,8})wpa-psk[ \\t]{1,8}["\']?(?=\\S{5,120}[ \\t]{0,8}(?:\\r?\\n|$)))',
  'wpa_passphrase=',
  'psk="',
  // https://www.cisco.com/c/en/us/support/docs/security-vpn/remote-authentication-dial-user-service-radius/107614-64.html
  '(?<=(?:^|\\n)[ \\t]{0,8})(?:username \\S{1,60} (?:privilege \\d{1,2} )?|enable )secret (?:[05] )?',
  // https://learn.microsoft.com/powershell/module/microsoft.powershell.security/convertto-securestring
  // key-hygiene:ignore-next-line server-password -- the pattern reads like what it looks for
  'ConvertTo-SecureString\\s{1,4}(?:-(?:AsPlainText|Force)\\s){0,2}(?:-String\\s{1,4})?["\']',
  '<Pass encoding="base64">',
  // https://linux.die.net/man/5/ldap.conf, https://www.openldap.org/doc/admin26/slapdconf2.html: hashes begin with a bracket.
  '(?<=(?:^|\\n)[ \\t]{0,8})(?:bindpw|rootpw)[ \\t]{1,8}["\']?(?!\\{|--)',
  // https://docs.fedoraproject.org/en-US/fedora/f36/install-guide/appendixes/Kickstart_Syntax_Reference/
  'rootpw[ \\t]{1,4}--plaintext[ \\t]{1,4}',
  // https://wiki.debian.org/DebianInstaller/Preseed
  'd-i[ \\t]{1,4}[\\w/-]{1,40}password(?:-again)?[ \\t]{1,4}password[ \\t]{1,4}',
  // http://www.net-snmp.org/docs/man/snmpd.conf.html
  'createUser[ \\t]{1,4}[\\w.-]{1,40}[ \\t]{1,4}(?:MD5|SHA(?:-\\d{3})?)[ \\t]{1,4}"?',
  // https://learn.microsoft.com/windows-hardware/customize/desktop/unattend/microsoft-windows-shell-setup-autologon-password
  '<(?:Administrator)?Password>\\s{0,40}<Value>(?=[^<]{5,120}</Value>\\s{0,40}<PlainText>true)',
];

export const fileCredentialRules: readonly Rule[] = [
  {
    id: 'pgpass-password',
    title: 'Password in a .pgpass file',
    provider: 'generic',
    kind: 'password',
    keywords: [':5432:', ':5433:', ':6432:', ':*:'],
    // hostname:port:database:username:password, with `\:` for a colon: more than five fields are a line of /etc/passwd.
    pattern:
      /(?<=(?:^|\n)[\w.*-]{1,60}):(?:\d{2,5}|\*):[\w.*-]{1,63}:[\w.*@-]{1,63}:(?<secret>(?:[^\s"'`<>:\\]|\\[:\\]){4,120})(?=[ \t]{0,8}(?:[\r\n]|$))/d,
    confidence: 'certain',
    doubts: [...values, 'words', 'test-path'],
    source: 'https://www.postgresql.org/docs/current/libpq-pgpass.html',
  },
  {
    id: 'encoded-login',
    title: 'Login of a package registry, encoded in base64',
    provider: 'generic',
    kind: 'password',
    keywords: ['_auth=', '_auth =', '_password=', '_password ='],
    pattern: /(?<=[\s:/]|^)_(?:auth|password) ?= ?["']?(?<secret>[A-Za-z0-9+/]{6,400}={0,2})(?=["'\s]|$)/d,
    confidence: 'certain',
    doubts: ['test-path'],
    check: readLogin,
  },
  {
    id: 'default-password',
    title: 'Password or key as the default of a parameter',
    provider: 'generic',
    kind: 'password',
    keywords: ['variable "', 'password(', 'type: string', '"type": "string"'],
    before: 80,
    // Terraform variables, Jenkins parameters, CloudFormation parameters.
    pattern:
      /(?:variable "(?<hcl>[\w-]{1,60})"\s{0,4}\{[^{}]{0,300}?\bdefault\s{0,8}=\s{0,4}"|password\([^()]{0,200}?defaultValue\s{0,4}[:=]\s{0,4}["']|(?<![\w-])(?<key>[\w-]{1,60})["']?:\s{1,20}\{?\s{0,20}(?=["']?type)[^{}]{0,200}?\n\s{0,24}["']?default["']?:[ \t]{0,4}["']?)(?<secret>[^\s"'`]{5,400})(?=["']|\s|$)/di,
    reach: 900,
    confidence: 'likely',
    doubts: [...values, 'words', 'test-path'],
    check: readDefault,
    source: 'https://developer.hashicorp.com/terraform/language/values/variables',
  },
  {
    id: 'android-build-key',
    title: 'Key built into an Android app',
    provider: 'generic',
    kind: 'secret',
    keywords: ['buildconfigfield', 'resvalue'],
    // Type, name, value: the value of a string has quotes of its own.
    pattern:
      /(?:buildConfigField|resValue)[ \t]{0,4}\(?\s{0,8}(?:type ?[:=] ?)?["'][\w.]{1,40}["']\s{0,4},\s{0,8}(?:name ?[:=] ?)?["'](?<field>[\w.]{1,80})["']\s{0,4},\s{0,8}(?:value ?[:=] ?)?["'](?:\\?["'])?(?<secret>[^\s"'\\`$]{8,300})(?=\\?["'])/d,
    confidence: 'likely',
    doubts: [...values, 'entropy', 'random', 'test-path'],
    check: readField,
    source: 'https://developer.android.com/build/gradle-tips',
  },
  {
    id: 'server-password',
    title: "Password in a server's or device's settings",
    provider: 'generic',
    kind: 'password',
    keywords: [
      ...['requirepass', 'masterauth', 'wpa-psk', 'wpa_passphrase', 'psk=', ' secret ', 'convertto-securestring', 'encoding="base64"'],
      ...['bindpw', 'rootpw', 'password password', 'password-again password', 'createuser ', '<password>'],
    ],
    before: 80,
    pattern: new RegExp(`(?<![\\w.-])(?:${settings.join('|')})(?<secret>[^\\s"'\`<>]{5,120})(?=["'\`<\\s]|$)`, 'di'),
    // The setting says what its value is: a word is one, too.
    confidence: 'certain',
    doubts: [...values, 'digest', 'words', 'test-path'],
    source: 'https://cwe.mitre.org/data/definitions/260.html',
  },
  {
    id: 'snmp-privacy-password',
    title: 'Password that SNMP encrypts with',
    provider: 'generic',
    kind: 'password',
    // A user of SNMPv3 has two: the other one stands ahead.
    keywords: [' aes ', ' des ', ' aes-'],
    pattern: /(?<=createUser[ \t][^\n]{6,50}) (?:AES(?:-\d{3})?|DES)[ \t]{1,4}"?(?<secret>[^\s"'`<>]{8,120})(?=["\s]|$)/d,
    glance: (text, keyword) => text.charCodeAt(keyword + 1) < lowerCase,
    confidence: 'certain',
    doubts: [...values, 'digest', 'words', 'test-path'],
    source: 'http://www.net-snmp.org/docs/man/snmpd.conf.html',
  },
];

const lowerCase = 97;

/** `user:password`, or after `_password=` the password alone; only what decodes to readable characters. */
function readLogin({ secret, match }: MatchContext): Verdict | undefined {
  const text = decodeBase64Text(secret);
  if (text === undefined || !/^[\x20-\x7e]{4,300}$/.test(text)) return undefined;
  const [user, password] = match.startsWith('_password') ? ['', text] : [text.split(':', 1)[0] ?? '', text.slice(text.indexOf(':') + 1)];
  const isStock = /^(?:pass(?:word|wd)?|secret|test|token|changeme|x{3,}|\*+)$/i.test(password);
  if (password.length < 4 || password === user || (password === text) === !match.startsWith('_password') || isStock) return undefined;
  return { confidence: 'certain', facts: ['decodes to readable characters'] };
}

/** The name of the variable must say that it is secret; that of a Jenkins password is a parameter's and may be any. */
function readDefault({ match, secret }: MatchContext): Verdict | undefined {
  if (/^password\(/i.test(match)) return { confidence: 'likely' };
  const name = /^(?:variable ")?([\w-]{1,60})/.exec(match)?.[1] ?? '';
  const kind = kindOfName(name);
  if (kind === 'denied' || kind === 'untold') return undefined;
  const service = serviceOfName(name);
  if (kind === 'weak' && !(service && randomBits(secret) >= surelyRandom)) return undefined;
  return { confidence: 'likely', ...(service && { provider: service.id, facts: [`the name says ${service.title}`] }) };
}

/** What is built into an app can be read out of it; only names of credentials count. */
function readField({ match }: MatchContext): Verdict | undefined {
  const field = /,\s*(?:name ?[:=] ?)?["']([\w.]+)["']/.exec(match)?.[1] ?? '';
  const kind = kindOfName(field);
  if (kind !== 'password' && kind !== 'key') return undefined;
  return { confidence: 'likely', facts: ['whoever has the app can read it'] };
}
