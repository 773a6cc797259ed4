import assert from 'node:assert/strict';
import { suggestVariable, type VariableRequest } from '../../../../src/engine/fixes/suggest-variable.ts';

function suggest(finding: Partial<VariableRequest['finding']>, options: { uri?: string; taken?: readonly string[] } = {}): string {
  const source = { uri: options.uri ?? 'file:///project/src/index.ts', languageId: '', text: '' };
  return suggestVariable({ finding: { provider: 'generic', kind: 'secret', ...finding }, source, taken: new Set(options.taken) });
}

describe('suggestVariable', () => {
  it('takes the provider’s own variable first', () => {
    assert.equal(suggest({ provider: 'openai', variable: 'OPENAI_API_KEY', name: 'myKey' }), 'OPENAI_API_KEY');
  });

  it('takes the name the value is assigned to', () => {
    for (const [name, variable] of [
      ['stripeSecretKey', 'STRIPE_SECRET_KEY'],
      ['stripe-secret.key', 'STRIPE_SECRET_KEY'],
      ['MyServiceAPIKey', 'MY_SERVICE_API_KEY'],
      ['DB_PASSWORD', 'DB_PASSWORD'],
      ['2faSecret', 'APP_2FA_SECRET'],
    ])
      assert.equal(suggest({ name: name ?? '' }), variable);
  });

  it('says whose key it is where the name does not', () => {
    assert.equal(suggest({ provider: 'acme-cloud', name: 'apiKey' }), 'ACME_CLOUD_API_KEY');
    assert.equal(suggest({ provider: 'acme', kind: 'token', name: 'Authorization' }), 'ACME_TOKEN');
    assert.equal(suggest({ provider: 'acme', kind: 'webhook' }), 'ACME_WEBHOOK_URL');
    assert.equal(suggest({ provider: 'acme', kind: 'private-key', name: 'key' }), 'ACME_PRIVATE_KEY');
  });

  it('keeps a vague name where nobody knows whose it is', () => {
    assert.equal(suggest({ name: 'apiKey' }), 'API_KEY');
    assert.equal(suggest({ name: 'key' }), 'API_KEY');
    assert.equal(suggest({ name: 'X-API-Key' }), 'API_KEY');
    assert.equal(suggest({ name: 'password', kind: 'password' }), 'PASSWORD');
  });

  it('goes by the file where nothing else tells', () => {
    assert.equal(suggest({}, { uri: 'file:///project/src/billing.py' }), 'BILLING_API_KEY');
    assert.equal(suggest({}, { uri: 'file:///project/src/config.py' }), 'API_KEY');
    assert.equal(suggest({ kind: 'password' }, { uri: 'untitled:Untitled-1' }), 'PASSWORD');
  });

  it('takes another name when one stands for another value', () => {
    assert.equal(suggest({ name: 'apiKey' }, { taken: ['API_KEY', 'API_KEY_2'] }), 'API_KEY_3');
  });

  it('never publishes', () => {
    assert.equal(suggest({ name: 'NEXT_PUBLIC_STRIPE_KEY' }), 'STRIPE_KEY');
    assert.equal(suggest({ name: 'VITE_PUBLIC_MAPS_KEY' }), 'MAPS_KEY');
  });

  it('leaves names alone that mean something to the system', () => {
    assert.equal(suggest({ name: 'PATH' }), 'APP_PATH');
    assert.equal(suggest({ name: 'user' }), 'APP_USER');
  });
});
