import assert from 'node:assert/strict';
import { kindOfName } from '../../../../../src/engine/scan/reasons/name.ts';
import { splitWords } from '../../../../../src/engine/scan/reasons/split-words.ts';

describe('the words of a name', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['apiKey', 'api key'],
    ['AWSSecretKey2', 'aws secret key'],
    ['x-api-key', 'x api key'],
    ['db.awsSecretKey', 'db aws secret key'],
    ['dbpassword', 'db password'],
    ['PGPASSWORD', 'pg password'],
    ['authtoken', 'auth token'],
    ['serviceapikey', 'service api key'],
    ['monkey', 'monkey'],
    ['io.jsonwebtoken', 'io jsonwebtoken'],
    ['bypass', 'bypass'],
    ['', ''],
  ];
  for (const [name, words] of cases)
    it(`of ${name || 'nothing'} are ${words || 'none'}`, () => assert.equal(splitWords(name).join(' '), words));
});

describe('what a name says', () => {
  const cases = {
    key: `apiKey OPENAI_API_KEY x-api-key client_secret authToken accesskey AccountKey encryption_key_base64 JWT_SECRET access_token_secret
      stripeSecretKey refresh_token secretValue webhookSecret signingKey primaryAccessKey`,
    password:
      'password dbPassword PGPASSWORD passwd user.pwd sshPrivateKeyPassphrase password_confirmation smtppass newPassword1 gPassWord senha mot_de_passe dbKennwort',
    weak: 'key primaryKey mainKey keys',
    denied: `tokenUrl max_tokens monkey publicKey secret_name hotkey passwordField CSRF_TOKEN bypass nextPageToken tokenizer csrfmiddlewaretoken author keyboard compass
      password_hash isPassword token_type keyId credentialProvider csrf-token noPassword cacheKey rowKey X-Amz-Credential ERR_PASSWORD path_aes_key`,
  };
  for (const [kind, names] of Object.entries(cases)) {
    for (const name of names.split(/\s+/)) it(`of ${name} is ${kind}`, () => assert.equal(kindOfName(name), kind));
  }
});
