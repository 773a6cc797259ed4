// Problems around keys: told some time after typing, repaired by quick fixes, ignored on demand.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { insert, rangeOfText } from './support/diagnosed.ts';
import { waitForDiagnostics } from './support/key-hygiene-diagnostics.ts';
import { choose, quickFixNamed } from './support/quick-fixes.ts';
import { resetSettings, set } from './support/settings.ts';
import { clearWorkspace, freshName, openFile, writeFile } from './support/workspace.ts';

const request = 'requests.get("http://api.acme.io/v1", headers={"Authorization": f"Bearer {key}"})\n';

describe('problems around keys', () => {
  afterEach(async () => {
    await resetSettings();
    await clearWorkspace();
  });

  it('are underlined, say what is wrong, and link to the page of their check', async () => {
    const { document } = await openFile(freshName('log.ts'), 'console.log("the key", apiKey);\n');
    const [diagnostic] = await waitForDiagnostics(document.uri, 1);
    assert.deepEqual(diagnostic?.range, rangeOfText(document, 'apiKey'));
    assert.equal(diagnostic?.severity, vscode.DiagnosticSeverity.Warning);
    const code = diagnostic?.code;
    assert.ok(typeof code === 'object');
    assert.equal(code.value, 'key-logged');
    const page = await vscode.workspace.openTextDocument(code.target);
    assert.match(page.getText(), /^# Key written to a log\n[\s\S]*Logs are kept/);
  });

  it('come while people type and go when they mend it', async () => {
    const editor = await openFile(freshName('log.ts'), 'console.log("the key", );\n');
    await insert(editor, new vscode.Position(0, 'console.log("the key", '.length), 'apiKey');
    await waitForDiagnostics(editor.document.uri, 1);
    await insert(editor, new vscode.Position(0, 'console.log("the key", apiKey'.length), '.length');
    await waitForDiagnostics(editor.document.uri, 0);
  });

  it('are repaired by a quick fix', async () => {
    const { document } = await openFile(freshName('client.py'), request);
    await waitForDiagnostics(document.uri, 1);
    await choose(await quickFixNamed(document, 'http://api.acme.io', /^Change http:\/\/ to https:\/\/$/));
    assert.equal(document.getText(), request.replace('http:', 'https:'));
    await waitForDiagnostics(document.uri, 0);
  });

  it('are ignored by a comment', async () => {
    const { document } = await openFile(freshName('client.py'), request);
    await waitForDiagnostics(document.uri, 1);
    await choose(await quickFixNamed(document, 'http://api.acme.io', /^Ignore check key-over-http here$/));
    assert.match(document.getText(), /# key-hygiene:ignore key-over-http\n$/);
    await waitForDiagnostics(document.uri, 0);
  });

  it('are as loud as is set for the check', async () => {
    const { document } = await openFile(freshName('client.py'), request);
    await waitForDiagnostics(document.uri, 1);
    await set('severity', { 'key-over-http': 'off' });
    await waitForDiagnostics(document.uri, 0);
  });

  it('are not told of what stands on disk only, while the text has changed and is not saved', async () => {
    const value = ['Zk4q', '9Lm2', 'pW8x', 'Rt5v'].join('');
    await writeFile('.env', `UNSAVED_TEST_TOKEN=${value}\n`);
    const { document } = await openFile(freshName('notes.txt'), `a note ${value}\n`);
    await vscode.commands.executeCommand('keyHygiene.scanWorkspace');
    await waitForDiagnostics(document.uri, 1);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, 1, 0), 'a long note that is about something else\n');
    await vscode.workspace.applyEdit(edit);
    await vscode.commands.executeCommand('keyHygiene.scanWorkspace');
    await waitForDiagnostics(document.uri, 0);
    await document.save();
  });
});
