// “Decrypt for Editing”: an encrypted file in the clear, on screen only, with “Set Value…” on each row.
//
// The document is read-only on purpose. What can be typed into is dirty until it is saved, and VS Code writes dirty documents to disk
// as they are, whatever file system they come from: backups for hot exit and crashes, about a second after a keystroke. A read-only
// document is never dirty, so it is never backed up, and it has no copies in Local History. New values go through an input box, and
// straight into the encrypted file.

import * as vscode from 'vscode';
import { type OpenedRow, openRows } from '../../engine/env-file/encrypted/decrypt-rows.ts';
import { readHeader } from '../../engine/env-file/encrypted/header.ts';
import { isEncryptedValue } from '../../engine/env-file/encrypted/value-cipher.ts';
import { phrase } from '../../engine/phrase.ts';
import { readDefinitions } from '../../engine/usages/read-definitions.ts';
import { breathe } from '../async.ts';
import type { Boundary } from '../commands.ts';
import { spanToRange, translate } from '../convert.ts';
import { decryptedScheme, decryptedUriOf, fileOfDecrypted } from '../decrypted-uri.ts';
import { DisposableStore } from '../disposables.ts';
import { type Encryption, openEncryptedFile, privateKeyFor } from '../encryption.ts';
import { commands } from '../ids.ts';
import { readText } from '../read-text.ts';
import type { SetValueRequest } from '../requests.ts';
import { UserError } from '../user-error.ts';

export interface DecryptForEditingDeps {
  readonly encryption: Encryption | undefined;
  readonly boundary: Boundary;
}

export function registerDecryptForEditing({ encryption, boundary }: DecryptForEditingDeps): vscode.Disposable {
  const store = new DisposableStore();
  // A window that comes back with the document opens it empty: values are shown to who asked for them, not to who restarts VS Code.
  const asked = new Set<string>();
  const changed = store.add(new vscode.EventEmitter<vscode.Uri>());
  const provideTextDocumentContent = (uri: vscode.Uri): Promise<string> | string =>
    encryption && asked.has(uri.toString()) ? clearTextOf(encryption, uri) : closedText();
  store.add(
    vscode.workspace.registerTextDocumentContentProvider(decryptedScheme, { onDidChange: changed.event, provideTextDocumentContent }),
  );
  store.add(vscode.languages.registerCodeLensProvider({ scheme: decryptedScheme }, { provideCodeLenses: lensesOf }));
  const refresh = boundary.guardSync('encrypted file changed', (file: vscode.Uri) => {
    const uri = decryptedUriOf(file);
    if (asked.has(uri.toString())) changed.fire(uri);
  });
  const watcher = store.add(vscode.workspace.createFileSystemWatcher('**/*.env*'));
  store.add(watcher.onDidChange(refresh));
  if (encryption) store.add(encryption.written.event(refresh));
  store.add(vscode.workspace.onDidSaveTextDocument(({ uri }) => refresh(uri)));
  store.add(vscode.workspace.onDidCloseTextDocument(({ uri }) => asked.delete(uri.toString())));
  store.add(
    boundary.registerCommand(commands.decryptForEditing, async (uri?: vscode.Uri) => {
      if (!encryption) throw new UserError(phrase('Values cannot be decrypted in this editor.'));
      const file = await openEncryptedFile(uri);
      await privateKeyFor(encryption, file);
      const decrypted = decryptedUriOf(file.uri);
      asked.add(decrypted.toString());
      changed.fire(decrypted);
      await vscode.window.showTextDocument(decrypted, { preview: true });
    }),
  );
  return store;
}

/** Refusals are shown in the place of the text: there is nobody to throw to. */
async function clearTextOf({ files, privateKeys }: Encryption, uri: vscode.Uri): Promise<string> {
  const file = fileOfDecrypted(uri);
  const text = (await readText(file)) ?? '';
  const header = readHeader(text);
  const privateKey = header && (await privateKeys.find(header.publicKey, file.fsPath));
  if (privateKey === undefined || !vscode.workspace.isTrusted) return closedText();
  const opened = await openRows({ text, privateKey, cipher: await files.cipher(), breathe });
  if (opened.kind === 'refused') return `# ${translate(opened.reason)}\n`;
  const head = vscode.l10n.t(
    'Decrypted on screen only. To change a value: “Set Value…” above its row, or the command “Set Value in Encrypted File…”.',
  );
  return `# ${head}\n\n${withClearValues(text, opened.rows)}`;
}

/** The rows as they are in the file, each value in the place of what it is locked in. */
function withClearValues(text: string, rows: readonly OpenedRow[]): string {
  let clear = '';
  let end = 0;
  for (const { valueSpan, clear: value, wasEncrypted } of rows) {
    if (!wasEncrypted) continue;
    clear += text.slice(end, valueSpan.start) + value;
    end = valueSpan.end;
  }
  return clear + text.slice(end);
}

function closedText(): string {
  return `# ${vscode.l10n.t('Closed. Run “Decrypt for Editing” in the encrypted file to see its values.')}\n`;
}

/** Rows are found in the encrypted file: in the clear a value of several lines may look like rows itself. */
async function lensesOf(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
  const uri = fileOfDecrypted(document.uri);
  const names = new Set(readDefinitions((await readText(uri)) ?? '').flatMap(({ name, value }) => (isEncryptedValue(value) ? [name] : [])));
  return readDefinitions(document.getText())
    .filter(({ name }) => names.has(name))
    .map(({ name, nameSpan }) => {
      const request: SetValueRequest = { uri, name };
      const title = vscode.l10n.t('Set Value…');
      return new vscode.CodeLens(spanToRange(document, nameSpan), { title, command: commands.setEncryptedValue, arguments: [request] });
    });
}
