// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a workflow as text
// One key in many places, from the texts of a project to the index.

import assert from 'node:assert/strict';
import { KeyIndex } from '../../../../src/engine/usages/key-index.ts';
import { statesOf } from '../../../../src/engine/usages/key-states.ts';
import { sampleSecret } from '../../../support/sample-secret.ts';
import { testEngine } from '../../../support/test-engine.ts';

const value = sampleSecret('stripe-secret-key');
const other = sampleSecret('stripe-secret-key', 2);

describe('one key in many places', () => {
  it('is one key: five lookups, a row in two environment files, the secret of a workflow and a literal', () => {
    const [key, ...more] = indexOf({
      'api/a.ts': 'charge(process.env.STRIPE_KEY);',
      'api/b.js': 'const { STRIPE_KEY } = process.env;',
      'jobs/c.py': 'key = os.environ["STRIPE_KEY"]',
      'jobs/d.go': 'key := os.Getenv("STRIPE_KEY")',
      'web/e.rb': "key = ENV.fetch('STRIPE_KEY')",
      '.env': `STRIPE_KEY=${value}\n`,
      '.env.staging': `STRIPE_KEY=${other}\n`,
      '.github/workflows/ci.yml': 'jobs:\n  test:\n    env:\n      STRIPE_KEY: ${{ secrets.STRIPE_KEY }}\n',
      'test/charge.test.ts': `const key = "${value}";`,
    }).keys();
    assert.deepEqual(more, []);
    assert.equal(key?.title, 'STRIPE_KEY');
    assert.deepEqual(key?.usages.map(({ kind, uri }) => `${kind} ${uri}`).toSorted(), [
      'config .env',
      'config .env.staging',
      'environment api/a.ts',
      'environment api/b.js',
      'environment jobs/c.py',
      'environment jobs/d.go',
      'environment web/e.rb',
      'hardcoded test/charge.test.ts',
      'manager .github/workflows/ci.yml',
    ]);
    assert.deepEqual(key && statesOf(key), ['hardcoded', 'different-values']);
  });

  it('is one key with its rows in Compose files, pipelines, containers, images and Jenkins', () => {
    const keys = indexOf({
      '.env': `STRIPE_KEY=${value}\n`,
      'compose.yaml': 'services:\n  api:\n    environment:\n      - STRIPE_KEY\n',
      '.gitlab-ci.yml': 'variables:\n  STRIPE_KEY: $STRIPE_KEY\n',
      'k8s/api.yaml': 'env:\n  - name: STRIPE_KEY\n    valueFrom:\n      secretKeyRef:\n        name: api\n        key: STRIPE_KEY\n',
      'k8s/job.yaml': 'env:\n  - name: STRIPE_KEY\n    valueFrom:\n      configMapKeyRef: {name: api, key: stripe}\n',
      Dockerfile: 'FROM node\nENV STRIPE_KEY=""\n',
      Jenkinsfile: "environment {\n  STRIPE_KEY = credentials('stripe')\n}\n",
    }).keys();
    assert.deepEqual(
      keys.map(({ title, usages }) => [title, usages.map(({ kind, uri }) => `${kind} ${uri}`)]),
      [
        [
          'STRIPE_KEY',
          [
            'config .env',
            'environment .gitlab-ci.yml',
            'definition Dockerfile',
            'definition Jenkinsfile',
            'definition compose.yaml',
            'manager k8s/api.yaml',
            'definition k8s/job.yaml',
          ],
        ],
      ],
    );
  });

  it('is one key with the variable of Terraform that takes it from the environment', () => {
    const keys = indexOf({
      '.env': `TF_VAR_stripe_key=${value}\n`,
      'infra/variables.tf': 'variable "stripe_key" {\n  type = string\n}\nvariable "region" {}\n',
      'infra/main.tf': 'key = var.stripe_key\nname = var.region\n',
      'infra/prod.tfvars': `stripe_key = "${other}"\n`,
    }).keys();
    assert.deepEqual(
      keys.map(({ title, usages }) => [title, usages.map(({ kind, uri }) => `${kind} ${uri}`)]),
      [['TF_VAR_stripe_key', ['config .env', 'environment infra/main.tf', 'config infra/prod.tfvars', 'definition infra/variables.tf']]],
    );
  });

  it('is the same key encoded, escaped and joined', () => {
    const encoded = Buffer.from(value).toString('base64');
    const [key, ...more] = indexOf({
      '.env': `STRIPE_KEY=${value}\n`,
      'a.ts': `const key = "${value.slice(0, 6)}" + "${value.slice(6)}";`,
      'b.json': `{"key": "\\u0073${value.slice(1)}"}`,
      'c.py': `blob = "${encoded}"`,
    }).keys();
    assert.deepEqual(more, []);
    assert.deepEqual([key?.title, key?.usages.length, key?.values], ['STRIPE_KEY', 4, 1]);
    const told = JSON.stringify(key);
    for (const secret of [value, encoded, value.slice(6)]) assert.ok(!told.includes(secret));
  });

  it('is not told by rows that promise no key, nor by words in capitals where nothing is given to a program', () => {
    const keys = indexOf({
      'compose.yaml': 'environment:\n  LOG_FORMAT: json\n  TOKEN_URL: https://example.org\n',
      'words.yaml': 'labels:\n  STRIPE_KEY: the key of Stripe\n',
      'main.tf': 'variable "region" {}\nname = var.region\n',
    }).keys();
    assert.deepEqual(keys, []);
  });
});

function indexOf(files: Readonly<Record<string, string>>): KeyIndex {
  const engine = testEngine();
  const index = new KeyIndex();
  for (const [uri, text] of Object.entries(files)) index.update(engine.report({ uri, languageId: '', text }));
  return index;
}
