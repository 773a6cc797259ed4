// The question behind "Filter Keys…": text to type, states to tick.

import * as vscode from 'vscode';
import { type FilterState, filterStates, isFilter, type KeysFilter } from './keys-filter.ts';
import { stateTitle } from './keys-item.ts';
import { gradeIcons } from './signs.ts';

interface StateItem extends vscode.QuickPickItem {
  readonly state: FilterState;
}

/** `undefined` when the question is left without an answer. */
export function askForFilter(now: KeysFilter): Promise<KeysFilter | undefined> {
  const box = vscode.window.createQuickPick<StateItem>();
  box.title = vscode.l10n.t('Filter Keys');
  box.placeholder = vscode.l10n.t('A name, provider or file; tick states to show those only');
  box.canSelectMany = true;
  box.value = now.text;
  box.items = filterStates.map(itemOf);
  box.selectedItems = box.items.filter(({ state }) => now.states.includes(state));
  return new Promise(resolve => {
    box.onDidAccept(() => {
      resolve({ text: box.value.trim(), states: box.selectedItems.map(({ state }) => state) });
      box.hide();
    });
    box.onDidHide(() => {
      resolve(undefined);
      box.dispose();
    });
    box.show();
  });
}

/** The filter in a few words: “stripe”, hardcoded. */
export function describeFilter({ text, states }: KeysFilter): string {
  if (!isFilter({ text, states })) return '';
  const titles = states.map(stateTitle);
  return [text === '' ? [] : [`“${text}”`], titles.length === 0 ? [] : [titles.join(' / ')]].flat().join(', ');
}

/** Shown whatever the text is: that is for keys, not for this list. */
function itemOf(state: FilterState): StateItem {
  const icon = state in gradeIcons ? gradeIcons[state as keyof typeof gradeIcons] : 'info';
  return { label: stateTitle(state), iconPath: new vscode.ThemeIcon(icon), alwaysShow: true, state };
}
