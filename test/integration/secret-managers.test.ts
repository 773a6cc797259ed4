// What a chosen secret manager changes about the quick fixes of a key. What is asked and stored then is in the end-to-end tests.
import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { sampleSecret } from '../support/sample-secret.ts';
import { waitForDiagnostics } from './support/key-hygiene-diagnostics.ts';
import { quickFixesOn } from './support/quick-fixes.ts';
import { resetSettings, set } from './support/settings.ts';
import { clearWorkspace, freshName, openFile, writeFile } from './support/workspace.ts';

// A variable of its own: documents of other tests live on for minutes, and a name that stands in one of them for another key is taken.
const key = sampleSecret('groq-api-key', 741);

async function fixesIn(file: string, text: string): Promise<vscode.CodeAction[]> {
  const { document } = await openFile(freshName(file), text);
  await waitForDiagnostics(document.uri, 1);
  return quickFixesOn(document, key);
}

function preferred(actions: readonly vscode.CodeAction[]): readonly string[] {
  return actions.filter(({ isPreferred }) => isPreferred).map(({ title }) => title);
}

describe('quick fixes for a secret manager', () => {
  beforeEach(() => writeFile('package.json', '{ "name": "shop" }\n'));
  afterEach(async () => {
    await resetSettings();
    await clearWorkspace();
  });

  it('offer to choose one, behind the environment, where none is chosen', async () => {
    const actions = await fixesIn('client.py', `client = Groq(api_key="${key}")\n`);
    assert.ok(actions.some(({ title }) => title.startsWith('Move to a secret manager')));
    assert.match(preferred(actions).join(), /^Replace with environment variable GROQ_API_KEY and store/);
  });

  it('prefer the lookup in the one that is chosen, under the name of the template', async () => {
    await set('manager', 'vault');
    const actions = await fixesIn('client.py', `client = Groq(api_key="${key}")\n`);
    assert.deepEqual(preferred(actions), ['Move to Vault as shop/GROQ_API_KEY and look it up there']);
    await set('secretName', 'team/{app}-{NAME}');
    assert.deepEqual(preferred(await fixesIn('client.py', `client = Groq(api_key="${key}")\n`)), [
      'Move to Vault as team/shop-GROQ_API_KEY and look it up there',
    ]);
  });

  it('name the secret in the letters of the manager', async () => {
    await set('azureKeyVault', { vaultUrl: 'https://shop.vault.azure.net' });
    await set('manager', 'azure-key-vault');
    const actions = await fixesIn('client.py', `client = Groq(api_key="${key}")\n`);
    assert.deepEqual(preferred(actions), ['Move to Azure Key Vault as shop-GROQ-API-KEY and look it up there']);
  });

  it('ask for what is missing before a name can be told', async () => {
    await set('manager', 'azure-key-vault');
    const actions = await fixesIn('client.py', `client = Groq(api_key="${key}")\n`);
    assert.ok(actions.some(({ title }) => title.startsWith('Move to a secret manager')));
  });

  it('store and read the environment where code cannot wait for the manager', async () => {
    await set('onePassword', { vault: 'Private' });
    await set('manager', '1password');
    const actions = await fixesIn('client.ts', `export function client() {\n  return new Groq({ apiKey: "${key}" });\n}\n`);
    assert.deepEqual(preferred(actions), [
      'Store in 1Password as shop-GROQ_API_KEY and read environment variable GROQ_API_KEY (run with op run --env-file=.env --)',
    ]);
  });
});
