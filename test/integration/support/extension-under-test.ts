// The running extension, as VS Code sees it.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

export function extensionUnderTest(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension('key-hygiene.key-hygiene');
  assert.ok(extension, 'the extension is installed');
  return extension;
}
