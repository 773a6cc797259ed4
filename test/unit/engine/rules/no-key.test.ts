// What is written like a key and is none, each beside the nearest thing that is one.
import assert from 'node:assert/strict';
import { scanSample } from '../../../support/scan-sample.ts';

const random = ['q8Zr2VxK7mWt4LpS', '9dJb3HnX5cQyU6eA'].join('');
const made = ['r8Zr2Vx', 'K7mWt'].join('');
const digest = ['be5d518b39e86a43c5f2', 'eecaf538c1f6c7711b59'].join('');
const jwtHeader = ['eyJhbGciOiJSUzI1NiIs', 'InR5cCI6IkpXVCJ9'].join('');
const base32 = ['F0CB3B482CFA485680A4', 'A0BDD328035D84881F1B'].join('');

/** What it is, what is no key, what is one. */
const pairs: readonly (readonly [what: string, quiet: string, flagged: string])[] = [
  ['the beginning of keys', "const API_KEY = 'flow8n_api_';", `const API_KEY = 'flow8n_api_${random}';`],
  ['the name of a constant', '<filter token="WSDL4J_JAR"/>', `<filter token="${random}_JAR"/>`],
  ['a way to sign in', "const authentication = 'genericOAuth2';", `const authentication = '${random}OAuth2';`],
  ['a name with its value', 'addFromKeyValue("opt1=a=b")', `addFromKeyValue("${random}=")`],
  ['a checksum under a type', `"type_key": "Shape.${digest}"`, `"type_key": "Shape.${random}"`],
  ['the header of a JSON Web Token', `const token = "${jwtHeader}";`, `const token = "${jwtHeader}.${random}.${random}";`],
  ['the fingerprint of a key', `PrivateKey => '${base32}'`, `SecretToken => '${base32}'`],
  ['what is encrypted', `key = "U2FsdGVkX18${random}="`, `access_key = "V2FsdGVkX18${random}="`],
  ['the argument of a generator', `generate_private_key("ECC${made}V1")`, `set_private_key("ECC${random}V1")`],
  ['a verdict', `{ ratingFail: "Mala", ratingPass: "${made}" }`, `{ ratingLost: "Mala", ratingPass: "${made}" }`],
  ['an index', `PRIMARY KEY (\`id\`), KEY \`IDX_${digest}\` (\`a\`)`, `The API_KEY = \`IDX_${random}\``],
  ['several variables at once', `test "$mode,$pass" != "${made},x"`, `test "$pass" != "${made},x"`],
  ['a column', `UPDATE users SET password=${made} WHERE id=1`, `users.password=${made} WHERE id=1`],
  ['a section', `smtp_password = Option('${made}', 'smtp_password', '')`, `smtp_password = Option('${made}', 'the password', '')`],
  ['a header', 'key = headerForKey: @"X-XSRF-TOKEN"', `key = headerForKey: @"X-${random}-TOKEN"`],
  ['a word of a mail', 'auth_key="=?UTF-8?B?0LzQvtC5X9GE0LDQudC7LmJpbg==?="', `auth_key="=${random}="`],
  ['a file in public', `https://a.host.io/o/a.jpeg?alt=media&token=${random}`, `https://a.host.io/o/a.jpeg?alt=json&token=${random}`],
  ['an escaped letter', '"text": "AccuWeather API key har \\u00f6verskridits99"', `"text": "AccuWeather API key is ${random}99"`],
  ['what MySQL stores', `mysql_password = "*${base32}"`, `mysql_password = "+${base32}"`],
  ['a call in a string', 'password = f"*{hashlib.sha1(word).hexdigest()}"', `password = f"*${made}"`],
  ['a constant of words', "const propSecret = 'DO_NOT_PASS_THIS';", `const propSecret = 'DO_NOT_PASS_${random}';`],
  ['somebody else’s key', `"sender_key": "${random}"`, `"signing_key": "${random}"`],
  ['a pattern', 'bearer_token content="[a-zA-Z0-9_.-]*"', `bearer_token = "[a-${random}]"`],
  ['what PHP writes of an array', "$auth_token = 'a:2:{i:0;s:1:5;i:1;r2D2;x}';", `$auth_token = 'a-2-${random}';`],
  ['keys that nobody may use', `banned_api_key = "${random}"`, `server_api_key = "${random}"`],
];

describe('what is written like a key', () => {
  for (const [what, quiet, flagged] of pairs) {
    it(`is none where it is ${what}`, () => {
      const places = { uri: 'src/a.txt', languageId: '' };
      assert.deepEqual(
        scanSample(quiet, places).map(({ ruleId }) => ruleId),
        [],
      );
      assert.notEqual(scanSample(flagged, places).length, 0, flagged);
    });
  }
});
