// Answers questions in the place of a person: picks, input boxes and messages that need an answer, in the order in which they are asked.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** `items`: the choices, or the buttons. `validate`: what an input box says of a text that it does not take. */
export type Answer = (items: readonly unknown[], validate: Validate) => unknown;

type Validate = (text: string) => Promise<string | undefined>;

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
  /** `wrong`: texts that are tried before, with what is said of each. */
  type:
    (text: string, wrong: Readonly<Record<string, RegExp>> = {}): Answer =>
    async (_, validate) => {
      for (const [mistake, said] of Object.entries(wrong)) assert.match((await validate(mistake)) ?? 'taken', said, mistake);
      assert.equal(await validate(text), undefined, text);
      return text;
    },
};

export interface Answers extends vscode.Disposable {
  /** How many were not asked for. */
  left(): number;
  /** What was asked: titles of lists and boxes, messages with their details. */
  readonly asked: readonly string[];
  /** The texts of all messages, with what stands below them. */
  said(): readonly string[];
}

/** Until it is disposed. Messages that need no answer are let pass. */
export function answers(...given: readonly Answer[]): Answers {
  const rest = [...given];
  const asked: string[] = [];
  const said: string[] = [];
  const window = vscode.window as unknown as Record<string, (...args: unknown[]) => unknown>;
  const originals = ['showQuickPick', 'showInputBox', ...Object.keys(needsAnswer)].map(name => [name, window[name]] as const);
  const next = (question: string, items: readonly unknown[], options?: Question): unknown => {
    asked.push(question);
    return (rest.shift() ?? assert.fail(`a question too many: ${question}`))(items, validatorOf(options));
  };
  window['showQuickPick'] = async (items, options) =>
    next((options as Question | undefined)?.title ?? '', (await items) as readonly unknown[]);
  window['showInputBox'] = async options => next((options as Question).title ?? '', [], options as Question);
  for (const [name, needs] of Object.entries(needsAnswer)) {
    window[name] = async (message, ...items) => {
      const buttons = items.filter(item => typeof item === 'string');
      const options = items.find(item => typeof item === 'object') as Question | undefined;
      const question = [message, options?.detail ?? ''].join('\n').trim();
      said.push(question);
      return buttons.length > 0 && needs(options) ? next(question, buttons) : undefined;
    };
  }
  return {
    left: () => rest.length,
    asked,
    said: () => said,
    dispose() {
      for (const [name, original] of originals) if (original) window[name] = original;
    },
  };
}

interface Question {
  readonly title?: string;
  readonly modal?: boolean;
  readonly detail?: string;
  readonly validateInput?: vscode.InputBoxOptions['validateInput'];
}

/** With buttons. What is told after something was done may stay on the screen for good. */
const needsAnswer: Readonly<Record<string, (options: Question | undefined) => boolean>> = {
  showWarningMessage: () => true,
  showErrorMessage: () => true,
  showInformationMessage: options => options?.modal === true,
};

function validatorOf(options: Question | undefined): Validate {
  return async text => {
    const said = await options?.validateInput?.(text);
    if (said === undefined || said === null || typeof said === 'string') return said ?? undefined;
    return said.severity === vscode.InputBoxValidationSeverity.Info ? undefined : said.message;
  };
}
