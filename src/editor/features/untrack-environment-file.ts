// “Stop Tracking in Git”: an environment file that was committed stays on disk and leaves the repository with the next commit.

import * as vscode from 'vscode';
import { phrase } from '../../engine/phrase.ts';
import type { ValueStore } from '../abilities.ts';
import type { Boundary } from '../commands.ts';
import { DisposableStore } from '../disposables.ts';
import { folderOf, isEnvironmentFile } from '../documents.ts';
import { commands, linkCommands } from '../ids.ts';
import type { UntrackRequest } from '../requests.ts';
import { UserError } from '../user-error.ts';

export interface UntrackDeps {
  readonly store: ValueStore | undefined;
  readonly boundary: Boundary;
}

export function registerUntrackEnvironmentFile({ store, boundary }: UntrackDeps): vscode.Disposable {
  const disposables = new DisposableStore();
  disposables.add(boundary.registerCommand(linkCommands.untrack, ({ uri }: UntrackRequest) => untrack(store, uri)));
  disposables.add(
    boundary.registerCommand(commands.untrackEnvironmentFile, async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (!document || !isEnvironmentFile(document)) throw new UserError(phrase('Open the environment file that git should not track.'));
      await untrack(store, document.uri);
    }),
  );
  return disposables;
}

/** Only after a person has agreed: everybody who pulls the commit loses their copy of the file. */
async function untrack(store: ValueStore | undefined, uri: vscode.Uri): Promise<void> {
  if (!store || uri.scheme !== 'file') throw new UserError(phrase('This file is not on a disk that Key Hygiene can write to.'));
  if (!vscode.workspace.isTrusted) throw new UserError(phrase('Git is not run in Restricted Mode.'));
  const file = vscode.workspace.asRelativePath(uri);
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const go = vscode.l10n.t('Stop Tracking');
  const detail = vscode.l10n.t(
    'Has git ignore {0} and runs “git rm --cached {0}”. The file stays on your disk and is deleted for everybody else with your next commit; its history keeps the values, so rotate them. “git add -f {0}” takes it back.',
    name,
  );
  const chosen = await vscode.window.showWarningMessage(vscode.l10n.t('Should git stop tracking {0}?', file), { modal: true, detail }, go);
  if (chosen !== go) return;
  const root = (folderOf(uri)?.uri ?? vscode.Uri.joinPath(uri, '..')).fsPath;
  const result = await store.untrack({ path: uri.fsPath, root });
  if (result.kind === 'failed') throw new UserError(result.reason);
  vscode.window.setStatusBarMessage(`$(pass) ${vscode.l10n.t('{0} leaves the repository with the next commit.', file)}`, 8000);
}
