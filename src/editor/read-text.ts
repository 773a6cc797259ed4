// A file as text, through VS Code's own file systems, so that it works where there is no disk.

import * as vscode from 'vscode';

/** The file's text, or nothing where there is no such file. */
export async function readText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}
