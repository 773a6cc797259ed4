import assert from 'node:assert/strict';
import { isSecretName, isSpecificName } from '../../../../src/engine/usages/secret-name.ts';

const secret = `OPENAI_API_KEY STRIPE_SECRET DB_PASSWORD PGPASSWORD GITHUB_TOKEN SENTRY_DSN DATABASE_URL REDIS_URL MONGODB_URI SLACK_WEBHOOK_URL
  AZURE_STORAGE_CONNECTION_STRING AWS_SECRET_ACCESS_KEY NGROK_AUTHTOKEN JWT_SECRET SIGNING_KEY stripeApiKey GPG_PASSPHRASE TOKEN`;
const ordinary = `PORT NODE_ENV MAX_TOKENS TOKEN_URL AUTH_DOMAIN KEY_PATH SECRET_NAME PUBLIC_KEY STRIPE_PUBLISHABLE_KEY PASSWORD_MIN_LENGTH
  JWT_EXPIRES TOKEN_TTL API_URL MONKEY KEYBOARD_LAYOUT AUTHOR TOKENIZERS_PARALLELISM LOG_LEVEL AUTH_ENABLED SUPABASE_ANON_KEY MAX_KEYS MODULE_PWD_CFLAGS`;

describe('names of environment variables', () => {
  for (const name of secret.split(/\s+/)) it(`takes ${name} for a key`, () => assert.equal(isSecretName(name), true));
  for (const name of ordinary.split(/\s+/)) it(`does not take ${name} for a key`, () => assert.equal(isSecretName(name), false));

  for (const name of ['STRIPE_KEY', 'OPENAI_API_KEY', 'SHOP_DB_PASSWORD']) {
    it(`finds that ${name} says whose key it is`, () => assert.equal(isSpecificName(name), true));
  }
  for (const name of ['API_KEY', 'TOKEN', 'DB_PASSWORD', 'CLIENT_SECRET', 'SECRET_KEY_2']) {
    it(`finds that ${name} does not say whose key it is`, () => assert.equal(isSpecificName(name), false));
  }
});
