// What was written to a file is in its open document, also where VS Code does not watch the file.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { sampleSecret } from '../support/sample-secret.ts';
import { type Answer, answer, answers } from './support/answers.ts';
import { fix } from './support/quick-fixes.ts';
import { resetSettings, set } from './support/settings.ts';
import { waitFor } from './support/wait-for.ts';
import { clearWorkspace, freshName, openFile, readFile, workspaceUri, writeFile } from './support/workspace.ts';

const key = sampleSecret('openai-project-key', 951);
const other = sampleSecret('openai-project-key', 952);
const inCode = sampleSecret('replicate-api-token', 953);
const text = `# ours\r\nUNWATCHED_TEST_KEY=${key}\r\nPORT=3000\r\n`;
const watcherExclude = () => vscode.workspace.getConfiguration('files');

describe('files that are not watched and not open', () => {
  before(() => watcherExclude().update('watcherExclude', { '**': true }, vscode.ConfigurationTarget.Global));
  beforeEach(() => set('lookupStyle', 'plain'));
  after(async () => {
    await watcherExclude().update('watcherExclude', undefined, vscode.ConfigurationTarget.Global);
    await resetSettings();
    await clearWorkspace();
  });

  it('are read again when a fix has written to them', async () => {
    await vscode.commands.executeCommand('keyHygiene.scanWorkspace');
    const folder = freshName('written.x').replace(/\.x$/, '');
    await writeFile(`${folder}/.env`, 'PORT=3000\n');
    const { document } = await openFile(`${folder}/client.ts`, `const client = new Replicate({ auth: "${inCode}" });\n`);
    await fix(document, inCode);
    const [, variable = ''] = /process\.env\.(\w+)/.exec(document.getText()) ?? assert.fail(document.getText());
    const at = document.positionAt(document.getText().indexOf(variable));
    const written = workspaceUri(`${folder}/.env`).path;
    await waitFor(async () => {
      const places = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        at,
      );
      return places.some(place => ('uri' in place ? place.uri : place.targetUri).path === written) ? true : undefined;
    });
  });
});

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

  it('show the line by which git ignores a file', async () => {
    const folder = freshName('untracked.x').replace(/\.x$/, '');
    await writeFile(`${folder}/.gitignore`, 'dist\n');
    const ignoreFile = await vscode.workspace.openTextDocument(workspaceUri(`${folder}/.gitignore`));
    await vscode.window.showTextDocument(ignoreFile, { preview: false });
    const git = (...words: readonly string[]) => execFileSync('git', ['-C', workspaceUri(folder).fsPath, ...words], { encoding: 'utf8' });
    git('init', '--quiet');
    await openFile(`${folder}/.env`, text);
    git('add', '-f', '.env');
    await command('untrackEnvironmentFile', undefined, answer.pick(/^Stop Tracking$/));
    assert.equal(git('ls-files', '.env'), '');
    await waitFor(() => (ignoreFile.getText() === 'dist\n.env\n' ? true : undefined));
    await waitFor(() => (ignoreFile.isDirty ? undefined : true));
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
