// What is encrypted is no finding, wherever it stands.
import assert from 'node:assert/strict';
import { dotenvxCipher as cipher } from '../../../../../src/node/dotenvx-cipher.ts';
import { testEngine } from '../../../../support/test-engine.ts';

const { publicKey } = cipher.newKeyPair();
const names = ['OPENAI_API_KEY', 'STRIPE_SECRET_KEY', 'DB_PASSWORD', 'AWS_SECRET_ACCESS_KEY', 'GITHUB_TOKEN', 'DATABASE_URL'];

describe('encrypted values', () => {
  const files: Readonly<Record<string, (name: string, value: string) => string>> = {
    '.env': (name, value) => `${name}="${value}"\n`,
    '.env.example': (name, value) => `${name}=${value}\n`,
    'deploy.yaml': (name, value) => `env:\n  ${name}: ${value}\n`,
    'settings.json': (name, value) => `{ "${name}": "${value}" }\n`,
    'a.ts': (name, value) => `const ${name} = '${value}';\n`,
    'compose.yml': (name, value) => `    environment:\n      - ${name}=${value}\n`,
  };
  for (const [uri, write] of Object.entries(files)) {
    it(`are no findings in ${uri}, nor is the public key`, () => {
      for (const name of names) {
        const row = write(name, cipher.encrypt(publicKey, 'a value of some length') ?? '');
        const text = `${row}${write('DOTENV_PUBLIC_KEY', publicKey)}`;
        const { findings } = testEngine().report({ uri, languageId: '', text });
        assert.deepEqual(
          findings.map(({ ruleId }) => ruleId),
          [],
          row.slice(0, 40),
        );
      }
    });
  }
});
