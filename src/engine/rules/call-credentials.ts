// Passwords and keys that only the call, option or attribute around them tells: `$redis->auth('…')`, `"--requirepass", "…"`,
// `android:value="…"` beside the name of a key.

import { alphabetOf, isAt, startOfRun } from '../alphabet.ts';
import type { Rule } from './rule.ts';
import { surroundings } from './surroundings.ts';

const doubts = [...surroundings, 'test-path'];

/** Functions that store and check passwords. */
const hashing = [
  ...['hash::make(', 'bcrypt', 'passwordencoder', 'generate_password_hash(', 'check_password_hash(', 'make_password(', 'password_hash('],
  ...['password_verify(', 'hashpassword(', 'hash_password(', 'argon2.hash('],
];

export const callRules: readonly Rule[] = [
  {
    id: 'call-password',
    title: 'Password that a call takes alone',
    provider: 'generic',
    kind: 'password',
    keywords: ['curlopt_userpwd', 'curlopt_proxyuserpwd', '->auth(', '.auth(', 'wifi.begin(', 'wifi.softap(', '.unprotect ', '.protect '],
    before: 16,
    // https://www.php.net/manual/function.curl-setopt.php https://redis.io/docs/latest/commands/auth/
    // https://docs.arduino.cc/libraries/wifi/ https://learn.microsoft.com/office/vba/api/excel.worksheet.unprotect
    pattern:
      /(?:curlopt_(?:proxy)?userpwd,\s{0,12}["'][\w.@+-]{1,60}:|redis\w{0,10}(?:->|\.)auth\(\s{0,8}["']|wifi\.(?:begin|softap)\(\s{0,8}(?:"[^"\n]{1,40}"|[\w.]{1,40}),\s{0,8}"|\.(?:un)?protect {1,2}")(?<secret>[^\s"'`\\]{4,120})["']/di,
    confidence: 'certain',
    doubts: [...doubts, 'words'],
    source: 'https://cwe.mitre.org/data/definitions/259.html',
  },
  {
    id: 'hashed-password',
    title: 'Password that code makes a hash of',
    provider: 'generic',
    kind: 'password',
    keywords: hashing,
    // Scripts that fill a database hold the passwords of its first accounts: Laravel, bcrypt, Spring, Werkzeug, Django, PHP.
    pattern:
      /(?:hash::make|bcrypt\w{0,4}\.(?:hash(?:sync|pw)?|compare(?:sync)?|generatefrompassword)|(?<![\w.>])bcrypt|passwordencoder(?:\(\))?\.encode|generate_password_hash|check_password_hash|make_password|password_(?:hash|verify)|hash_?password|argon2\.hash)\(\s{0,8}(?:\[\]byte\(|b)?["'](?<secret>[^\s"'`\\]{6,120})["']/di,
    confidence: 'likely',
    check: ({ secret }) => (algorithm.test(secret) ? undefined : { confidence: 'likely' }),
    doubts: [...doubts, 'digest', 'words'],
    source: 'https://cwe.mitre.org/data/definitions/259.html',
  },
  {
    id: 'listed-option-password',
    title: 'Password in a list of arguments',
    provider: 'generic',
    kind: 'password',
    keywords: ['requirepass"', "requirepass'", 'password"', "password'", 'passwd"', "passwd'"],
    before: 24,
    pattern: /["']--?[a-z-]{0,20}(?:requirepass|password|passwd)["'],\s{0,12}["'](?<secret>[^\s"'`\\]{6,120})["'](?!\s{0,4}(?::|=>))/di,
    glance: (text, _keyword, end) => isAt(text, end, listJoints),
    confidence: 'certain',
    doubts: [...doubts, 'words'],
    source: 'https://cwe.mitre.org/data/definitions/214.html',
  },
  {
    id: 'listed-option-key',
    title: 'Key in a list of arguments',
    provider: 'generic',
    kind: 'secret',
    keywords: ['token"', "token'", '-key"', "-key'", 'secret"', "secret'"],
    before: 24,
    pattern:
      /["']--[a-z-]{0,20}(?:token|api-?key|access-key|secret-key|secret)["'],\s{0,12}["'](?!(?:id|type|src|source|env)=)(?<secret>[^\s"'`\\]{12,300})["'](?!\s{0,4}(?::|=>))/di,
    glance: (text, _keyword, end) => isAt(text, end, listJoints),
    confidence: 'likely',
    doubts: [...doubts, 'random'],
    source: 'https://cwe.mitre.org/data/definitions/214.html',
  },
  {
    id: 'enclosed-password',
    title: 'Password in an element or object of its own',
    provider: 'generic',
    kind: 'password',
    keywords: ['"value"', 'password">', 'type="password"'],
    before: 100,
    // Parameters of Azure: https://learn.microsoft.com/azure/azure-resource-manager/templates/parameter-files; samplers of JMeter; fields
    // of forms.
    pattern:
      /(?:"\w{0,40}(?:password|secret|(?:api|access|account|shared)key(?="[^"]{1,40}"value"[^"]{1,8}"[^"\d]{0,60}\d)|token(?="[^"]{1,40}"value"[^"]{1,8}"[^"\d]{0,60}\d))"\s{0,8}:\s{0,8}\{\s{0,24}"value"\s{0,8}:\s{0,8}"|name="[\w.]{1,40}password">|type="password"[^<>]{0,80}\svalue=")(?<secret>[^\s"'<>`\\{}$[\]]{6,120})(?=["<])/di,
    glance: (text, keyword) => isAt(text, startOfRun(text, keyword, 24, spaces) - 1, ahead),
    confidence: 'certain',
    doubts: [...doubts, 'translation', 'words'],
    source: 'https://cwe.mitre.org/data/definitions/260.html',
  },
  {
    id: 'android-meta-data-key',
    title: 'Key in the manifest of an Android application',
    provider: 'generic',
    kind: 'secret',
    keywords: ['android:value="'],
    before: 160,
    pattern: /android:name="[\w.]{0,80}(?:api_?key|secret|token)[\w.]{0,20}"\s{1,24}android:value="(?<secret>[^"\s@$]{16,200})"/di,
    confidence: 'likely',
    doubts: [...doubts, 'random'],
    source: 'https://developer.android.com/guide/topics/manifest/meta-data-element',
  },
  {
    id: 'request-header-key',
    title: 'Key in a header of a request',
    provider: 'generic',
    kind: 'secret',
    keywords: ['forhttpheaderfield:'],
    before: 320,
    // https://developer.apple.com/documentation/foundation/urlrequest/addvalue(_:forhttpheaderfield:)
    pattern:
      /(?:add|set)value\(\s{0,8}"(?<secret>[^"\\\s]{16,300})",\s{0,12}forhttpheaderfield:\s{0,4}"(?:[\w-]{0,20}(?:api[_-]?key|token|secret|authorization)[\w-]{0,10})"/di,
    confidence: 'likely',
    doubts: [...doubts, 'random'],
    source: 'https://cwe.mitre.org/data/definitions/798.html',
  },
];

const listJoints = alphabetOf(/,/);
const spaces = alphabetOf(/\s/);

/** What Ansible's filter and others are told first. */
const algorithm = /^(?:sha-?\d|md5|bcrypt|blowfish|argon2|scrypt|pbkdf2)/i;

/** Ahead of the keyword: what opens its object, and names. */
const ahead = alphabetOf(/[{.\w"'/]/);
