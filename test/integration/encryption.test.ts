// Environment files are encrypted and edited in the editor, and no value is written anywhere in the clear meanwhile.
import assert from 'node:assert/strict';
import { mkdtemp, readFile as readFileOfDisk, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { sampleSecret } from '../support/sample-secret.ts';
import { answer, answers } from './support/answers.ts';
import { rangeOfText } from './support/diagnosed.ts';
import { choose, fix, quickFixNamed } from './support/quick-fixes.ts';
import { resetSettings, set } from './support/settings.ts';
import { waitFor } from './support/wait-for.ts';
import { clearWorkspace, freshName, openFile, readFile, workspaceUri, writeFile } from './support/workspace.ts';

const key = sampleSecret('openai-project-key', 401);
const other = sampleSecret('stripe-secret-key', 402);
/** In code: a value that a row has would go by the row's name. */
const inCode = sampleSecret('openai-project-key', 403);
// A name that no other test means: documents of deleted files live on for minutes, and their rows with them.
const text = `# ours\nENCRYPTED_TEST_KEY=${key}\nPORT=3000\n`;
const run = (command: string, ...args: unknown[]): Thenable<unknown> => vscode.commands.executeCommand(`keyHygiene.${command}`, ...args);

/** Names differ from test to test: an open document lives on for minutes. */
const freshEnv = (): string =>
  freshName('file.env')
    .replace('file', '.env.file')
    .replace(/\.env$/, '');

async function encrypt(name: string, place = /secret storage/): Promise<vscode.Uri> {
  const { document } = await openFile(name, text);
  const asked = answers(answer.acceptTicked, answer.pick(place));
  try {
    await run('encryptEnvironmentFile', document.uri);
  } finally {
    asked.dispose();
  }
  return document.uri;
}

describe('encrypted environment files', () => {
  beforeEach(() => set('lookupStyle', 'plain'));
  afterEach(async () => {
    await resetSettings();
    await clearWorkspace();
  });

  it('have the values that look like secrets encrypted, and open again where the key is kept', async () => {
    const name = freshEnv();
    const uri = await encrypt(name);
    const encrypted = await readFile(name);
    assert.match(encrypted, /^ENCRYPTED_TEST_KEY=encrypted:\S+\nPORT=3000\n$/m);
    assert.ok(!encrypted.includes(key));
    await run('decryptForEditing', uri);
    const shown = vscode.window.activeTextEditor?.document;
    assert.equal(shown?.uri.scheme, 'key-hygiene-decrypted');
    assert.ok(shown?.getText().includes(`ENCRYPTED_TEST_KEY=${key}\n`));
    assert.equal(shown?.languageId, 'dotenv');
  });

  it('are told to be run by their path from the workspace folder, where terminals open', async () => {
    const name = `packages/our api/${freshEnv()}`;
    const { document } = await openFile(name, text);
    const asked = answers(answer.acceptTicked, answer.pick(/secret storage/));
    try {
      await run('encryptEnvironmentFile', document.uri);
      assert.ok(
        asked.said().some(sentence => sentence.includes(`“dotenvx run -f "${name}" -- …”`)),
        asked.said().join('\n'),
      );
    } finally {
      asked.dispose();
    }
  });

  it('show their values on a document that nobody can type into', async () => {
    const uri = await encrypt(freshEnv());
    await run('decryptForEditing', uri);
    const shown = vscode.window.activeTextEditor?.document ?? assert.fail();
    const edit = new vscode.WorkspaceEdit();
    edit.insert(shown.uri, new vscode.Position(0, 0), 'x');
    await vscode.workspace.applyEdit(edit);
    await vscode.commands.executeCommand('type', { text: 'x' });
    assert.equal(shown.isDirty, false);
  });

  it('take a new value from an input box, and the document follows', async () => {
    const name = freshEnv();
    const uri = await encrypt(name);
    await run('decryptForEditing', uri);
    const shown = vscode.window.activeTextEditor?.document ?? assert.fail();
    const asked = answers(answer.type(other));
    await run('setEncryptedValue', { uri, name: 'ENCRYPTED_TEST_KEY' });
    asked.dispose();
    assert.ok(!(await readFile(name)).includes(other));
    await waitFor(() => (shown.getText().includes(`ENCRYPTED_TEST_KEY=${other}\n`) ? true : undefined));
  });

  it('tell the masked value in a hover', async () => {
    const name = freshEnv();
    const uri = await encrypt(name);
    const document = await vscode.workspace.openTextDocument(uri);
    const told = await waitFor(async () => {
      if (!document.getText().includes('encrypted:')) return undefined;
      const at = rangeOfText(document, 'ENCRYPTED_TEST_KEY').start;
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, at);
      const contents = hovers.flatMap(hover => hover.contents.map(content => (typeof content === 'string' ? content : content.value)));
      return contents.find(content => content.includes('Set Value'));
    });
    assert.ok(told.replaceAll('\\', '').includes(`encrypted: ${key.slice(0, 4)}…${key.slice(-2)}`), told);
    assert.ok(!told.includes(key.slice(4, 14)));
  });

  it('are written in the clear again after a person has agreed, as they were', async () => {
    const name = freshEnv();
    const uri = await encrypt(name);
    const refused = answers(answer.cancel);
    await run('decryptEnvironmentFile', uri);
    assert.ok(!(await readFile(name)).includes(key));
    refused.dispose();
    const agreed = answers(answer.pick(/^Decrypt$/));
    await run('decryptEnvironmentFile', uri);
    agreed.dispose();
    assert.equal(await readFile(name), text);
  });

  it('have the private key beside them where a person wants that, ignored by git', async () => {
    const name = freshEnv();
    await encrypt(name, /\.env\.keys beside/);
    assert.match(await readFile('.env.keys'), /^DOTENV_PRIVATE_KEY_\S+=[0-9a-f]{64}$/m);
    assert.match(await readFile('.gitignore'), /^\.env\.keys$/m);
  });

  it('have the private key in a file outside the repository where a person wants that, and nowhere inside', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'key-hygiene-keys-'));
    const keyFile = path.join(folder, 'shop.env.keys');
    const { document } = await openFile(freshEnv(), text);
    const wrong = {
      keys: /whole path of a file/,
      [`${folder}/`]: /whole path of a file/,
      [workspaceUri('keys').fsPath]: /inside the workspace/,
    };
    const asked = answers(answer.acceptTicked, answer.pick(/A key file outside/), answer.type(keyFile, wrong));
    await run('encryptEnvironmentFile', document.uri);
    asked.dispose();
    assert.match(await readFileOfDisk(keyFile, 'utf8'), /^DOTENV_PRIVATE_KEY_\S+=[0-9a-f]{64}$/m);
    await rm(folder, { recursive: true });
  });

  it('get what a quick fix stores as an encrypted row', async () => {
    await writeFile('.env', `DOTENV_PUBLIC_KEY="${'03'}${'79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798'}"\n`);
    const { document } = await openFile(freshName('client.ts'), `const client = new OpenAI({ apiKey: "${inCode}" });\n`);
    await fix(document, inCode);
    assert.match(await readFile('.env'), /^OPENAI_API_KEY=encrypted:\S+$/m);
    assert.match(document.getText(), /process\.env\.OPENAI_API_KEY/);
  });

  it('name a new variable in the example, as fixes do', async () => {
    const name = freshEnv();
    const uri = await encrypt(name);
    const asked = answers(answer.type(other));
    await run('setEncryptedValue', { uri, name: 'ANOTHER_TEST_KEY' });
    asked.dispose();
    assert.match(await readFile(name), /^ANOTHER_TEST_KEY=encrypted:\S+$/m);
    assert.match(await readFile(`${name}.example`), /^ANOTHER_TEST_KEY=$/m);
  });

  it('are told in the tab from what shows them in the clear', async () => {
    const name = freshEnv();
    await run('decryptForEditing', await encrypt(name));
    const { activeTab } = vscode.window.tabGroups.activeTabGroup;
    assert.equal(activeTab?.label, `${name} (decrypted)`);
  });

  it('are left alone where the question is left', async () => {
    for (const given of [[answer.cancel], [answer.acceptTicked, answer.cancel]]) {
      const name = freshEnv();
      const { document } = await openFile(name, text);
      const asked = answers(...given);
      await run('encryptEnvironmentFile', document.uri);
      asked.dispose();
      assert.equal(await readFile(name), text);
    }
  });
});

