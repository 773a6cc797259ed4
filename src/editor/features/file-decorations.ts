// A badge in the explorer on files that hold live keys where they have no business, and on the folders around them.

import * as vscode from 'vscode';
import { isMovable } from '../../engine/usages/is-movable.ts';
import type { Key } from '../../engine/usages/key.ts';
import type { Boundary } from '../commands.ts';
import { DisposableStore } from '../disposables.ts';
import type { KeysStore } from '../keys-store.ts';

export interface FileDecorationsDeps {
  readonly keys: KeysStore;
  readonly boundary: Boundary;
}

export function registerFileDecorations({ keys, boundary }: FileDecorationsDeps): vscode.Disposable {
  const store = new DisposableStore();
  const changed = store.add(new vscode.EventEmitter<vscode.Uri[]>());
  let counts: ReadonlyMap<string, number> = new Map();
  store.add(
    keys.onDidChange(
      boundary.guardSync('file decorations', () => {
        const before = counts;
        counts = liveKeysByFile(keys.keys());
        const different = [...new Set([...before.keys(), ...counts.keys()])].filter(uri => before.get(uri) !== counts.get(uri));
        if (different.length > 0) changed.fire(different.map(uri => vscode.Uri.parse(uri)));
      }),
    ),
  );
  store.add(
    vscode.window.registerFileDecorationProvider({
      onDidChangeFileDecorations: changed.event,
      provideFileDecoration: uri => decorationOf(counts.get(uri.toString()) ?? 0),
    }),
  );
  return store;
}

/** How many keys each file holds that a fix could take out of it. Test keys and what may be public do no harm there. */
function liveKeysByFile(keys: readonly Key[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, usages } of keys) {
    if (kind === 'test' || kind === 'publishable' || kind === 'identifier') continue;
    for (const uri of new Set(usages.filter(isMovable).map(usage => usage.uri))) counts.set(uri, (counts.get(uri) ?? 0) + 1);
  }
  return counts;
}

function decorationOf(count: number): vscode.FileDecoration | undefined {
  if (count === 0) return undefined;
  const tooltip = vscode.l10n.t('keys written in this file: {0}', count);
  const decoration = new vscode.FileDecoration('K', tooltip, new vscode.ThemeColor('list.warningForeground'));
  decoration.propagate = true;
  return decoration;
}
