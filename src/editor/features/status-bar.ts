// One item in the status bar: how many keys are hardcoded, and a click to the Keys view.

import * as vscode from 'vscode';
import type { Boundary } from '../commands.ts';
import { DisposableStore } from '../disposables.ts';
import { views } from '../ids.ts';
import type { KeysStore } from '../keys-store.ts';

export interface StatusBarDeps {
  readonly keys: KeysStore;
  readonly boundary: Boundary;
}

export function registerStatusBar({ keys, boundary }: StatusBarDeps): vscode.Disposable {
  const store = new DisposableStore();
  const item = store.add(vscode.window.createStatusBarItem('keyHygiene.status', vscode.StatusBarAlignment.Left));
  item.name = 'Key Hygiene';
  item.command = `${views.keys}.focus`;
  const show = (): void => {
    const all = keys.keys();
    const hardcoded = all.filter(key => key.hardcoded > 0).length;
    item.text = hardcoded === 0 ? `$(key) ${all.length}` : `$(key) ${vscode.l10n.t('{0} hardcoded', hardcoded)}`;
    item.tooltip = vscode.l10n.t('Key Hygiene: {0} keys, {1} of them hardcoded. Show them in the Keys view.', all.length, hardcoded);
    item.accessibilityInformation = { label: item.tooltip };
    // There is nothing to say of a workspace without keys.
    if (all.length > 0) item.show();
    else item.hide();
  };
  store.add(keys.onDidChange(boundary.guardSync('status bar', show)));
  show();
  return store;
}
