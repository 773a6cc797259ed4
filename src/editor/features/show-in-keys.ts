// "Show in Keys": from a key in the editor to its row in the tree.

import * as vscode from 'vscode';
import { phrase } from '../../engine/phrase.ts';
import type { PlacedUsage } from '../../engine/usages/key.ts';
import type { Boundary } from '../commands.ts';
import { DisposableStore } from '../disposables.ts';
import { commands, contextKeys } from '../ids.ts';
import type { KeysStore } from '../keys-store.ts';
import { setContext } from '../set-context.ts';
import { UserError } from '../user-error.ts';
import type { KeysNode } from '../views/keys-outline.ts';
import type { KeysTree } from '../views/keys-tree.ts';

export interface ShowInKeysDeps {
  readonly keys: KeysStore;
  readonly tree: KeysTree;
  readonly view: vscode.TreeView<KeysNode>;
  readonly boundary: Boundary;
}

export function registerShowInKeys({ keys, tree, view, boundary }: ShowInKeysDeps): vscode.Disposable {
  const store = new DisposableStore();
  store.add(
    boundary.registerCommand(commands.showInKeys, async () => {
      const usage = usageAtCursor(keys);
      const key = usage && keys.keyOf(usage);
      if (!key) throw new UserError(phrase('There is no key in this line.'));
      const find = (): KeysNode | undefined => tree.find(node => node.kind === 'key' && node.key.id === key.id);
      if (!tree.find(node => (node.kind === 'key' || node.kind === 'usage') && node.key.id === key.id)) {
        await vscode.commands.executeCommand(commands.clearFilter);
      }
      const row = tree.find(node => node.kind === 'usage' && isSamePlace(node.usage, usage)) ?? find();
      if (row) await view.reveal(row, { select: true, focus: true, expand: true });
    }),
  );

  // The menu of an editor is made before anybody could look what is under the pointer: the file decides.
  let told = false;
  const tellMenu = boundary.guard('editor with keys', async () => {
    const document = vscode.window.activeTextEditor?.document;
    const hasKeys = document !== undefined && keys.usagesIn(document.uri).length > 0;
    if (hasKeys === told) return;
    told = hasKeys;
    await setContext(contextKeys.editorHasKeys, hasKeys);
  });
  store.add(vscode.window.onDidChangeActiveTextEditor(tellMenu));
  store.add(keys.onDidChange(tellMenu));
  return store;
}

/** The usage on the cursor's line that is nearest to it. */
function usageAtCursor(keys: KeysStore): PlacedUsage | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const { line, character } = editor.selection.active;
  const inLine = keys.usagesIn(editor.document.uri).filter(usage => usage.line === line && keys.keyOf(usage) !== undefined);
  const gap = ({ column, span }: PlacedUsage): number => Math.max(column - character, character - (column + span.end - span.start), 0);
  return inLine.toSorted((a, b) => gap(a) - gap(b))[0];
}

function isSamePlace(a: PlacedUsage, b: PlacedUsage): boolean {
  return a.uri === b.uri && a.line === b.line && a.column === b.column;
}
