import assert from 'node:assert/strict';
import { addressText, readAddress } from '../../../../src/engine/managers/address-text.ts';
import { managers } from '../../../../src/engine/managers/catalogue.ts';
import type { SecretAddress } from '../../../../src/engine/managers/secret-address.ts';

const containers: Readonly<Record<string, string>> = {
  'aws-secrets-manager': 'eu-central-1',
  'aws-parameter-store': 'eu-central-1',
  'azure-key-vault': 'https://shop.vault.azure.net',
  'google-secret-manager': 'shop-123',
  '1password': 'Private',
  doppler: 'shop/dev',
  infisical: 'p1/dev',
};

function right(address: ReturnType<typeof readAddress>): SecretAddress {
  assert.ok(!('kind' in address), 'a name that can be');
  return address;
}

describe('the address of a secret as one line', () => {
  for (const manager of managers) {
    const container = containers[manager.id] ?? 'secret';

    it(`says the same when it is read again: ${manager.title}`, () => {
      for (const template of ['{app}/{env}/{NAME}', '{NAME}', '{app}-{NAME}#{env}']) {
        for (const environment of ['', 'production']) {
          const address = right(manager.addressOf(container, template, { app: '@acme/shop api', environment, variable: 'OPENAI_API_KEY' }));
          const text = addressText(address);
          assert.deepEqual(readAddress(manager, container, text), address, text);
          if (!template.includes('#')) assert.match(text, /OPENAI.API.KEY/);
        }
      }
    });

    it(`is put into letters that can be: ${manager.title}`, () => {
      const address = right(readAddress(manager, container, ' Größe & Preis/KEY '));
      assert.deepEqual(right(readAddress(manager, container, addressText(address))), address);
    });

    it(`needs a name: ${manager.title}`, () => {
      for (const text of ['', '  ', '/', '///']) assert.ok('kind' in readAddress(manager, container, text), JSON.stringify(text));
    });
  }
});
