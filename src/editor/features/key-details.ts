// The Key Details view below the tree, once it was asked for: everything known of the selected key. A tree rather than a web page,
// so that it reads, moves and looks as the editor's other views do.

import * as vscode from 'vscode';
import type { Key } from '../../engine/usages/key.ts';
import type { Boundary } from '../commands.ts';
import { translate } from '../convert.ts';
import { DisposableStore } from '../disposables.ts';
import { commands, contextKeys, views } from '../ids.ts';
import type { KeyProblems } from '../key-problems.ts';
import type { KeysStore } from '../keys-store.ts';
import { setContext } from '../set-context.ts';
import { adviceOn, type DetailNode } from '../views/key-details-outline.ts';
import { KeyDetailsTree } from '../views/key-details-tree.ts';
import type { KeysNode } from '../views/keys-outline.ts';

export interface KeyDetailsDeps {
  readonly keys: KeysStore;
  readonly problems: KeyProblems;
  readonly keysView: Pick<vscode.TreeView<KeysNode>, 'selection' | 'onDidChangeSelection'>;
  /** Remembers from session to session whether it is shown. */
  readonly memory: vscode.Memento;
  readonly boundary: Boundary;
}

const shownMemory = 'keyDetails.shown';

export interface KeyDetails extends vscode.Disposable {
  /** The row that is selected in it. */
  readonly selected: () => DetailNode | undefined;
  /** The key it shows. */
  readonly key: () => Key | undefined;
}

export function registerKeyDetails({ keys, problems, keysView, memory, boundary }: KeyDetailsDeps): KeyDetails {
  const store = new DisposableStore();
  const tree = store.add(new KeyDetailsTree(keys, problems));
  const view = store.add(vscode.window.createTreeView(views.keyDetails, { treeDataProvider: tree }));
  const tell = (): void => {
    const { key } = tree;
    view.description = key?.title ?? '';
    view.message = key ? translate(adviceOn(key)) : '';
  };
  store.add(keys.onDidChange(boundary.guardSync('key details', tell)));
  store.add(
    view.onDidChangeSelection(boundary.guard('key details', ({ selection }) => setContext(contextKeys.rowSelected, selection.length > 0))),
  );
  const showSelected = (node: KeysNode | undefined): void => {
    if (!node || node.kind === 'group' || node.kind === 'problem') return;
    tree.show(node.key.id);
    tell();
  };
  store.add(keysView.onDidChangeSelection(boundary.guardSync('key details', ({ selection }) => showSelected(selection[0]))));
  const setShown = async (shown: boolean): Promise<void> => {
    await setContext(contextKeys.detailsShown, shown);
    await memory.update(shownMemory, shown);
  };
  if (memory.get(shownMemory) === true) boundary.guard('key details', setShown)(true);
  store.add(
    boundary.registerCommand(commands.showKeyDetails, async (node?: KeysNode) => {
      showSelected(node ?? keysView.selection[0]);
      await setShown(true);
      await vscode.commands.executeCommand(`${views.keyDetails}.focus`);
    }),
  );
  store.add(boundary.registerCommand(commands.hideKeyDetails, () => setShown(false)));
  return { selected: () => view.selection[0], key: () => tree.key, dispose: () => store.dispose() };
}
