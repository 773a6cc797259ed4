// The edits of a replacement, as one: the documents, and what else of their projects has to change with them.

import * as vscode from 'vscode';
import { addEdits } from './convert.ts';
import { addProjectEdits } from './project-edits.ts';
import type { ProjectReader } from './project-reader.ts';
import type { Part } from './replacement.ts';

export interface ApplyOptions {
  /** What the edit is called in the preview. */
  readonly label: string;
  /** Show the edits in the refactor preview first. */
  readonly preview: boolean;
}

/** Whether any document was changed. */
export async function applyReplacement(
  projects: ProjectReader,
  parts: readonly Part[],
  { label, preview }: ApplyOptions,
): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  for (const { document, plan } of parts) addEdits(edit, document, plan.edits, { needsConfirmation: false, label });
  await addProjectEdits(edit, projects, parts, label);
  if (preview) showFirst(edit, parts, label);
  const applied = await vscode.workspace.applyEdit(edit, { isRefactoring: true });
  // A preview that is discarded counts as applied, with nothing in it.
  return applied && parts.some(({ document, version }) => document.version !== version);
}

/**
 * VS Code previews an edit once a part of it asks for confirmation, and leaves those parts unticked. So the asking is done by
 * one that changes nothing and is not shown: making a file that exists.
 */
function showFirst(edit: vscode.WorkspaceEdit, parts: readonly Part[], label: string): void {
  const [first] = parts;
  if (first) edit.createFile(vscode.Uri.file(first.place.sourcePath), { ignoreIfExists: true }, { needsConfirmation: true, label });
}
