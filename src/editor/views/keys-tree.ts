// The tree behind the Keys view: a projection of the index of keys, made once for each change of it.

import * as vscode from 'vscode';
import type { Key } from '../../engine/usages/key.ts';
import { DisposableStore } from '../disposables.ts';
import type { KeyProblems } from '../key-problems.ts';
import type { KeysStore } from '../keys-store.ts';
import { type KeysFilter, noFilter } from './keys-filter.ts';
import { itemOf } from './keys-item.ts';
import { type Grouping, type KeysNode, outlineOf } from './keys-outline.ts';

export class KeysTree implements vscode.TreeDataProvider<KeysNode>, vscode.Disposable {
  readonly #keys: KeysStore;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #problems: KeyProblems;
  readonly #store = new DisposableStore();
  readonly onDidChangeTreeData = this.#changed.event;
  #grouping: Grouping;
  #filter = noFilter;
  #roots: readonly KeysNode[] | undefined;
  #parents: ReadonlyMap<string, KeysNode> | undefined;

  constructor({ keys, problems, grouping }: { readonly keys: KeysStore; readonly problems: KeyProblems; readonly grouping: Grouping }) {
    this.#keys = keys;
    this.#problems = problems;
    this.#grouping = grouping;
    this.#store.add(this.#changed);
    this.#store.add(keys.onDidChange(() => this.#refresh()));
    this.#store.add(problems.onDidChange(() => this.#refresh()));
  }

  get grouping(): Grouping {
    return this.#grouping;
  }

  get filter(): KeysFilter {
    return this.#filter;
  }

  /** Groups in another way, or shows only what the filter lets through. */
  show({ grouping = this.#grouping, filter = this.#filter }: { readonly grouping?: Grouping; readonly filter?: KeysFilter }): void {
    this.#grouping = grouping;
    this.#filter = filter;
    this.#refresh();
  }

  getChildren(node?: KeysNode): KeysNode[] {
    if (!node) return [...this.#outline()];
    return [...childrenOf(node)];
  }

  getParent(node: KeysNode): KeysNode | undefined {
    this.#parents ??= parentsIn(this.#outline());
    return this.#parents.get(node.id);
  }

  getTreeItem(node: KeysNode): vscode.TreeItem {
    return itemOf(node, this.#problems);
  }

  /** The first row that the test is true of, from the top. */
  find(test: (node: KeysNode) => boolean): KeysNode | undefined {
    return firstIn(this.#outline(), test);
  }

  /** The keys that are shown, each once. */
  shownKeys(): ReadonlySet<Key> {
    const keys = new Set<Key>();
    const collect = (nodes: readonly KeysNode[]): void => {
      for (const node of nodes) {
        if (node.kind === 'group') collect(node.children);
        else if (node.kind !== 'problem') keys.add(node.key);
      }
    };
    collect(this.#outline());
    return keys;
  }

  dispose(): void {
    this.#store.dispose();
  }

  #refresh(): void {
    this.#roots = undefined;
    this.#parents = undefined;
    this.#changed.fire();
  }

  #outline(): readonly KeysNode[] {
    if (this.#roots) return this.#roots;
    const problems = this.#problems;
    this.#roots = outlineOf(this.#keys.keys(), {
      grouping: this.#grouping,
      filter: this.#filter,
      problemsOf: key => problems.of(key),
      allProblems: () => problems.all(),
      severityOf: problem => problems.severityOf(problem),
    });
    return this.#roots;
  }
}

function childrenOf(node: KeysNode): readonly KeysNode[] {
  return node.kind === 'group' || node.kind === 'key' ? node.children : [];
}

function firstIn(nodes: readonly KeysNode[], test: (node: KeysNode) => boolean): KeysNode | undefined {
  for (const node of nodes) {
    const found = test(node) ? node : firstIn(childrenOf(node), test);
    if (found) return found;
  }
  return undefined;
}

function parentsIn(roots: readonly KeysNode[]): ReadonlyMap<string, KeysNode> {
  const parents = new Map<string, KeysNode>();
  const visit = (node: KeysNode): void => {
    for (const child of childrenOf(node)) {
      parents.set(child.id, node);
      visit(child);
    }
  };
  for (const root of roots) visit(root);
  return parents;
}
