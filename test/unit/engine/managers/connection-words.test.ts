import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../../../scripts/project-root.mjs';
import { connectionFrom, connectionSettingNames, connectionWords, missingWords } from '../../../../src/engine/managers/connection-words.ts';
import { formatPhrase } from '../../../../src/engine/phrase.ts';
import { readSettings } from '../../../../src/engine/settings/read-settings.ts';

const { contributes } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8'));

describe('how managers are reached', () => {
  for (const name of connectionSettingNames) {
    it(`is described in the manifest word for word: ${name}`, () => {
      const { properties, additionalProperties } = contributes.configuration.properties[`keyHygiene.${name}`];
      assert.deepEqual(Object.keys(properties).sort(), connectionWords[name].map(({ word }) => word).sort());
      assert.equal(additionalProperties, false);
    });

    it(`is right by its own examples: ${name}`, () => {
      for (const { word, example, form } of connectionWords[name]) assert.match(example.replace('…', 'a'), form, word);
    });
  }

  it('is put together from what people wrote', () => {
    assert.deepEqual(connectionFrom('vault', { address: 'https://vault.example.com' }), {
      manager: 'vault',
      endpoint: 'https://vault.example.com',
      container: 'secret',
      scope: '',
    });
    assert.deepEqual(connectionFrom('aws-parameter-store', { region: 'eu-central-1', profile: 'work' }), {
      manager: 'aws-parameter-store',
      endpoint: '',
      container: 'eu-central-1',
      scope: 'work',
    });
    assert.deepEqual(connectionFrom('infisical', { project: 'p1', environment: 'dev' }), {
      manager: 'infisical',
      endpoint: '',
      container: 'p1/dev',
      scope: '',
    });
  });

  it('knows what is missing', () => {
    const missing = (manager: Parameters<typeof missingWords>[0], said: Record<string, string>): readonly string[] =>
      missingWords(manager, said).map(({ word }) => word);
    assert.deepEqual(missing('vault', {}), []);
    assert.deepEqual(missing('azure-key-vault', {}), ['vaultUrl']);
    assert.deepEqual(missing('doppler', { project: 'shop' }), ['config']);
    assert.deepEqual(missing('1password', { vault: 'Private' }), []);
  });

  it('takes no address that keys would travel to in clear', () => {
    const { settings, problems } = readSettings({ vault: { address: 'http://vault.example.com', mount: 'kv' } });
    assert.deepEqual(settings.vault, { mount: 'kv' });
    assert.deepEqual(problems.map(formatPhrase), [
      '“vault.address” must be an address that begins with https://, or http:// on this machine.',
    ]);
  });

  it('takes an empty field as not filled in, and an unknown one as a mistake', () => {
    const { settings, problems } = readSettings({ vault: { address: '', token: 'x' } });
    assert.deepEqual(settings.vault, {});
    assert.deepEqual(problems.map(formatPhrase), ['“vault.token” is not known here.']);
  });

  it('wants the variable in the name of a secret', () => {
    assert.equal(readSettings({ secretName: 'team/{app}-{NAME}' }).settings.secretName, 'team/{app}-{NAME}');
    for (const secretName of ['{app}', '{name}', '{NAME}{x}', '{NAME}?']) {
      const { settings, problems } = readSettings({ secretName });
      assert.deepEqual([settings.secretName, problems.length], ['{app}/{env}/{NAME}', 1], secretName);
    }
  });
});
