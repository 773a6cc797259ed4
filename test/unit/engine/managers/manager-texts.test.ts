// What the managers' files write for people and their tools: references, pages, commands, policies.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { managerOf, managers } from '../../../../src/engine/managers/catalogue.ts';
import { type ManagerId, managerIds } from '../../../../src/engine/managers/manager-id.ts';
import type { SecretAddress } from '../../../../src/engine/managers/secret-address.ts';

const addresses: Readonly<Record<ManagerId, SecretAddress>> = {
  vault: { manager: 'vault', container: 'secret', name: 'shop/prod', field: 'STRIPE_KEY' },
  'aws-secrets-manager': { manager: 'aws-secrets-manager', container: 'eu-west-1', name: 'shop/STRIPE_KEY' },
  'aws-parameter-store': { manager: 'aws-parameter-store', container: 'eu-west-1', name: '/shop/STRIPE_KEY' },
  'azure-key-vault': { manager: 'azure-key-vault', container: 'https://shop.vault.azure.net', name: 'STRIPE-KEY' },
  'google-secret-manager': { manager: 'google-secret-manager', container: 'acme', name: 'STRIPE_KEY' },
  '1password': { manager: '1password', container: 'My vault', name: 'shop STRIPE_KEY', field: 'credential' },
  doppler: { manager: 'doppler', container: 'shop/prd', name: 'STRIPE_KEY' },
  infisical: { manager: 'infisical', container: 'p1/prod', name: '/shop/STRIPE_KEY' },
};

describe('references to a secret', () => {
  const references: Partial<Readonly<Record<ManagerId, string>>> = {
    vault: 'vault:secret/data/shop/prod#STRIPE_KEY',
    'aws-secrets-manager': '{{resolve:secretsmanager:shop/STRIPE_KEY}}',
    'aws-parameter-store': '{{resolve:ssm-secure:/shop/STRIPE_KEY}}',
    'azure-key-vault': '@Microsoft.KeyVault(SecretUri=https://shop.vault.azure.net/secrets/STRIPE-KEY)',
    'google-secret-manager': 'projects/acme/secrets/STRIPE_KEY/versions/latest',
    '1password': 'op://My vault/shop STRIPE_KEY/credential',
  };
  for (const id of managerIds) it(`are those of ${id}`, () => assert.equal(managerOf(id).referenceTo?.(addresses[id]), references[id]));
});

