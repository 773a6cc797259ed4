// Keys are flagged while they are typed, in every document, and exactly where they stand.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { sampleSecret } from '../support/sample-secret.ts';
import { insert, openUntitled, rangeOfText, replaceAll } from './support/diagnosed.ts';
import { keyHygieneDiagnostics, waitForDiagnostics } from './support/key-hygiene-diagnostics.ts';
import { resetSettings, set } from './support/settings.ts';
import { waitFor } from './support/wait-for.ts';
import { clearWorkspace, freshName, openFile, writeFile } from './support/workspace.ts';

const rule = 'openai-project-key';
const key = sampleSecret(rule, 101);
const line = `const client = new OpenAI({ apiKey: "${key}" });\n`;

describe('diagnostics', () => {
  afterEach(async () => {
    await resetSettings();
    await clearWorkspace();
  });

  it('underline exactly the characters of the key', async () => {
    const { document } = await openFile(freshName('client.ts'), `// one\n${line}`);
    const [diagnostic] = await waitForDiagnostics(document.uri, 1);
    assert.deepEqual(diagnostic?.range, rangeOfText(document, key));
  });

  it('say what it is and what to do, masked, and link to the rule', async () => {
    const { document } = await openFile(freshName('client.ts'), line);
    const [diagnostic] = await waitForDiagnostics(document.uri, 1);
    assert.match(diagnostic?.message ?? '', /^OpenAI project key \(sk-p…\S{2}\) is hardcoded: move it to an environment variable\.$/);
    assert.ok(!JSON.stringify(diagnostic).includes(key.slice(8, 30)));
    const code = diagnostic?.code;
    assert.ok(typeof code === 'object');
    assert.equal(code.value, rule);
    const page = await vscode.workspace.openTextDocument(code.target);
    assert.match(page.getText(), /^# OpenAI project key\n/);
  });

  it('appear while the key is typed and go when it is broken', async () => {
    const editor = await openFile(freshName('client.py'), 'client = OpenAI(api_key="")\n');
    const at = new vscode.Position(0, 'client = OpenAI(api_key="'.length);
    for (const [index, character] of [...key].entries()) await insert(editor, at.translate(0, index), character);
    const [diagnostic] = await waitForDiagnostics(editor.document.uri, 1);
    assert.deepEqual(diagnostic?.range, rangeOfText(editor.document, key));
    await insert(editor, at.translate(0, 12), ' ');
    await waitForDiagnostics(editor.document.uri, 0);
  });

  it('follow the text when lines are put above them', async () => {
    const editor = await openFile(freshName('client.ts'), line);
    await waitForDiagnostics(editor.document.uri, 1);
    await insert(editor, new vscode.Position(0, 0), '// a\n// b\n');
    await waitFor(() => keyHygieneDiagnostics(editor.document.uri)[0]?.range.isEqual(rangeOfText(editor.document, key)));
  });

  it('are right in files with Windows line ends', async () => {
    const { document } = await openFile(freshName('client.js'), `// one\r\n// two\r\n${line.trimEnd()}\r\n`);
    assert.equal(document.eol, vscode.EndOfLine.CRLF);
    const [diagnostic] = await waitForDiagnostics(document.uri, 1);
    assert.deepEqual(diagnostic?.range, rangeOfText(document, key));
  });

  it('cover keys that run over several lines', async () => {
    const privateKey = sampleSecret('private-key', 102);
    const { document } = await openFile(freshName('server.txt'), `before\n${privateKey}\nafter\n`);
    const [diagnostic] = await waitForDiagnostics(document.uri, 1);
    assert.ok(diagnostic && diagnostic.range.end.line > diagnostic.range.start.line);
    assert.ok(privateKey.includes(document.getText(diagnostic.range)));
  });

  it('come in untitled documents', async () => {
    const { document } = await openUntitled('javascript', line);
    const [diagnostic] = await waitForDiagnostics(document.uri, 1);
    assert.deepEqual(diagnostic?.range, rangeOfText(document, key));
  });

  it('come in notebook cells', async () => {
    const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, `client = OpenAI(api_key="${key}")`, 'python');
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', new vscode.NotebookData([cell]));
    await vscode.window.showNotebookDocument(notebook);
    const { document } = notebook.cellAt(0);
    assert.equal(document.uri.scheme, 'vscode-notebook-cell');
    const [diagnostic] = await waitForDiagnostics(document.uri, 1);
    assert.deepEqual(diagnostic?.range, rangeOfText(document, key));
  });

  it('stay away from placeholders and lookups', async () => {
    const text = 'const a = { apiKey: "your-api-key-here" };\nconst b = { apiKey: process.env.OPENAI_API_KEY };\n';
    const editor = await openFile(freshName('client.ts'), text);
    await replaceAll(editor, `${text}${line}`);
    const [diagnostic, ...others] = await waitForDiagnostics(editor.document.uri, 1);
    assert.deepEqual(others, []);
    assert.equal(diagnostic?.range.start.line, 2);
  });

  it('leave .env alone, where values belong, but not its sample', async () => {
    const env = await openFile('service/.env', `SERVICE_KEY=${key}\n`);
    const sample = await openFile('service/.env.example', `SERVICE_KEY=${key}\n`);
    const told = await waitForDiagnostics(sample.document.uri, 2);
    assert.deepEqual(told.map(({ code }) => typeof code === 'object' && code.value).sort(), [rule, 'value-in-template']);
    assert.deepEqual(keyHygieneDiagnostics(env.document.uri), []);
  });

  it('go when the document is closed', async () => {
    const uri = await writeFile('closed.ts', line);
    // Not by `showTextDocument`: a document that an extension opened stays in memory for minutes.
    await vscode.commands.executeCommand('vscode.open', uri);
    await waitForDiagnostics(uri, 1);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await waitForDiagnostics(uri, 0);
  });

  it('go when the file is deleted', async () => {
    const { document } = await openFile(freshName('client.ts'), line);
    await waitForDiagnostics(document.uri, 1);
    await vscode.workspace.fs.delete(document.uri);
    await waitForDiagnostics(document.uri, 0);
  });

  it('move to the new name when the file is renamed', async () => {
    const { document } = await openFile(freshName('client.ts'), line);
    await waitForDiagnostics(document.uri, 1);
    const renamed = vscode.Uri.joinPath(document.uri, '..', freshName('renamed.ts'));
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(document.uri, renamed);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await waitForDiagnostics(renamed, 1);
    await waitForDiagnostics(document.uri, 0);
  });
});

