// “Choose Secret Manager…”: what each is asked for, what is not taken, and that whoever leaves a question has chosen nothing.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Answer, answer, answers } from './support/answers.ts';
import { clearWorkspace } from './support/workspace.ts';

interface Choice {
  readonly id: string;
  readonly title: RegExp;
  /** One for each box. */
  readonly typed: readonly Answer[];
  readonly setting: string;
  readonly said: Readonly<Record<string, string>>;
}

const anAddress = /begins with https:\/\/, or http:\/\/ on this machine/;
const nothing = { '': /cannot be reached without this/ };

const choices: readonly Choice[] = [
  {
    id: 'vault',
    title: /^Vault/,
    typed: [
      answer.type('https://vault.example.com:8200', { 'vault.example.com': anAddress, 'http://vault.example.com': anAddress }),
      answer.type('secret', { 'a b': /path such as secret/, '/kv': /path such as secret/ }),
    ],
    setting: 'vault',
    said: { address: 'https://vault.example.com:8200', mount: 'secret' },
  },
  {
    id: 'aws-secrets-manager',
    title: /^AWS Secrets Manager/,
    typed: [answer.type('eu-central-1', { Frankfurt: /region such as eu-central-1/ }), answer.type('')],
    setting: 'aws',
    said: { region: 'eu-central-1' },
  },
  {
    id: 'aws-parameter-store',
    title: /^AWS Parameter Store/,
    typed: [answer.type(''), answer.type('work', { 'a/b': /must be a name/ })],
    setting: 'aws',
    said: { profile: 'work' },
  },
  {
    id: 'azure-key-vault',
    title: /^Azure Key Vault/,
    typed: [answer.type('https://shop.vault.azure.net', { ...nothing, shop: anAddress })],
    setting: 'azureKeyVault',
    said: { vaultUrl: 'https://shop.vault.azure.net' },
  },
  {
    id: 'google-secret-manager',
    title: /^Google Secret Manager/,
    typed: [answer.type('shop-123', { ...nothing, 'My Shop': /id or number of a project/ })],
    setting: 'googleSecretManager',
    said: { project: 'shop-123' },
  },
  {
    id: '1password',
    title: /^1Password/,
    typed: [answer.type('Private', { ...nothing, 'a/b': /must be a name/ })],
    setting: 'onePassword',
    said: { vault: 'Private' },
  },
  {
    id: 'doppler',
    title: /^Doppler/,
    typed: [answer.type('shop', nothing), answer.type('dev', nothing)],
    setting: 'doppler',
    said: { project: 'shop', config: 'dev' },
  },
  {
    id: 'infisical',
    title: /^Infisical/,
    typed: [answer.type('', { 'http://10.0.0.1': anAddress }), answer.type('64f1c2', nothing), answer.type('dev', nothing)],
    setting: 'infisical',
    said: { project: '64f1c2', environment: 'dev' },
  },
];

const forFolder = answer.pick(/^For (?!me)/);

async function choose(...given: readonly Answer[]): Promise<readonly string[]> {
  const asked = answers(...given);
  try {
    await vscode.commands.executeCommand('keyHygiene.chooseManager');
  } finally {
    asked.dispose();
  }
  assert.equal(asked.left(), 0);
  return asked.asked;
}

/** What the folder's own settings say. */
function said(name: string): unknown {
  const folder = vscode.workspace.workspaceFolders?.[0];
  return vscode.workspace.getConfiguration('keyHygiene', folder?.uri ?? null).inspect(name)?.workspaceFolderValue;
}

async function forget(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  const section = vscode.workspace.getConfiguration('keyHygiene', folder?.uri ?? null);
  for (const name of ['manager', ...new Set(choices.map(({ setting }) => setting))])
    await section.update(name, undefined, vscode.ConfigurationTarget.WorkspaceFolder);
}

describe('the choice of a secret manager', () => {
  afterEach(forget);
  after(clearWorkspace);

  for (const { id, title, typed, setting, said: expected } of choices) {
    it(`asks for what ${id} needs, and refuses what it cannot be`, async () => {
      const asked = await choose(answer.pick(title), ...typed, forFolder);
      assert.match(asked[1] ?? '', new RegExp(`1 of ${typed.length}`));
      assert.equal(said('manager'), id);
      assert.deepEqual(said(setting), expected);
    });

    it(`is not made where a question of ${id} is left`, async () => {
      for (let answered = 0; answered <= typed.length; answered++) {
        await choose(answer.pick(title), ...typed.slice(0, answered), answer.cancel);
        assert.deepEqual([said('manager'), said(setting)], [undefined, undefined], `after ${answered} answers`);
      }
    });
  }

  it('is taken back by choosing none', async () => {
    await choose(answer.pick(/^1Password/), answer.type('Private'), forFolder);
    await choose(answer.pick(/^None$/), forFolder);
    assert.equal(said('manager'), 'none');
  });

  it('is not made where the list is left', async () => {
    await choose(answer.cancel);
    assert.equal(said('manager'), undefined);
  });
});