describe('pages of consoles', () => {
  const pages: Partial<Readonly<Record<ManagerId, string>>> = {
    'aws-secrets-manager': 'https://eu-west-1.console.aws.amazon.com/secretsmanager/secret?name=shop%2FSTRIPE_KEY&region=eu-west-1',
    'aws-parameter-store':
      'https://eu-west-1.console.aws.amazon.com/systems-manager/parameters/shop/STRIPE_KEY/description?region=eu-west-1',
    'azure-key-vault': 'https://portal.azure.com/#@/asset/Microsoft_Azure_KeyVault/Secret/https://shop.vault.azure.net/secrets/STRIPE-KEY',
    'google-secret-manager': 'https://console.cloud.google.com/security/secret-manager/secret/STRIPE_KEY/versions?project=acme',
    doppler: 'https://dashboard.doppler.com/workplace/projects/shop/configs/prd',
    infisical: 'https://app.infisical.com/project/p1/secrets/overview',
  };
  for (const id of managerIds) it(`are those of ${id}`, () => assert.equal(managerOf(id).consolePage?.(addresses[id]), pages[id]));

  it('are on one’s own server where it is known', () => {
    const page = managerOf('vault').consolePage;
    assert.equal(page?.(addresses.vault, 'https://vault.acme.dev/'), 'https://vault.acme.dev/ui/vault/secrets/secret/show/shop/prod');
    assert.equal(page?.(addresses.vault, 'javascript:alert(1)'), undefined);
  });

  it('leave the region to the console where none is known, and know the other clouds', () => {
    const pageIn = (container: string): string | undefined =>
      managerOf('aws-secrets-manager').consolePage?.({ ...addresses['aws-secrets-manager'], container });
    assert.equal(pageIn(''), 'https://console.aws.amazon.com/secretsmanager/secret?name=shop%2FSTRIPE_KEY');
    assert.match(pageIn('cn-north-1') ?? '', /^https:\/\/cn-north-1\.console\.amazonaws\.cn\//);
    assert.match(pageIn('us-gov-west-1') ?? '', /^https:\/\/us-gov-west-1\.console\.amazonaws-us-gov\.com\//);
    assert.equal(pageIn('evil.example/'), undefined);
  });

  it('are none for a vault of Azure at another address', () => {
    const address = { ...addresses['azure-key-vault'], container: 'https://localhost:8443' };
    assert.equal(managerOf('azure-key-vault').consolePage?.(address), undefined);
  });
});

describe('the least privilege for a secret', () => {
  const textOf = (id: ManagerId, changed: Partial<SecretAddress> = {}): string =>
    managerOf(id).leastPrivilege?.({ ...addresses[id], ...changed }).text ?? assert.fail(id);

  it('is an IAM policy for exactly this secret, with the six characters that AWS adds', () => {
    assert.deepEqual(JSON.parse(textOf('aws-secrets-manager')), {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'ReadThisSecret',
          Effect: 'Allow',
          Action: ['secretsmanager:GetSecretValue'],
          Resource: ['arn:aws:secretsmanager:eu-west-1:*:secret:shop/STRIPE_KEY-??????'],
        },
      ],
    });
    assert.match(textOf('aws-secrets-manager', { container: 'cn-north-1' }), /"arn:aws-cn:secretsmanager:cn-north-1:/);
    assert.match(textOf('aws-secrets-manager', { container: '' }), /"arn:aws:secretsmanager:\*:\*:secret:/);
  });

  it('decrypts in Parameter Store nothing but this parameter', () => {
    const { Statement } = JSON.parse(textOf('aws-parameter-store'));
    const parameter = 'arn:aws:ssm:eu-west-1:*:parameter/shop/STRIPE_KEY';
    assert.deepEqual([Statement[0].Action, Statement[0].Resource], [['ssm:GetParameter'], [parameter]]);
    assert.deepEqual(Statement[1].Action, ['kms:Decrypt']);
    assert.deepEqual(Statement[1].Condition.StringLike, {
      'kms:EncryptionContext:PARAMETER_ARN': parameter,
      'kms:ViaService': 'ssm.eu-west-1.amazonaws.com',
    });
    assert.match(textOf('aws-parameter-store', { name: 'STRIPE_KEY' }), /parameter\/STRIPE_KEY"/);
  });

  it('is a policy of Vault for the path, in both versions of the engine', () => {
    const policy = textOf('vault');
    assert.match(policy, /^path "secret\/data\/shop\/prod" \{\n {2}capabilities = \["read"\]\n\}$/m);
    assert.match(policy, /^# {3}path "secret\/shop\/prod"$/m);
  });

  it('is granted by commands that shells can read, whatever the names hold', () => {
    for (const { id, leastPrivilege } of managers) {
      for (const container of [addresses[id].container, "it's $(touch x)"]) {
        const { languageId, text = '' } = leastPrivilege?.({ ...addresses[id], container }) ?? {};
        if (languageId === 'shellscript') execFileSync('sh', ['-n'], { input: text });
      }
    }
  });

  it('names the secret, or what is the narrowest the manager can grant', () => {
    assert.match(textOf('azure-key-vault'), /--vault-name|--name shop .*\/secrets\/STRIPE-KEY"/);
    assert.match(textOf('google-secret-manager'), /binding STRIPE_KEY --project=acme .*\n.*roles\/secretmanager\.secretAccessor/);
    assert.match(textOf('1password'), /--vault 'My vault:read_items'/);
    assert.match(textOf('doppler'), /--access read --plain --project shop --config prd/);
    assert.match(textOf('infisical'), /"\$eq" = "prod"[\s\S]*"\$eq" = "\/shop"[\s\S]*"\$eq" = "STRIPE_KEY"/);
  });
});

describe('commands that read a secret', () => {
  const commands: Readonly<Record<ManagerId, string>> = {
    vault: 'vault kv get -mount=secret -field=STRIPE_KEY shop/prod',
    'aws-secrets-manager':
      'aws secretsmanager get-secret-value --region eu-west-1 --secret-id shop/STRIPE_KEY --query SecretString --output text',
    'aws-parameter-store':
      'aws ssm get-parameter --region eu-west-1 --name /shop/STRIPE_KEY --with-decryption --query Parameter.Value --output text',
    'azure-key-vault': 'az keyvault secret show --vault-name shop --name STRIPE-KEY --query value --output tsv',
    'google-secret-manager': 'gcloud secrets versions access latest --secret=STRIPE_KEY --project=acme',
    '1password': "op read 'op://My vault/shop STRIPE_KEY/credential'",
    doppler: 'doppler secrets get STRIPE_KEY --plain --project shop --config prd',
    infisical: 'infisical secrets get STRIPE_KEY --projectId=p1 --env=prod --path=/shop --plain',
  };
  for (const id of managerIds) it(`are those of ${id}`, () => assert.equal(managerOf(id).readCommand(addresses[id]), commands[id]));
});
