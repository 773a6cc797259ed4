import assert from 'node:assert/strict';
import { defaultGateway } from '../../../../src/engine/settings/gateway.ts';
import { readSettings } from '../../../../src/engine/settings/read-settings.ts';

const local = { name: 'Local', baseUrl: 'http://localhost:4000/v1', variable: 'LOCAL_KEY' };

describe('gateway setting', () => {
  it('takes an encrypted address, or one on this machine', () => {
    for (const baseUrl of [
      'https://llm.example.com',
      'https://llm.example.com:8443/openai/v1',
      'http://127.0.0.1:4000',
      'http://[::1]/v1',
    ]) {
      const { settings, problems } = readSettings({ gateway: { ...local, baseUrl } });
      assert.deepEqual([settings.gateway.baseUrl, problems], [baseUrl, []]);
    }
  });

  it('keeps the default whole, and says why, when a part is wrong', () => {
    const wrong = [
      { ...local, baseUrl: 'http://llm.example.com/v1' },
      { ...local, baseUrl: 'http://localhost.example.com/v1' },
      { ...local, baseUrl: "https://a.example.com/'+x+'" },
      { ...local, variable: 'local-key' },
      { ...local, name: ' ' },
      { name: 'Local', variable: 'LOCAL_KEY' },
    ];
    for (const gateway of wrong) {
      const { settings, problems } = readSettings({ gateway });
      assert.deepEqual([settings.gateway, problems.length], [defaultGateway, 1], JSON.stringify(gateway));
    }
  });
});
