import assert from 'node:assert/strict';
import { managerOf, managers } from '../../../../src/engine/managers/catalogue.ts';
import { type ManagerId, managerIds } from '../../../../src/engine/managers/manager-id.ts';
import { defaultNameTemplate, type NameParts } from '../../../../src/engine/managers/name-template.ts';
import type { SecretAddress } from '../../../../src/engine/managers/secret-address.ts';
import { formatPhrase } from '../../../../src/engine/phrase.ts';

const usual: NameParts = { variable: 'OPENAI_API_KEY', app: '@acme/shop', environment: 'production' };

const containers: Readonly<Record<ManagerId, string>> = {
  vault: 'kv',
  'aws-secrets-manager': 'eu-west-1',
  'aws-parameter-store': 'eu-west-1',
  'azure-key-vault': 'shop-prod',
  'google-secret-manager': 'acme-123',
  '1password': 'Engineering',
  doppler: 'shop/prd',
  infisical: 'p1/prod',
};

function address(id: ManagerId, parts: Partial<NameParts> = {}, template = defaultNameTemplate, container = containers[id]): SecretAddress {
  const found = managerOf(id).addressOf(container, template, { ...usual, ...parts });
  if ('kind' in found) return assert.fail(formatPhrase(found.reason));
  return found;
}

function refusal(id: ManagerId, parts: Partial<NameParts> = {}, template = defaultNameTemplate, container = containers[id]): string {
  const found = managerOf(id).addressOf(container, template, { ...usual, ...parts });
  return 'kind' in found ? formatPhrase(found.reason) : assert.fail(`${found.container} ${found.name}`);
}

describe('the catalogue of managers', () => {
  it('has each manager once', () => assert.deepEqual(managers.map(({ id }) => id).toSorted(), [...managerIds].toSorted()));

  for (const { id, namesSource, leastPrivilege } of managers) {
    it(`says where the rules of ${id} stand`, () => {
      assert.match(namesSource, /^https:\/\//);
      assert.match(leastPrivilege?.(address(id)).source ?? '', /^https:\/\//);
    });
  }
});

describe('the names of secrets', () => {
  const expected: Readonly<Record<ManagerId, readonly [container: string, name: string, field?: string]>> = {
    vault: ['kv', 'acme-shop/production', 'OPENAI_API_KEY'],
    'aws-secrets-manager': ['eu-west-1', 'acme-shop/production/OPENAI_API_KEY'],
    'aws-parameter-store': ['eu-west-1', '/acme-shop/production/OPENAI_API_KEY'],
    'azure-key-vault': ['https://shop-prod.vault.azure.net', 'acme-shop-production-OPENAI-API-KEY'],
    'google-secret-manager': ['acme-123', 'acme-shop-production-OPENAI_API_KEY'],
    '1password': ['Engineering', 'acme-shop-production-OPENAI_API_KEY', 'credential'],
    doppler: ['shop/prd', 'OPENAI_API_KEY'],
    infisical: ['p1/prod', '/acme-shop/OPENAI_API_KEY'],
  };
  for (const id of managerIds) {
    it(`are written in the alphabet of ${id}`, () => {
      const [container, name, field] = expected[id];
      assert.deepEqual(address(id), { manager: id, container, name, ...(field !== undefined && { field }) });
    });

    it(`keep to it in ${id} whatever the parts hold`, () => {
      const found = address(id, { app: 'Café "& Söhne\'$(id)`\n', environment: '../{x}', variable: 'Ä_KEY' });
      assert.match(`${found.name}#${found.field ?? ''}`, /^[A-Za-z0-9_.#/ -]+$/);
      assert.doesNotMatch(`/${found.name.replace(/^\//, '')}/`, /\/\.*\//);
    });

    it(`are not cut short in ${id}`, () => assert.match(refusal(id, { variable: 'A'.repeat(2000) }), /characters/));
    it(`are never empty in ${id}`, () => assert.match(refusal(id, { variable: '' }), /no name/));
    it(`need what tells keys apart in ${id}`, () => assert.match(refusal(id, {}, '{app}/{env}'), /lacks/));
  }

  it('have a field of their own in Vault where the path is the key’s alone', () => {
    assert.deepEqual(address('vault', { app: '', environment: '' }, defaultNameTemplate, ''), {
      ...{ manager: 'vault', container: 'secret', name: 'OPENAI_API_KEY', field: 'value' },
    });
    assert.equal(address('vault', {}, '{app}/{NAME}#token').name, 'acme-shop/OPENAI_API_KEY');
    assert.equal(address('vault', {}, '{app}/{NAME}#token').field, 'token');
  });

  it('are under a mount that can be one', () => {
    assert.equal(address('vault', {}, defaultNameTemplate, '/team/kv/').container, 'team/kv');
    assert.match(refusal('vault', {}, defaultNameTemplate, 'a b'), /no mount/);
  });

  it('end in AWS with nothing that looks like the end of an identifier', () => {
    assert.match(refusal('aws-secrets-manager', { variable: 'APIKEY' }, '{app}-{NAME}'), /hyphen and six/);
    assert.equal(address('aws-secrets-manager', { variable: 'APIKEYS' }, '{app}-{NAME}').name, 'acme-shop-APIKEYS');
  });

  it('begin in Parameter Store with nothing that AWS keeps for itself, and are 15 levels deep at most', () => {
    assert.match(refusal('aws-parameter-store', { app: 'SSM-tools' }), /aws or ssm/);
    assert.match(refusal('aws-parameter-store', {}, `${'a/'.repeat(15)}{NAME}`), /16 levels/);
    assert.equal(address('aws-parameter-store', {}, `${'a/'.repeat(14)}{NAME}`).name.split('/').length, 16);
  });

  it('are in a vault of Azure that is told by name or address, and begin with a letter', () => {
    assert.equal(address('azure-key-vault', {}, '{NAME}', 'https://x.vault.azure.cn/').container, 'https://x.vault.azure.cn');
    assert.equal(address('azure-key-vault', {}, '{NAME}', 'https://localhost:8443').container, 'https://localhost:8443');
    for (const vault of ['', 'a', 'no vault', 'https://x/$(id)'])
      assert.match(refusal('azure-key-vault', {}, '{NAME}', vault), /which vault/);
    assert.equal(address('azure-key-vault', { app: '3d' }, '{app}/{NAME}').name, 'n3d-OPENAI-API-KEY');
  });

  it('are in a vault of 1Password that references can name', () => {
    assert.match(refusal('1password', {}, defaultNameTemplate, ''), /which vault/);
    assert.match(refusal('1password', {}, defaultNameTemplate, 'R&D'), /R&D/);
  });

  it('are capitals in Doppler, and none of its own', () => {
    assert.equal(address('doppler', { variable: '2fa-token' }).name, '_2FA_TOKEN');
    assert.match(refusal('doppler', { variable: 'DOPPLER_CONFIG' }), /sets DOPPLER_CONFIG/);
  });
});
