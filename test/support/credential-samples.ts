// Made-up credentials that no pattern alone describes: signed tokens, armoured keys, encoded pairs, values told by their name. Made at
// run time from a seed, so that no file of the repository holds one.

import { alone, base64, base64url, characters, letters, type Maker, value, within } from './sample-makers.ts';
import type { SeededRandom } from './seeded-random.ts';

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Later than any test's clock. */
const expiry = 4_102_444_800;

/** Some of the words that stand for a wallet's seed. */
const seedWords =
  'acid adapt bamboo cactus dagger eager fabric gadget habit ice jacket kangaroo ladder magic naive oak pact quarter rabbit sad tackle ugly vacant wagon yard zebra'.split(
    ' ',
  );

/** By rule id. */
export const credentialSamples: Readonly<Record<string, Maker>> = {
  'private-key': alone(random => pem('PRIVATE KEY', random)),
  'private-key-base64': alone(random => Buffer.from(pem('RSA PRIVATE KEY', random)).toString('base64')),
  'putty-private-key': within(
    random => characters(random, base64, 64),
    secret =>
      `PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: key\nPublic-Lines: 1\nAAAA\nPrivate-Lines: 1\n${secret}\nPrivate-MAC: 00`,
  ),
  'jwk-private-key': within(
    random => characters(random, base64url, 43),
    secret => `{"kty":"OKP","crv":"Ed25519","d":"${secret}"}`,
  ),
  jwt: alone(random => signedToken({ iss: 'https://issuer.test', sub: 'someone', exp: expiry }, random)),
  'supabase-service-role-jwt': alone(random => signedToken({ iss: 'supabase', role: 'service_role', exp: expiry }, random)),
  'supabase-anon-jwt': alone(random => signedToken({ iss: 'supabase', role: 'anon', exp: expiry }, random)),
  'url-password': within(value(18), secret => `DATABASE_URL=postgres://app:${secret}@db.internal:5432/app`),
  'url-parameter-key': within(value(32), secret => `curl 'https://api.internal/v1/items?page=2&api_key=${secret}'`),
  'otpauth-secret': within(
    random => characters(random, base32, 32),
    secret => `otpauth://totp/Shop:someone?secret=${secret}&issuer=Shop`,
  ),
  'bearer-token': within(value(40), secret => `Authorization: Bearer ${secret}`),
  'basic-credentials': within(
    random => Buffer.from(`deploy:${characters(random, letters, 16)}`).toString('base64'),
    secret => `Authorization: Basic ${secret}`,
  ),
  'header-key': within(value(32), secret => `X-Api-Key: ${secret}`),
  'curl-user-password': within(value(16), secret => `curl -u deploy:${secret} https://api.internal/`),
  'curl-user-token': within(value(32), secret => `curl -u ${secret}: https://api.internal/`),
  'told-password': within(value(14), secret => `The password is "${secret}".`),
  'told-key': within(value(32), secret => `The API key is \`${secret}\`.`),
  'spoken-key': within(value(32), secret => `shop TOKEN ${secret}`),
  'marked-password': within(value(14), secret => `- **Password:** ${secret}`),
  'noted-password': within(value(14), secret => `- Password: \`${secret}\``),
  'marked-key': within(value(32), secret => `**API key:** \`${secret}\``),
  'table-password': within(value(14), secret => `| User | Password |\n| --- | --- |\n| deploy | ${secret} |`),
  'table-key': within(value(32), secret => `| API key | ${secret} |`),
  'sql-insert-password': within(value(14), secret => `INSERT INTO users (name, password) VALUES ('deploy', '${secret}');`),
  'sql-insert-key': within(value(32), secret => `INSERT INTO clients (name, api_key) VALUES ('web', '${secret}');`),
  'listed-key': within(value(32), secret => `API_KEYS = ["${secret}"]`),
  'listed-password': within(value(14), secret => `passwords = ["${secret}"]`),
  'annotated-password': within(value(14), secret => `@Value("${secret}")\nprivate String dbPassword;`),
  'annotated-key': within(value(32), secret => `@Value("${secret}")\nprivate String apiKey;`),
  'compared-password': within(value(14), secret => `if ("${secret}".equals(password)) open();`),
  'compared-key': within(value(32), secret => `hmac.compare_digest(token, "${secret}")`),
  'cryptographic-key': within(value(32), secret => `crypto.createHmac('sha256', '${secret}')`),
  'hashed-password': within(value(14), secret => `$user->password = Hash::make('${secret}');`),
  'written-salt': within(value(24), secret => `const PASSWORD_SALT = '${secret}';`),
  'session-cookie': within(value(26), secret => `curl -H 'Cookie: PHPSESSID=${secret}' https://shop.internal/`),
  'prompted-password': within(value(14), secret => `expect "assword:"\nsend "${secret}\\r"`),
  'spring-plain-password': within(value(14), secret => `User.withUsername("deploy").password("{noop}${secret}")`),
  'android-build-key': within(value(32), secret => `buildConfigField "String", "API_KEY", "\\"${secret}\\""`),
  'wallet-private-key': within(
    random => `0x${characters(random, '0123456789abcdef', 64)}`,
    secret => `const wallet = new Wallet('${secret}');`,
  ),
  'wallet-seed-phrase': within(
    random => Array.from({ length: 12 }, () => random.pick(seedWords)).join(' '),
    secret => `MNEMONIC="${secret}"`,
  ),
  'vault-unseal-key': within(
    random => characters(random, base64, 44),
    secret => `Unseal Key 1: ${secret}`,
  ),
  'connection-string-password': within(value(16), secret => `Server=db;Database=app;User Id=app;Password=${secret};`),
  'netrc-password': within(value(16), secret => `machine api.internal login deploy password ${secret}`),
  'password-argument': within(value(16), secret => `requests.get(url, auth=('deploy', '${secret}'))`),
  'jwt-signing-secret': within(value(32), secret => `jwt.sign(claims, '${secret}')`),
  'wordpress-salt': within(value(64), secret => `define('AUTH_KEY', '${secret}');`),
  'sql-password': within(value(16), secret => `CREATE USER app IDENTIFIED BY '${secret}';`),
  'command-password': within(value(16), secret => `mysql -h db.internal -u app -p${secret} shop`),
  'pgpass-password': within(value(16), secret => `db.internal:5432:shop:app:${secret}`),
  'encoded-login': within(
    random => Buffer.from(`deploy:${characters(random, letters, 16)}`).toString('base64'),
    secret => `_auth=${secret}`,
  ),
  'default-password': within(value(16), secret => `variable "db_password" {\n  default = "${secret}"\n}`),
  'server-password': within(value(16), secret => `requirepass ${secret}`),
  'dsn-password': within(value(16), secret => `app:${secret}@tcp(db.internal:3306)/shop`),
  'generic-api-key': within(value(32), secret => `apiKey = "${secret}"`),
  'generic-password': within(value(14), secret => `password = "${secret}"`),
  'short-password': within(
    random => `q${characters(random, 'bcdfghjkmnpqrstvwxz', 3)}`,
    secret => `DB_PASSWORD=${secret}`,
  ),
  'generic-pw': within(value(14), secret => `pw: ${secret}`),
  'shell-default': within(value(14), secret => `DB_PASSWORD=\${DB_PASSWORD-${secret}}`),
  'key-store-password': within(value(14), secret => `keyStore.load(stream, "${secret}".toCharArray());`),
  'sbt-password': within(value(14), secret => `credentials += Credentials("Nexus", "nexus.internal", "deploy", "${secret}")`),
  'snmp-privacy-password': within(value(14), secret => `createUser monitor SHA $SNMP_AUTH AES ${secret}`),
  'chpasswd-password': within(value(14), secret => `chpasswd <<EOF\ndeploy:${secret}\nEOF\n`),
  'ftp-password': within(value(14), secret => `ftp -n files.internal <<EOF\nuser deploy ${secret}\nput a\nEOF\n`),
  'session-secret': within(value(24), secret => `app.use(session({ resave: false, secret: '${secret}' }));`),
  'compared-secret': within(
    random => `s${characters(random, letters, 16)}`,
    secret => `if (input.secret === '${secret}') open();`,
  ),
  'asterisk-secret': within(value(14), secret => `[100]\ntype=friend\nsecret=${secret}\nhost=dynamic\n`),
  'enclosed-password': within(value(14), secret => `<stringProp name="HTTPSampler.password">${secret}</stringProp>`),
  'flask-secret-key': within(value(24), secret => `app.secret_key = '${secret}'`),
  'jwt-settings-secret': within(value(24), secret => `jwt.secret=${secret}`),
  'quoted-secret': within(
    random => `${characters(random, letters, 8)}7'}/${characters(random, letters, 6)})%;\`;${characters(random, letters, 8)}`,
    secret => `secret: "${secret}"`,
  ),
  'private-key-bare': within(
    random => `${['MC4CAQAw', 'BQYDK2Vw', 'BCIEI'].join('')}${characters(random, base64, 43)}`,
    secret => `SIGNING_KEY=${secret}`,
  ),
  'azure-storage-key-by-name': within(
    random => `${characters(random, base64, 86)}==`,
    secret => `AZURE_STORAGE_KEY=${secret}`,
  ),
  'device-password': within(value(14), secret => `snmp-server community ${secret} RO`),
  'property-list-password': within(value(14), secret => `<key>Password</key>\n<string>${secret}</string>`),
  'property-list-key': within(value(32), secret => `<key>ApiKey</key>\n<string>${secret}</string>`),
  'csv-password': within(value(14), secret => `username,password\ndeploy,${secret}\n`),
  'jenkins-crumb': within(
    random => characters(random, '0123456789abcdef', 32),
    secret => `curl -H 'Jenkins-Crumb: ${secret}' https://ci.internal/`,
  ),
};

/** A signed token with these claims. */
export function signedToken(claims: Readonly<Record<string, unknown>>, random: SeededRandom): string {
  const part = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64url');
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.${characters(random, base64url, 43)}`;
}

/** A PEM block with that label and lines of chance in it. */
export function pem(label: string, random: SeededRandom, lines = 12): string {
  const edge = (word: string) => `${'-'.repeat(5)}${word} ${label}${'-'.repeat(5)}`;
  return [edge('BEGIN'), ...Array.from({ length: lines }, () => characters(random, base64, 64)), edge('END')].join('\n');
}
