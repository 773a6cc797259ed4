// Which manager a reference is to, and where in it.

import assert from 'node:assert/strict';
import { managerOf } from '../../../../src/engine/managers/catalogue.ts';
import { managerIds } from '../../../../src/engine/managers/manager-id.ts';
import { LandmarksMet, landmarks } from '../../../../src/engine/usages/landmarks.ts';
import { findManagerReferences, referenceSyntaxes } from '../../../../src/engine/usages/manager-references.ts';

const find = (text: string) => findManagerReferences(text, new LandmarksMet());

describe('the address in a reference', () => {
  const cases: readonly (readonly [text: string, expected: string | undefined])[] = [
    ['op://Team vault/OpenAI/credential', '1password Team vault | OpenAI | credential'],
    ['op://Team/OpenAI/api/key', '1password Team | OpenAI | api/key'],
    ['"vault:kv/data/shop/prod#token"', 'vault kv | shop/prod | token'],
    ['"vault:kv/shop"', 'vault kv | shop'],
    ['"/v1/secret/data/shop/prod"', 'vault secret | shop/prod'],
    ['"arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/key-AbCdEf"', 'aws-secrets-manager eu-west-1 | shop/key'],
    ['"arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/stripe-secret"', 'aws-secrets-manager eu-west-1 | shop/stripe-secret'],
    ['"arn:aws:ssm:eu-west-1:123456789012:parameter/shop/key"', 'aws-parameter-store eu-west-1 | /shop/key'],
    ['{{resolve:secretsmanager:shop/key:SecretString:password::}}', 'aws-secrets-manager  | shop/key | password'],
    ['{{resolve:ssm-secure:/shop/key:3}}', 'aws-parameter-store  | /shop/key'],
    ['https://Shop.vault.azure.net/secrets/key/', 'azure-key-vault https://shop.vault.azure.net | key'],
    ['@Microsoft.KeyVault(VaultName=shop;SecretName=key)', 'azure-key-vault https://shop.vault.azure.net | key'],
    ['projects/acme/secrets/key/versions/latest', 'google-secret-manager acme | key'],
    [`projects/\${project}/secrets/key/versions/1`, 'google-secret-manager  | key'],
    ['az keyvault secret show --name key --vault-name shop', 'azure-key-vault https://shop.vault.azure.net | key'],
    ['gcloud secrets versions access 3 --project acme --secret key', 'google-secret-manager acme | key'],
    ['vault kv get -field=token secret/shop/prod', 'vault secret | shop/prod | token'],
    ['vault kv get -mount=kv -field token shop/prod', 'vault kv | shop/prod | token'],
    ['client.secrets.kv.v2.read_secret_version(path="shop", mount_point="kv")', 'vault kv | shop'],
    ['client.KVv2("kv").Get(ctx, "shop")', 'vault kv | shop'],
    ['infisical secrets get --env=dev KEY', 'infisical  | /KEY'],
    ['import { getSecret } from "./secrets";\ngetSecret("kv/data/shop#TOKEN")', 'vault kv | shop | TOKEN'],
    ['import { getSecret } from "./secrets";\ngetSecret("shop/token")', undefined],
    ['import { getSecret } from "./secrets";\ngetSecret("kv/shop/prod#TOKEN")', 'vault kv | shop/prod | TOKEN'],
    ['// key-hygiene-helper: vault\nAppSecrets.get("kv/shop#TOKEN")', 'vault kv | shop | TOKEN'],
    ['secretKeyRef: { name: app, key: STRIPE_KEY }', undefined],
  ];
  for (const [text, expected] of cases) {
    it(`is read from ${text}`, () => {
      const found = find(text);
      assert.equal(found.length, 1, JSON.stringify(found));
      const address = found[0]?.address;
      const told =
        address && `${address.manager} ${[address.container, address.name, address.field].filter(part => part !== undefined).join(' | ')}`;
      assert.equal(told, expected);
    });
  }

  for (const id of managerIds) {
    const manager = managerOf(id);
    const address = manager.addressOf(id === 'azure-key-vault' ? 'shop' : 'acme', '{app}/{env}/{NAME}', {
      ...{ variable: 'OPENAI_API_KEY', app: 'web', environment: 'dev' },
    });
    if ('kind' in address) throw new Error(id);
    const written = [manager.referenceTo?.(address), manager.readCommand(address)].flatMap(text => text ?? []);
    for (const text of written) {
      it(`is the one that ${text} was written for`, () => {
        const [found, ...others] = find(`a '${text}' b`);
        assert.deepEqual(others, []);
        assert.equal(found?.address?.manager, id);
        assert.equal(found.name, id === '1password' ? found.name : 'OPENAI_API_KEY');
        // Of a command that names the folder by an option, the name alone is read.
        assert.equal(found.address.name, id === 'infisical' ? '/OPENAI_API_KEY' : address.name);
      });
    }
  }
});

describe('the search for references', () => {
  for (const { needles } of referenceSyntaxes)
    it(`meets ${needles.join(', ')} on the way`, () => {
      for (const needle of needles)
        assert.ok(
          landmarks.some(landmark => needle.toLowerCase().includes(landmark)),
          needle,
        );
    });
});
