// Documents with a key in them, and where it stands.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Where the text stands in the document, which has it once. */
export function rangeOfText(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  assert.notEqual(start, -1, 'the document has the text');
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

export async function insert(editor: vscode.TextEditor, position: vscode.Position, text: string): Promise<void> {
  assert.ok(await editor.edit(edit => edit.insert(position, text)));
}

export async function replaceAll(editor: vscode.TextEditor, text: string): Promise<void> {
  const { document } = editor;
  const whole = new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
  assert.ok(await editor.edit(edit => edit.replace(whole, text)));
}

export async function openUntitled(language: string, content: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content }));
}
