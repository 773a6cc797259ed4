// The tree behind the Keys view: a projection of the index of keys.

import * as vscode from 'vscode';
import type { KeysStore } from '../keys-store.ts';
import { itemOf } from './keys-item.ts';
import { type Grouping, type KeysNode, outlineOf } from './keys-outline.ts';

export class KeysTree implements vscode.TreeDataProvider<KeysNode>, vscode.Disposable {
  readonly #keys: KeysStore;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;
  readonly onDidChangeTreeData = this.#changed.event;
  #grouping: Grouping = 'key';
  #filter = '';

  constructor(keys: KeysStore) {
    this.#keys = keys;
    this.#subscription = keys.onDidChange(() => this.#changed.fire());
  }

  get filter(): string {
    return this.#filter;
  }

  /** Groups in another way, or shows only what the text is found in. */
  show({ grouping = this.#grouping, filter = this.#filter }: { readonly grouping?: Grouping; readonly filter?: string }): void {
    this.#grouping = grouping;
    this.#filter = filter;
    this.#changed.fire();
  }

  getChildren(node?: KeysNode): KeysNode[] {
    if (!node) return [...outlineOf(this.#keys.keys(), this.#grouping, this.#filter)];
    return node.kind === 'usage' ? [] : [...node.children];
  }

  getTreeItem(node: KeysNode): vscode.TreeItem {
    return itemOf(node);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}
