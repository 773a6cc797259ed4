// The edits of a fix to other files of the project, without which the code would not work.

import * as vscode from 'vscode';
import { editsLeft } from '../engine/fixes/edit-list.ts';
import type { FileEdits } from '../engine/fixes/plan.ts';
import { phrase } from '../engine/phrase.ts';
import { addEdits } from './convert.ts';
import { fileOf } from './documents.ts';
import type { ProjectReader } from './project-reader.ts';
import type { Part } from './replacement.ts';
import { UserError } from './user-error.ts';

/** A document's share of a fix, as far as other files are concerned. */
export type PlannedPart = Pick<Part, 'document' | 'plan'> & Partial<Pick<Part, 'wish'>>;

/** Each file once, though several documents need it. Fails where one is not what the plans were made from. */
export async function addProjectEdits(
  target: vscode.WorkspaceEdit,
  projects: ProjectReader,
  parts: readonly PlannedPart[],
  label: string,
): Promise<void> {
  const done = new Set<string>();
  for (const { document, plan, wish } of parts) {
    if (plan.also === undefined) continue;
    const folder = vscode.Uri.parse(wish?.manager?.folder ?? (await projects.factsFor(document))?.folder ?? folderOfFile(document));
    for (const also of plan.also) {
      const uri = vscode.Uri.joinPath(folder, also.path);
      // It may itself be one of the documents, which then has the edit among its own.
      const own = parts.find(part => part.document.uri.toString() === uri.toString());
      const edits = own ? editsLeft(also.edits, own.plan.edits) : also.edits;
      // A file is made once, though it would be written in the quotes of each document that needs it.
      const id = also.isNew ? uri.toString() : `${uri.toString()} ${JSON.stringify(edits)}`;
      if (edits.length === 0 || done.has(id)) continue;
      done.add(id);
      await addFileEdits(target, uri, { ...also, edits }, label);
    }
  }
}

async function addFileEdits(target: vscode.WorkspaceEdit, uri: vscode.Uri, also: FileEdits, label: string): Promise<void> {
  const metadata = { needsConfirmation: false, label };
  if (also.isNew) {
    // Written at once, not left open and unsaved: the code needs it as soon as it is run. Fails where a file has come meanwhile.
    const contents = new TextEncoder().encode(also.edits.map(({ newText }) => newText).join(''));
    target.createFile(uri, { contents }, metadata);
    return;
  }
  const other = await vscode.workspace.openTextDocument(uri);
  if (other.getText() !== also.text) {
    throw new UserError(phrase('{0} has changed: save it and try again. Nothing was replaced, and the value stays stored.', also.path));
  }
  addEdits(target, other, also.edits, metadata);
}

function folderOfFile(document: vscode.TextDocument): string {
  return vscode.Uri.joinPath(fileOf(document.uri) ?? document.uri, '..').toString();
}
