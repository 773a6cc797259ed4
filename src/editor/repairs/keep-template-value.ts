// A real value in a template: it is stored in the environment file beside it, and only then taken out of the template.

import * as vscode from 'vscode';
import type { Problem, Repair } from '../../engine/hygiene/problem.ts';
import { phrase } from '../../engine/phrase.ts';
import { readDefinitions } from '../../engine/usages/read-definitions.ts';
import type { TargetRequest, ValueStore } from '../abilities.ts';
import { addEdits } from '../convert.ts';
import { folderOf } from '../documents.ts';
import { UserError } from '../user-error.ts';

type KeepValue = Extract<Repair, { kind: 'keep-value' }>;

export async function keepTemplateValue(store: ValueStore | undefined, problem: Problem, { variable, edits }: KeepValue): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(problem.uri));
  const { version } = document;
  const value = valueAt(document, problem, variable);
  if (value === undefined) throw new UserError(phrase('{0} is no longer there.', variable));
  if (!store || document.uri.scheme !== 'file') throw new UserError(phrase('This file is not on a disk that Key Hygiene can write to.'));
  const place = placeBeside(document.uri);
  const name = await keep(store, place, variable, value);
  if (name === undefined) return;
  // The value may have been typed over while the question was open.
  if (document.version !== version && valueAt(document, problem, variable) !== value) {
    throw new UserError(phrase('The template has changed in the meantime. Its value is kept as {0}; nothing was taken out.', name));
  }
  const change = new vscode.WorkspaceEdit();
  addEdits(change, document, edits);
  await vscode.workspace.applyEdit(change);
  vscode.window.setStatusBarMessage(`$(pass) ${vscode.l10n.t('The value is kept as {0} in {1}.', name, place.envFile)}`, 8000);
}

function valueAt(document: vscode.TextDocument, { span }: Problem, variable: string): string | undefined {
  const rows = readDefinitions(document.getText());
  return rows.find(({ name, valueSpan }) => name === variable && valueSpan.start === span.start && valueSpan.end === span.end)?.value;
}

/** Of `.env.example` that is `.env`, of `.env.local.example` `.env.local`. */
function placeBeside(template: vscode.Uri): TargetRequest {
  const folder = vscode.Uri.joinPath(template, '..').fsPath;
  const name = template.path.slice(template.path.lastIndexOf('/') + 1);
  const envFile = name.replace(/[._-](?:example|sample|template|dist|defaults)(?=\.env$|$)/i, '');
  return {
    sourcePath: template.fsPath,
    root: folderOf(template)?.uri.fsPath ?? folder,
    envFile: envFile.includes('env') ? envFile : '.env',
    folder,
  };
}

/** The name it is kept under; nothing when a person wants it otherwise. */
async function keep(store: ValueStore, place: TargetRequest, variable: string, value: string): Promise<string | undefined> {
  const known = await store.nameOf({ ...place, value });
  if (known !== undefined) return known;
  const request = { ...place, value, mayRunGit: vscode.workspace.isTrusted };
  const stored = await store.store({ ...request, variable });
  if (stored.kind === 'stored') return variable;
  const { names } = await store.target(place);
  if (!names.includes(variable)) throw new UserError(stored.reason);
  const free = freeName(variable, names);
  const go = vscode.l10n.t('Keep as {0}', free);
  const question = vscode.l10n.t('{0} has another value in {1}. Keep the one of the template as {2}?', variable, place.envFile, free);
  const detail = vscode.l10n.t(
    'A value is never taken out before it is stored elsewhere: you can delete the row when you know that nobody needs it.',
  );
  if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, go)) !== go) return undefined;
  const again = await store.store({ ...request, variable: free });
  if (again.kind === 'failed') throw new UserError(again.reason);
  return free;
}

function freeName(variable: string, taken: readonly string[]): string {
  for (let number = 2; ; number++) if (!taken.includes(`${variable}_${number}`)) return `${variable}_${number}`;
}
