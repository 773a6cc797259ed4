// Files of the test workspace: one empty folder, made for the run and removed with it.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { waitFor } from './wait-for.ts';

export function workspaceUri(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

export async function writeFile(path: string, text: string): Promise<vscode.Uri> {
  const uri = workspaceUri(path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

export async function readFile(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(workspaceUri(path)));
}

let names = 0;

/**
 * `client.ts` as `client-1.ts`, `client-2.ts` …: a document that a test opened lives on for minutes after its editor was closed,
 * and a file of the same name would show its old text at first.
 */
export function freshName(path: string): string {
  names++;
  return path.replace(/\.\w+$/, extension => `-${names}${extension}`);
}

/** A file of that name may be open from another test still, and shows what was in it until VS Code has seen the new text. */
export async function openFile(path: string, text: string): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(await writeFile(path, text));
  await waitFor(() => linesOf(editor.document.getText()) === linesOf(text));
  return editor;
}

function linesOf(text: string): string {
  return text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
}

/** Closes every editor without saving and empties the folder: for `afterEach`. */
export async function clearWorkspace(): Promise<void> {
  while (vscode.window.activeTextEditor?.document.isDirty)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  for (const [name] of await vscode.workspace.fs.readDirectory(workspaceUri(''))) {
    await vscode.workspace.fs.delete(workspaceUri(name), { recursive: true });
  }
}
