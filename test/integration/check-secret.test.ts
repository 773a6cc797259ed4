// Asking a manager, from the hover of a reference, whether it has the secret: a server that plays Vault answers.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findLeak } from '../support/find-leak.ts';
import { type FakeVault, startFakeVault } from '../support/managers/fake-vault.ts';
import { setEnvironment } from '../support/managers/fake-worlds.ts';
import { sampleSecret } from '../support/sample-secret.ts';
import { type Answer, answer, answers } from './support/answers.ts';
import { rangeOfText } from './support/diagnosed.ts';
import { waitForDiagnostics } from './support/key-hygiene-diagnostics.ts';
import { choose, preferredQuickFix } from './support/quick-fixes.ts';
import { resetSettings, set } from './support/settings.ts';
import { waitFor } from './support/wait-for.ts';
import { clearWorkspace, freshName, openFile } from './support/workspace.ts';

const value = ['Zk4q9Lm2', 'Xw7tRb5v'].join('');
const key = sampleSecret('mistral-api-key', 917);
const there = 'vault:secret/data/shop/prod#A_TEST_KEY';

describe('checking whether a secret exists', () => {
  let server: FakeVault;
  let restore: () => void;
  beforeEach(async () => {
    server = await startFakeVault();
    server.held.set('secret/shop/prod', [{ A_TEST_KEY: 'first' }, { A_TEST_KEY: value }]);
    restore = setEnvironment({ VAULT_TOKEN: server.token });
    await set('vault', { address: server.url });
  });
  afterEach(async () => {
    restore();
    await server.close();
    await resetSettings();
    await clearWorkspace();
  });

  it('asks the user first, names host and secret, and sends nothing without their leave', async () => {
    const { said } = await check(there, answer.cancel);
    assert.equal(server.requests.length, 0);
    assert.equal(said.length, 1);
    assert.match(said[0] ?? '', new RegExp(`^Ask ${new URL(server.url).host} whether it has shop/prod/A_TEST_KEY\\?\n`));
    assert.match(said[0] ?? '', /and no key\. You are asked once\.$/);
  });

  it('tells version and date, asks for no value, and asks the user once', async () => {
    const { said } = await check(there, answer.pick(/^Ask$/));
    assert.match(said[1] ?? '', /^Vault has shop\/prod\/A_TEST_KEY: version 2, of .*2026/);
    assert.ok(!server.requests.some(({ path }) => path.includes('/data/')));
    const again = await check(there);
    assert.equal(again.said.length, 1);
    assert.equal(findLeak(value, [said, again.said]), undefined);
  });

  it('says what is not there', async () => {
    const { said } = await check('vault:secret/data/shop/none#OTHER', answer.pick(/^Ask$/));
    assert.equal(said[1], 'Vault has no secret shop/none/OTHER.');
  });

  it('says why it could not be told, with what helps', async () => {
    restore();
    restore = setEnvironment({ VAULT_TOKEN: ['not', 'this'].join('-') });
    let buttons: readonly unknown[] = [];
    const look: Answer = items => {
      buttons = items;
    };
    const { said } = await check(there, answer.pick(/^Ask$/), look);
    assert.match(said[1] ?? '', /no valid token for Vault.*So it is not known whether shop\/prod\/A_TEST_KEY exists\.$/);
    assert.deepEqual(buttons, ['Sign In…', 'Try Again', 'Open Settings']);
  });

  it('is no leave to send keys there', async () => {
    await check(there, answer.pick(/^Ask$/));
    await set('manager', 'vault');
    const { document } = await openFile(freshName('client.py'), `client = Mistral(api_key="${key}")\n`);
    await waitForDiagnostics(document.uri, 1);
    const before = server.requests.length;
    const asked = answers(answer.type('shop/MISTRAL_API_KEY'), answer.cancel);
    try {
      await choose(await preferredQuickFix(document, key));
      assert.match(asked.said()[0] ?? '', new RegExp(`^Send a key to ${new URL(server.url).host}\\?`));
    } finally {
      asked.dispose();
    }
    assert.equal(server.requests.length, before);
  });

  it('asks the vault that the code names, and says so, whichever manager is chosen', async () => {
    await set('manager', 'vault');
    const { said } = await check('https://shop-test.vault.azure.net/secrets/openai-key', answer.cancel);
    assert.match(
      said[0] ?? '',
      /^Ask shop-test\.vault\.azure\.net whether it has openai-key\?\n[\s\S]*comes from the code of this workspace/,
    );
    assert.equal(server.requests.length, 0);
  });
});

/** Opens a file with the reference and follows the link in its hover. */
async function check(reference: string, ...given: readonly Answer[]): Promise<{ readonly said: readonly string[] }> {
  const { document } = await openFile(freshName('settings.yaml'), `api_key: "${reference}"\n`);
  const link = await linkIn(document, reference);
  const asked = answers(...given);
  try {
    await vscode.commands.executeCommand(link.path, ...JSON.parse(link.query));
    assert.equal(asked.left(), 0);
    return { said: asked.said() };
  } finally {
    asked.dispose();
  }
}

function linkIn(document: vscode.TextDocument, reference: string): Promise<vscode.Uri> {
  const position = rangeOfText(document, reference).start.translate(0, 3);
  return waitFor(async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
    const texts = hovers.flatMap(({ contents }) => contents.map(content => (typeof content === 'string' ? content : content.value)));
    const found = texts.map(text => /\[Check whether it exists\]\((command:[^)\s]+)\)/.exec(text)?.[1]).find(text => text !== undefined);
    return found === undefined ? undefined : vscode.Uri.parse(found);
  });
}
