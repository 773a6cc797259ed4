// A backup copy of an environment file: it goes, or moves to where it is safe. A person decides, and is told what stands only in it.

import * as vscode from 'vscode';
import { phrase } from '../../engine/phrase.ts';
import type { KeysStore } from '../keys-store.ts';
import { UserError } from '../user-error.ts';

export async function deleteCopy(keys: KeysStore, uri: vscode.Uri): Promise<void> {
  const file = vscode.workspace.asRelativePath(uri);
  const only = namesOnlyIn(keys, uri);
  const detail =
    only.length === 0
      ? vscode.l10n.t('Every key in it stands in another file of the workspace, too.')
      : vscode.l10n.t('Values that stand nowhere else in the workspace: {0}.', only.join(', '));
  const remove = vscode.l10n.t('Delete');
  const move = vscode.l10n.t('Move…');
  const question = vscode.l10n.t('Should {0} be deleted, or moved out of the project?', file);
  const chosen = await vscode.window.showWarningMessage(question, { modal: true, detail }, remove, move);
  if (chosen === remove) await change(edit => edit.deleteFile(uri), file);
  if (chosen === move) await moveElsewhere(uri, file);
}

async function moveElsewhere(uri: vscode.Uri, file: string): Promise<void> {
  const title = vscode.l10n.t('Where should {0} be kept?', file);
  const [folder] =
    (await vscode.window.showOpenDialog({ title, openLabel: vscode.l10n.t('Move Here'), canSelectFolders: true, canSelectFiles: false })) ??
    [];
  if (!folder) return;
  const target = vscode.Uri.joinPath(folder, uri.path.slice(uri.path.lastIndexOf('/') + 1));
  await change(edit => edit.renameFile(uri, target), file);
}

/** Can be undone as other changes can, and heeds whether people want a trash. */
async function change(add: (edit: vscode.WorkspaceEdit) => void, file: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  add(edit);
  if (!(await vscode.workspace.applyEdit(edit))) throw new UserError(phrase('{0} could not be changed.', file));
}

/** Of variables whose value no other file holds. */
function namesOnlyIn(keys: KeysStore, uri: vscode.Uri): readonly string[] {
  const id = uri.toString();
  const elsewhere = new Set<string>();
  for (const usage of keys.keys().flatMap(key => key.usages)) {
    if (usage.uri !== id && usage.fingerprint !== undefined) elsewhere.add(usage.fingerprint);
  }
  const here = keys.usagesIn(uri).filter(({ fingerprint }) => fingerprint !== undefined && !elsewhere.has(fingerprint));
  return [...new Set(here.flatMap(({ name }) => name ?? []))];
}
