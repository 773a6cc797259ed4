// Open documents show what we wrote to their files. VS Code’s watcher sees to that by itself, but not always soon, and never where
// `files.watcherExclude` leaves a file out: what is encrypted on disk must not stay on screen in the clear.

import * as vscode from 'vscode';
import { readText } from './read-text.ts';

/** Mostly the watcher is faster than this. */
const WATCHER_MS = 1000;

/** Resolves when documents of files with these names show what is on disk. What a person has typed and not saved stays theirs. */
export async function followDisk(paths: readonly string[]): Promise<void> {
  // By name, as one file has several paths where there are links. A document that shows its file already costs a look.
  const names = new Set(paths.map(nameOf));
  const open = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === 'file' && names.has(nameOf(uri.path)));
  await Promise.all(open.map(follow));
}

async function follow(document: vscode.TextDocument): Promise<void> {
  const { version } = document;
  const isAsItWas = (): boolean => !document.isDirty && !document.isClosed && document.version === version;
  const written = isAsItWas() ? await textOnDisk(document) : undefined;
  if (written === undefined || written === document.getText()) return;
  await nextChange(document);
  const text = isAsItWas() ? await textOnDisk(document) : undefined;
  if (text === undefined || text === document.getText() || !isAsItWas()) return;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, ...difference(document, text));
  // Refused where the document has another version by now: then somebody is typing.
  if (!(await vscode.workspace.applyEdit(edit))) return;
  // Writes nothing: VS Code sees that the file has this very text. Before 1.98 it took that for a conflict; going back to the file ends it.
  // https://github.com/microsoft/vscode/pull/241443
  const isSaved = await document.save();
  const isInFront = vscode.window.activeTextEditor?.document === document;
  if (!isSaved && isInFront && document.getText() === text) await vscode.commands.executeCommand('workbench.action.files.revert');
}

/** At most as long as the watcher is waited for. */
function nextChange(document: vscode.TextDocument): Promise<void> {
  return new Promise(resolve => {
    const done = (): void => {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    };
    const timer = setTimeout(done, WATCHER_MS);
    const listener = vscode.workspace.onDidChangeTextDocument(event => {
      if (event.document === document) done();
    });
  });
}

/** As the document would show it: one kind of line break, no byte order mark. */
async function textOnDisk({ uri, eol }: vscode.TextDocument): Promise<string | undefined> {
  const text = await readText(uri);
  return text?.replace(/\r\n|\r|\n/g, eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n');
}

/** Only what differs, so that cursors elsewhere stay where they are. */
function difference(document: vscode.TextDocument, text: string): [vscode.Range, string] {
  const before = document.getText();
  const most = Math.min(before.length, text.length);
  let start = 0;
  while (start < most && before[start] === text[start]) start++;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === text[text.length - 1 - same]) same++;
  const range = new vscode.Range(document.positionAt(start), document.positionAt(before.length - same));
  return [range, text.slice(start, text.length - same)];
}

function nameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
