import assert from 'node:assert/strict';
import { azureScopeOf } from '../../../../src/editor/managers/azure-scope.ts';

describe('what a token for Azure is good for', () => {
  it('follows the vault’s cloud', () => {
    assert.equal(azureScopeOf('https://shop.vault.azure.net'), 'https://vault.azure.net/.default');
    assert.equal(azureScopeOf('https://Shop-2.vault.azure.net/'), 'https://vault.azure.net/.default');
    assert.equal(azureScopeOf('https://shop.vault.azure.cn'), 'https://vault.azure.cn/.default');
    assert.equal(azureScopeOf('https://shop.vault.usgovcloudapi.net:443/'), 'https://vault.usgovcloudapi.net/.default');
  });

  it('is nothing for any other host: nobody else gets a token of one’s account', () => {
    for (const url of [
      'http://shop.vault.azure.net',
      'https://shop.vault.azure.net.example.com',
      'https://vault.azure.net',
      'https://shop.vault.azure.net@example.com',
      'https://shop.vault.azure.net:444',
      'https://127.0.0.1:8443',
      '',
    ]) {
      assert.equal(azureScopeOf(url), undefined, url);
    }
  });
});
