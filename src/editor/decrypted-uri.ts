// The address of the read-only document that shows an encrypted file in the clear.

import type * as vscode from 'vscode';

export const decryptedScheme = 'key-hygiene-decrypted';

/** In the tab, where the file itself may be another. The language goes by this ending, too: see `package.json`. */
const ending = ' (decrypted)';

export function decryptedUriOf(file: vscode.Uri): vscode.Uri {
  return file.with({ scheme: decryptedScheme, path: file.path + ending });
}

export function fileOfDecrypted(uri: vscode.Uri): vscode.Uri {
  return uri.with({ scheme: 'file', path: uri.path.slice(0, -ending.length) });
}
