// Answers questions in the place of a person: picks, input boxes and modal messages, in the order in which they are asked.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

export type Answer = (items: readonly unknown[]) => unknown;

function labelOf(item: unknown): string {
  return typeof item === 'string' ? item : ((item as { readonly label?: string }).label ?? '');
}

export const answer = {
  cancel: (): undefined => undefined,
  /** What is ticked stays ticked. */
  acceptTicked: (items: readonly unknown[]): unknown => items.filter(item => (item as { readonly picked?: boolean }).picked),
  pick:
    (label: RegExp): Answer =>
    items =>
      items.find(item => label.test(labelOf(item))) ?? assert.fail(`only ${items.map(labelOf).join(' · ')}`),
  type:
    (text: string): Answer =>
    () =>
      text,
};

export interface Answers extends vscode.Disposable {
  /** How many were not asked for. */
  left(): number;
  /** The texts of all messages, with what stands below them. */
  said(): readonly string[];
}

/** Until it is disposed. Messages without buttons to press are let pass, and those that only inform. */
export function answers(...given: readonly Answer[]): Answers {
  const rest = [...given];
  const window = vscode.window as unknown as Record<string, (...args: unknown[]) => unknown>;
  const said: string[] = [];
  const names = ['showQuickPick', 'showInputBox', 'showInformationMessage', 'showWarningMessage', 'showErrorMessage'];
  const originals = names.map(name => [name, window[name]] as const);
  const next = (items: readonly unknown[]): unknown => (rest.shift() ?? assert.fail('a question too many'))(items);
  window['showQuickPick'] = async items => next((await items) as readonly unknown[]);
  window['showInputBox'] = async () => next([]);
  const tell = (message: unknown, items: readonly unknown[]): readonly unknown[] => {
    const details = items.map(item => (item as { readonly detail?: string }).detail ?? '').filter(detail => detail !== '');
    said.push([message, ...details].join('\n'));
    return items.filter(item => typeof item === 'string');
  };
  window['showInformationMessage'] = async (message, ...items) => {
    tell(message, items);
  };
  window['showWarningMessage'] = async (message, ...items) => {
    const buttons = tell(message, items);
    return buttons.length === 0 ? undefined : next(buttons);
  };
  window['showErrorMessage'] = async (message, ...items) => {
    const buttons = tell(message, items);
    return buttons.length === 0 ? undefined : next(buttons);
  };
  return {
    left: () => rest.length,
    said: () => said,
    dispose() {
      for (const [name, original] of originals) if (original) window[name] = original;
    },
  };
}
