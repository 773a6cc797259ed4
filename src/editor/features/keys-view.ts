// The Keys view: its tree, badge, grouping and filter.

import * as vscode from 'vscode';
import type { Boundary } from '../commands.ts';
import { DisposableStore } from '../disposables.ts';
import { commands, contextKeys, views } from '../ids.ts';
import type { KeyProblems } from '../key-problems.ts';
import type { KeysStore } from '../keys-store.ts';
import { setContext } from '../set-context.ts';
import { askForFilter, describeFilter } from '../views/ask-for-filter.ts';
import { isFilter, type KeysFilter, noFilter } from '../views/keys-filter.ts';
import { type Grouping, groupings, type KeysNode } from '../views/keys-outline.ts';
import { KeysTree } from '../views/keys-tree.ts';

export interface KeysViewDeps {
  readonly keys: KeysStore;
  readonly problems: KeyProblems;
  /** Remembers the grouping from session to session. */
  readonly memory: vscode.Memento;
  readonly boundary: Boundary;
}

export interface KeysView extends vscode.Disposable {
  readonly tree: KeysTree;
  readonly view: vscode.TreeView<KeysNode>;
  /** The view as a scan sees it: where it has no message, that of the filter stands. */
  readonly progress: Pick<vscode.TreeView<KeysNode>, 'message' | 'visible' | 'onDidChangeVisibility'>;
}

const groupingMemory = 'keys.grouping';

export function registerKeysView({ keys, problems, memory, boundary }: KeysViewDeps): KeysView {
  const store = new DisposableStore();
  const remembered = groupings.find(grouping => grouping === memory.get(groupingMemory)) ?? 'key';
  const tree = store.add(new KeysTree({ keys, problems, grouping: remembered }));
  const view = store.add(vscode.window.createTreeView(views.keys, { treeDataProvider: tree, showCollapseAll: true, canSelectMany: true }));
  let scanMessage = '';
  const tell = (): void => {
    view.description = descriptionOf(tree.grouping);
    view.message = scanMessage === '' ? filterMessage(tree, keys) : scanMessage;
    showBadge(view, keys, problems);
  };
  store.add(keys.onDidChange(boundary.guardSync('keys view', tell)));
  store.add(problems.onDidChange(boundary.guardSync('keys view', tell)));
  // Commands of rows are offered where a keyboard finds them, too: they work on what is selected.
  store.add(
    view.onDidChangeSelection(
      boundary.guard('selection', ({ selection }) =>
        setContext(
          contextKeys.rowSelected,
          selection.some(({ kind }) => kind !== 'group'),
        ),
      ),
    ),
  );
  tell();

  const group = async (grouping: Grouping): Promise<void> => {
    // First: whoever sees it grouped and closes the window at once finds it so again.
    const kept = memory.update(groupingMemory, grouping);
    tree.show({ grouping });
    tell();
    await kept;
  };
  store.add(boundary.registerCommand(commands.groupByKey, () => group('key')));
  store.add(boundary.registerCommand(commands.groupByProvider, () => group('provider')));
  store.add(boundary.registerCommand(commands.groupByFile, () => group('file')));
  store.add(boundary.registerCommand(commands.groupByEnvironment, () => group('environment')));
  store.add(boundary.registerCommand(commands.groupByStorage, () => group('grade')));
  store.add(boundary.registerCommand(commands.groupByProblem, () => group('problem')));

  const filter = async (wanted: KeysFilter): Promise<void> => {
    tree.show({ filter: wanted });
    tell();
    await setContext(contextKeys.filtered, isFilter(wanted));
  };
  store.add(
    boundary.registerCommand(commands.filterKeys, async () => {
      const wanted = await askForFilter(tree.filter);
      if (wanted) await filter(wanted);
    }),
  );
  store.add(boundary.registerCommand(commands.clearFilter, () => filter(noFilter)));
  const progress: KeysView['progress'] = {
    onDidChangeVisibility: view.onDidChangeVisibility,
    get visible() {
      return view.visible;
    },
    get message() {
      return scanMessage;
    },
    set message(text) {
      scanMessage = text ?? '';
      tell();
    },
  };
  return { tree, view, progress, dispose: () => store.dispose() };
}

/** Nothing for the grouping that the view starts with. */
function descriptionOf(grouping: Grouping): string {
  const descriptions: Readonly<Record<Grouping, string>> = {
    key: '',
    provider: vscode.l10n.t('by provider'),
    file: vscode.l10n.t('by file'),
    environment: vscode.l10n.t('by environment'),
    grade: vscode.l10n.t('by storage'),
    problem: vscode.l10n.t('by problem'),
  };
  return descriptions[grouping];
}

function filterMessage(tree: KeysTree, keys: KeysStore): string {
  if (!isFilter(tree.filter)) return '';
  const filter = describeFilter(tree.filter);
  const shown = tree.shownKeys().size;
  if (shown === 0) return vscode.l10n.t('No key matches {0}.', filter);
  return vscode.l10n.t('{0} of {1} keys match {2}.', shown, keys.keys().length, filter);
}

/** Keys that should be looked after now: written in code, or with an error of a check. */
function showBadge(view: vscode.TreeView<KeysNode>, keys: KeysStore, problems: KeyProblems): void {
  const all = keys.keys();
  const hardcoded = all.filter(key => key.hardcoded > 0);
  const urgent = all.filter(key => key.hardcoded === 0 && problems.worstOf(key) === 'error');
  const value = hardcoded.length + urgent.length;
  const parts = [
    vscode.l10n.t('hardcoded keys: {0}', hardcoded.length),
    ...(urgent.length === 0 ? [] : [vscode.l10n.t('other keys with urgent problems: {0}', urgent.length)]),
  ];
  view.badge = value === 0 ? undefined : { value, tooltip: parts.join(', ') };
}
