// The address of the read-only document that shows an encrypted file in the clear: the file's own path under a scheme of ours.

import type * as vscode from 'vscode';

export const decryptedScheme = 'key-hygiene-decrypted';

/** The name ends in `.env…` still, so that VS Code knows the language. */
export function decryptedUriOf(file: vscode.Uri): vscode.Uri {
  return file.with({ scheme: decryptedScheme });
}

export function fileOfDecrypted(uri: vscode.Uri): vscode.Uri {
  return uri.with({ scheme: 'file' });
}
