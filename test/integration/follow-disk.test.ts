// What was written to a file is in its open document, also where VS Code does not watch the file.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { sampleSecret } from '../support/sample-secret.ts';
import { type Answer, answer, answers } from './support/answers.ts';
import { fix } from './support/quick-fixes.ts';
import { resetSettings, set } from './support/settings.ts';
import { waitFor } from './support/wait-for.ts';
import { clearWorkspace, freshName, openFile, readFile, writeFile } from './support/workspace.ts';

const key = sampleSecret('openai-project-key', 951);
const other = sampleSecret('openai-project-key', 952);
const inCode = sampleSecret('replicate-api-token', 953);
const text = `# ours\r\nUNWATCHED_TEST_KEY=${key}\r\nPORT=3000\r\n`;
const watcherExclude = () => vscode.workspace.getConfiguration('files');

describe('documents of files that are not watched', () => {
  before(() => watcherExclude().update('watcherExclude', { '**': true }, vscode.ConfigurationTarget.Global));
  beforeEach(() => set('lookupStyle', 'plain'));
  afterEach(async () => {
    await resetSettings();
    await clearWorkspace();
  });
  after(() => watcherExclude().update('watcherExclude', undefined, vscode.ConfigurationTarget.Global));

  const command = async (name: string, argument: unknown, ...given: readonly Answer[]): Promise<void> => {
    const asked = answers(...given);
    try {
      await vscode.commands.executeCommand(`keyHygiene.${name}`, argument);
      assert.equal(asked.left(), 0);
    } finally {
      asked.dispose();
    }
  };
  const openEnvironmentFile = async (): Promise<{ readonly name: string; readonly document: vscode.TextDocument }> => {
    const name = `.env.${freshName('unwatched.x').replace(/\.x$/, '')}`;
    return { name, document: (await openFile(name, text)).document };
  };
  const showsItsFile = async (name: string, document: vscode.TextDocument): Promise<void> => {
    assert.equal(document.getText(), await readFile(name));
    assert.equal(document.isDirty, false);
  };

  it('show what is encrypted, set and decrypted, in front and behind other tabs', async () => {
    const { name, document } = await openEnvironmentFile();
    await command('encryptEnvironmentFile', document.uri, answer.acceptTicked, answer.pick(/secret storage/));
    assert.ok(!document.getText().includes(key));
    await showsItsFile(name, document);
    await openFile(freshName('other.txt'), 'in front\n');
    await command('setEncryptedValue', { uri: document.uri, name: 'UNWATCHED_TEST_KEY' }, answer.type(other));
    await showsItsFile(name, document);
    await command('decryptEnvironmentFile', document.uri, answer.pick(/^Decrypt$/));
    assert.equal(document.getText(), text.replace(key, other));
    await showsItsFile(name, document);
  });

  it('show what a fix stores', async () => {
    await writeFile('.env', 'PORT=3000\n');
    const environmentFile = await vscode.workspace.openTextDocument(await writeFile('.env', 'PORT=3000\n'));
    await vscode.window.showTextDocument(environmentFile, { preview: false });
    const { document } = await openFile(freshName('client.ts'), `const client = new Replicate({ auth: "${inCode}" });\n`);
    await fix(document, inCode);
    await waitFor(() => (environmentFile.getText().includes(inCode) ? true : undefined));
    await waitFor(() => (environmentFile.isDirty ? undefined : true));
    assert.equal(environmentFile.getText(), await readFile('.env'));
  });

  it('keep what a person types meanwhile', async () => {
    const { name, document } = await openEnvironmentFile();
    const typeThenChoose: Answer = async items => {
      await vscode.commands.executeCommand('type', { text: '# mine' });
      return items.find(item => /secret storage/.test((item as { readonly label: string }).label));
    };
    await command('encryptEnvironmentFile', document.uri, answer.acceptTicked, typeThenChoose);
    assert.ok(document.getText().startsWith('# mine'));
    assert.equal(document.isDirty, true);
    assert.ok(!(await readFile(name)).includes(key));
  });
});
