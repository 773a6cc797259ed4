// The edits of a fix to another file of the project, without which the code would not work.

import * as vscode from 'vscode';
import type { FixEdits } from '../engine/fixes/plan.ts';
import { phrase } from '../engine/phrase.ts';
import { addEdits } from './convert.ts';
import type { ProjectReader } from './project-reader.ts';
import { UserError } from './user-error.ts';

/** Fails where that file is not what the plan was made from. */
export async function addProjectEdits(
  target: vscode.WorkspaceEdit,
  projects: ProjectReader,
  document: vscode.TextDocument,
  { also, variable }: FixEdits,
): Promise<void> {
  if (also === undefined) return;
  const facts = await projects.factsFor(document);
  const uri = vscode.Uri.joinPath(vscode.Uri.parse(facts?.folder ?? ''), also.path);
  const other = await vscode.workspace.openTextDocument(uri);
  if (other.getText() !== also.text) {
    throw new UserError(
      phrase('{0} has changed: save it and try again. Nothing was replaced; the value is stored as {1}.', also.path, variable),
    );
  }
  addEdits(target, other, also.edits, { needsConfirmation: false, label: vscode.l10n.t('Replace with environment variable') });
}