describe('settings', () => {
  afterEach(async () => {
    await resetSettings();
    await clearWorkspace();
  });

  it('decide how loud a rule is', async () => {
    const { document } = await openFile(freshName('client.ts'), line);
    await waitForDiagnostics(document.uri, 1);
    await set('severity', { [rule]: 'hint' });
    await waitFor(() => keyHygieneDiagnostics(document.uri)[0]?.severity === vscode.DiagnosticSeverity.Hint);
    await set('severity', { [rule]: 'off' });
    await waitForDiagnostics(document.uri, 0);
    await set('severity', { '*': 'information', [rule]: 'error' });
    await waitFor(() => keyHygieneDiagnostics(document.uri)[0]?.severity === vscode.DiagnosticSeverity.Error);
  });

  it('switch everything off and on again', async () => {
    const { document } = await openFile(freshName('client.ts'), line);
    await waitForDiagnostics(document.uri, 1);
    await set('enable', false);
    await waitForDiagnostics(document.uri, 0);
    await set('enable', true);
    await waitForDiagnostics(document.uri, 1);
  });

  it('leave out paths', async () => {
    const inside = await openFile(freshName('generated/client.ts'), line);
    const outside = await openFile(freshName('client.ts'), line);
    await waitForDiagnostics(inside.document.uri, 1);
    await set('exclude', ['generated/**']);
    await waitForDiagnostics(inside.document.uri, 0);
    await waitForDiagnostics(outside.document.uri, 1);
  });
});
