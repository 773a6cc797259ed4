// The Keys view: its tree, badge, grouping and filter.

import * as vscode from 'vscode';
import type { Boundary } from '../commands.ts';
import { DisposableStore } from '../disposables.ts';
import { commands, contextKeys, views } from '../ids.ts';
import type { KeysStore } from '../keys-store.ts';
import { setContext } from '../set-context.ts';
import type { Grouping, KeysNode } from '../views/keys-outline.ts';
import { KeysTree } from '../views/keys-tree.ts';

export interface KeysViewDeps {
  readonly keys: KeysStore;
  readonly boundary: Boundary;
}

export interface KeysView extends vscode.Disposable {
  readonly tree: KeysTree;
  readonly view: vscode.TreeView<KeysNode>;
}

export function registerKeysView({ keys, boundary }: KeysViewDeps): KeysView {
  const store = new DisposableStore();
  const tree = store.add(new KeysTree(keys));
  const view = store.add(vscode.window.createTreeView(views.keys, { treeDataProvider: tree, showCollapseAll: true }));
  store.add(keys.onDidChange(boundary.guardSync('badge', () => showBadge(view, keys))));

  const group = (grouping: Grouping): void => tree.show({ grouping });
  store.add(boundary.registerCommand(commands.groupByKey, () => group('key')));
  store.add(boundary.registerCommand(commands.groupByProvider, () => group('provider')));
  store.add(boundary.registerCommand(commands.groupByFile, () => group('file')));

  const filter = async (text: string): Promise<void> => {
    tree.show({ filter: text });
    view.description = text === '' ? '' : vscode.l10n.t('filtered by “{0}”', text);
    view.message = text !== '' && tree.getChildren().length === 0 ? vscode.l10n.t('No key matches “{0}”.', text) : '';
    await setContext(contextKeys.filtered, text !== '');
  };
  store.add(
    boundary.registerCommand(commands.filterKeys, async () => {
      const prompt = vscode.l10n.t('Show keys with this in their name, provider or file');
      const text = await vscode.window.showInputBox({ prompt, value: tree.filter });
      if (text !== undefined) await filter(text.trim());
    }),
  );
  store.add(boundary.registerCommand(commands.clearFilter, () => filter('')));
  return { tree, view, dispose: () => store.dispose() };
}

function showBadge(view: vscode.TreeView<KeysNode>, keys: KeysStore): void {
  const value = keys.keys().filter(({ hardcoded }) => hardcoded > 0).length;
  view.badge = value === 0 ? undefined : { value, tooltip: vscode.l10n.t('hardcoded keys: {0}', value) };
}
