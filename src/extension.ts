// The composition root of the desktop and remote editor: builds the parts, registers the features.

import path from 'node:path';
import * as vscode from 'vscode';
import type { Abilities } from './editor/abilities.ts';
import { activateEditor } from './editor/activate-editor.ts';
import { PrivateKeys } from './editor/private-keys.ts';
import { createEncryptedFiles } from './node/encrypted-files.ts';
import { createFileKeeper } from './node/file-keeper.ts';
import { createFileScanner } from './node/file-scanner.ts';
import { createFingerprint, newSalt, sha1 } from './node/fingerprint.ts';
import { openSealedFile } from './node/sealed-file.ts';
import { tablesReader } from './node/tables-file.ts';
import { createValueStore } from './node/value-store.ts';

export function activate(context: vscode.ExtensionContext): void {
  const encryptedFiles = createEncryptedFiles();
  const privateKeys = new PrivateKeys({ secrets: context.secrets, memory: context.globalState, files: encryptedFiles });
  const written = new vscode.EventEmitter<vscode.Uri>();
  const abilities: Abilities = {
    fingerprint: createFingerprint,
    newSalt,
    sha1,
    readTables: tablesReader(__dirname),
    scanner: createFileScanner({ workerPath: path.join(context.extensionPath, 'dist', 'worker.js') }),
    store: createValueStore((publicKey, file) => privateKeys.find(publicKey, file)),
    encryption: { files: encryptedFiles, privateKeys, written },
    openSealedFile,
    files: createFileKeeper(),
    managers: async lent => (await import('./node/managers/secret-managers.ts')).createSecretManagers(lent),
  };
  context.subscriptions.push(written, activateEditor(abilities, context));
}
