// The address of the read-only document that shows an encrypted file in the clear.

import type * as vscode from 'vscode';

export const decryptedScheme = 'key-hygiene-decrypted';

/** Where two tabs have one name VS Code shows their folders, too. */
const folder = '(decrypted)';

/** The file's name stays, and with it the language. */
export function decryptedUriOf(file: vscode.Uri): vscode.Uri {
  return file.with({ scheme: decryptedScheme, path: file.path.replace(/[^/]*$/, name => `${folder}/${name}`) });
}

export function fileOfDecrypted(uri: vscode.Uri): vscode.Uri {
  return uri.with({ scheme: 'file', path: uri.path.replace(/\/\(decrypted\)\/([^/]*)$/, '/$1') });
}
