// The Key Details view below the tree: everything known of the selected key. A tree rather than a web page, so that it reads,
// moves and looks as the editor's other views do.

import * as vscode from 'vscode';
import type { Boundary } from '../commands.ts';
import { translate } from '../convert.ts';
import { DisposableStore } from '../disposables.ts';
import { commands, views } from '../ids.ts';
import type { KeysStore } from '../keys-store.ts';
import type { ProblemsStore } from '../problems-store.ts';
import { adviceOn } from '../views/key-details-outline.ts';
import { KeyDetailsTree } from '../views/key-details-tree.ts';
import type { KeysNode } from '../views/keys-outline.ts';

export interface KeyDetailsDeps {
  readonly keys: KeysStore;
  readonly problems: ProblemsStore;
  readonly keysView: Pick<vscode.TreeView<KeysNode>, 'selection' | 'onDidChangeSelection'>;
  readonly boundary: Boundary;
}

export function registerKeyDetails({ keys, problems, keysView, boundary }: KeyDetailsDeps): vscode.Disposable {
  const store = new DisposableStore();
  const tree = store.add(new KeyDetailsTree(keys, problems));
  const view = store.add(vscode.window.createTreeView(views.keyDetails, { treeDataProvider: tree }));
  const tell = (): void => {
    const { key } = tree;
    view.description = key?.title ?? '';
    view.message = key ? translate(adviceOn(key)) : '';
  };
  store.add(keys.onDidChange(boundary.guardSync('key details', tell)));
  const showSelected = (node: KeysNode | undefined): void => {
    if (!node || node.kind === 'group') return;
    tree.show(node.key.id);
    tell();
  };
  store.add(keysView.onDidChangeSelection(boundary.guardSync('key details', ({ selection }) => showSelected(selection[0]))));
  store.add(
    boundary.registerCommand(commands.showKeyDetails, async (node?: KeysNode) => {
      showSelected(node ?? keysView.selection[0]);
      await vscode.commands.executeCommand(`${views.keyDetails}.focus`);
    }),
  );
  return store;
}
