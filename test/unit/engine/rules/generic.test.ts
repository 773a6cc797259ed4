import assert from 'node:assert/strict';
import { scanSample } from '../../../support/scan-sample.ts';

const token = ['q8Zr2VxK7mWt4LpS', '9dJb3HnX5cQyU6eA'].join('');
const password = token.slice(3, 15);
const values = (text: string, place?: { uri: string; languageId: string }) =>
  scanSample(text, place).map(({ ruleId, value }) => [ruleId, value]);

describe('a key that only its name tells', () => {
  const lines = {
    'an assignment': `const apiKey = "${token}";`,
    'an annotated constant': `export const clientSecret: string = '${token}';`,
    'a Rust constant': `const SECRET_KEY: &'static str = "${token}";`,
    'a Go variable': `var authToken string = "${token}"`,
    'a keyword argument': `client = Client(api_key="${token}", retries=3)`,
    'a setter': `client.setApiKey("${token}");`,
    'a constructor': `new Client({ apiKey: "${token}" })`,
    'a default of a lookup': `os.getenv("SERVICE_TOKEN", "${token}")`,
    'a fallback': `const token = process.env.SERVICE_TOKEN ?? '${token}';`,
    'a hash rocket': `'client_secret' => '${token}',`,
    JSON: `{ "accessToken": "${token}" }`,
    'JSON inside a string': `body = "{\\"access_token\\": \\"${token}\\"}"`,
    YAML: `client_secret: ${token}`,
    'a name beside its value': `- name: SERVICE_TOKEN\n  value: "${token}"`,
    TOML: `auth_token = "${token}"`,
    'an XML element': `<apiKey>${token}</apiKey>`,
    'an XML attribute': `<service apiKey="${token}"/>`,
    'an environment file': `SERVICE_TOKEN=${token}`,
    'a shell export': `export SERVICE_TOKEN='${token}'`,
    'a shell default': `TOKEN="\${SERVICE_TOKEN:-${token}}"`,
    'a flag': `deploy --token ${token} --verbose`,
  };
  for (const [where, line] of Object.entries(lines)) {
    it(`is flagged in ${where}`, () => assert.deepEqual(values(line), [['generic-api-key', token]]));
  }

  it('is told with the provider that its name speaks of', () => {
    assert.deepEqual(scanSample(`openaiLegacySecret = "${token}"`)[0]?.facts, ['the name says OpenAI']);
  });

  it('is flagged unquoted in configuration but not in code', () => {
    const line = 'access_token = k7mwt4lp';
    assert.equal(values(line, { uri: 'a.ini', languageId: 'ini' }).length, 1);
    assert.deepEqual(values(line, { uri: 'a.py', languageId: 'python' }), []);
  });

  it('is not one among the strings of a list', () => {
    assert.deepEqual(values(`["token", "${token}"]`), []);
  });

  it('is not what a function about passwords is told', () => {
    assert.deepEqual(values('password = "{{ value | password_hash(\'sha512\') }}"'), []);
    assert.deepEqual(values('password.encode("utf-8")'), []);
  });
});

describe('a password that only its name tells', () => {
  const lines = {
    'an assignment': `String dbPassword = "${password}";`,
    'a property': `spring.datasource.password=${password}`,
    'an element': `<password>${password}</password>`,
    'a flag': `shopctl --user app --password=${password} app`,
    'a string of code': `connect("user=app password=${password} host=db")`,
  };
  for (const [where, line] of Object.entries(lines)) {
    it(`is flagged in ${where}`, () => assert.deepEqual(values(line), [['generic-password', password]]));
  }

  it('is flagged when a person made it', () => {
    assert.deepEqual(values('db_password = "Winter2024!x"'), [['generic-password', 'Winter2024!x']]);
  });

  it('is not a message, a label or a type', () => {
    for (const line of [
      'password: "Enter your password"',
      'passwordLabel = "Kennwort"',
      'password: string',
      'passwordStrength = "very-strong-1"',
    ]) {
      assert.deepEqual(values(line), [], line);
    }
  });

  it('is not a member behind an arrow, or the next word of a sentence', () => {
    for (const line of [
      'uid = pwd->pw_uid1;',
      'usage: login <user> <password> required7!',
      'passphrase: changes the passphrase of the user',
    ]) {
      assert.deepEqual(values(line), [], line);
    }
  });

  it('is not what a call looks up, takes apart, or takes beside it', () => {
    for (const line of [
      "this.password = Core::getenv('PHP_AUTH_PW7')",
      `password = Config.get("${password}")`,
      `getPassword("${password}")`,
      `splitpasswd('${password}')`,
      `INVALID_PASSWORD("${password}"),`,
      `sign('', 'test_password') => '${password}'`,
      "if (typeof this.password === 'function') {",
      `the bind password (\`${password}\`)`,
      `argon2id('password', '${password}', { t: 1 })`,
      `("password", value(), "REQUIRED: the password")\n("${password}", value())`,
    ]) {
      assert.deepEqual(values(line), [], line);
    }
  });

  it('is what a setter, a check or bytes are made of', () => {
    for (const line of [`setPassword("${password}")`, `checkPassword("${password}")`, `password = Encoding.GetBytes("${password}")`]) {
      assert.deepEqual(values(line), [['generic-password', password]], line);
    }
  });

  it('is shown in a document that tells what to set', () => {
    const place = { uri: 'README.md', languageId: 'markdown' };
    for (const line of ['export ADMIN_PASSWORD=harbour31', 'root.password=Harbour31']) {
      assert.equal(values(line, place).length, 1, line); // key-hygiene:ignore generic-password -- samples
    }
    for (const line of ['ADMIN_PASSWORD=harbour', '{ "password": "harbour31" }', 'ADMIN_PASSWORD=your-password-1']) {
      assert.deepEqual(values(line, place), [], line);
    }
  });

  it('is not shown in a test where it could be a word', () => {
    assert.deepEqual(values('password = "sunflower"', { uri: 'test/login.test.ts', languageId: 'typescript' }), []);
  });
});