describe('personal keys', () => {
  afterEach(async () => {
    await resetSettings();
    await clearWorkspace();
  });

  it('take a key out of code, which reads the variable then', async () => {
    const { document } = await openFile(freshName('client.ts'), `const client = new OpenAI({ apiKey: "${inCode}" });\n`);
    await choose(await quickFixNamed(document, inCode, /keep the value as a personal key/));
    assert.match(document.getText(), /process\.env\.OPENAI_API_KEY/);
    await assert.rejects(readFile('.env'));
    const again = answers(answer.pick(/OPENAI_API_KEY/), answer.pick(/^Remove$/));
    await run('removePersonalKey');
    again.dispose();
    assert.equal(again.left(), 0);
  });

  it('take a row out of an environment file, which is saved', async () => {
    const name = freshEnv();
    const { document } = await openFile(name, text);
    await choose(await quickFixNamed(document, 'ENCRYPTED_TEST_KEY', /as a personal key, out of this file/));
    assert.equal(await readFile(name), '# ours\nPORT=3000\n');
    assert.equal(document.isDirty, false);
    const again = answers(answer.pick(/ENCRYPTED_TEST_KEY/), answer.pick(/^Remove$/));
    await run('removePersonalKey');
    again.dispose();
  });

  it('are among the keys of the workspace, with their masks', async () => {
    const asked = answers(answer.type('PERSONAL_TEST_KEY'), answer.type(other));
    await run('keepPersonalKey');
    asked.dispose();
    const page = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: 'key-hygiene-personal', path: '/VS Code' }));
    await waitFor(() => (page.getText().includes('PERSONAL_TEST_KEY') ? true : undefined));
    assert.ok(!page.getText().includes(other.slice(6, 16)));
    const removed = answers(answer.pick(/PERSONAL_TEST_KEY/), answer.pick(/^Remove$/));
    await run('removePersonalKey');
    removed.dispose();
  });
});
