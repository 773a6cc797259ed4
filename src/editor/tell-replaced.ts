// What people are told after a replacement: a line in the status bar, or one message when there is more to know or to do.

import * as vscode from 'vscode';
import { type Phrase, phrase } from '../engine/phrase.ts';
import type { LoadingAdvice } from '../engine/project/loads-environment.ts';
import { translate } from './convert.ts';
import { linkCommands } from './ids.ts';
import type { Part, Stay } from './replacement.ts';
import type { UntrackRequest } from './requests.ts';
import type { StoredValues } from './store-values.ts';
import { chooseStay, type StaysDeps, tellStays } from './tell-stays.ts';

export interface Outcome {
  readonly parts: readonly Part[];
  readonly stays: readonly Stay[];
  readonly stored: StoredValues;
  readonly loading: LoadingAdvice | undefined;
}

/** Resolves when the message is gone: nobody should wait for that. */
export async function tellReplaced(deps: StaysDeps, outcome: Outcome): Promise<void> {
  const { stored, stays, loading, parts } = outcome;
  const next = parts.flatMap(({ plan }) => plan.next ?? []);
  const warnings = [...stored.notes, ...(stays.length > 0 ? [tellStays(stays)] : [])];
  const rest = unique([...warnings, ...next, ...(loading ? [loading.note] : [])]);
  const done = translate(tellStored(outcome));
  if (rest.length === 0) {
    vscode.window.setStatusBarMessage(`$(pass) ${done}`, 8000);
    return;
  }
  const actions = actionsFor(deps, outcome);
  const show = warnings.length > 0 ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  const chosen = await show([done, ...rest.map(translate)].join(' '), ...actions.map(({ title }) => title));
  await actions.find(({ title }) => title === chosen)?.run();
}

function tellStored({ parts, stored }: Outcome): Phrase {
  const [{ path, already }] = stored.files;
  const variable = parts[0]?.plan.variable ?? '';
  const file = vscode.workspace.asRelativePath(path);
  if (parts.length > 1) return phrase('{0} is stored in {1} and read from there in {2} files.', variable, file, parts.length);
  return already ? phrase('{0} was already stored in {1}.', variable, file) : phrase('{0} is stored in {1}.', variable, file);
}

interface Action {
  readonly title: string;
  readonly run: () => Promise<void>;
}

function actionsFor(deps: StaysDeps, { stays, stored, loading }: Outcome): readonly Action[] {
  const actions: Action[] = [];
  const tracked = stored.files.find(file => file.tracked);
  if (stays.length > 0) actions.push({ title: vscode.l10n.t('Show What Stays'), run: () => chooseStay(deps, stays) });
  if (tracked) {
    const request: UntrackRequest = { uri: vscode.Uri.file(tracked.path) };
    const run = async (): Promise<void> => vscode.commands.executeCommand(linkCommands.untrack, request);
    actions.push({ title: vscode.l10n.t('Stop Tracking…'), run });
  }
  if (loading) {
    const run = async (): Promise<void> => vscode.env.clipboard.writeText(loading.copy);
    actions.push({ title: loading.kind === 'command' ? vscode.l10n.t('Copy Command') : vscode.l10n.t('Copy Line'), run });
  }
  return actions;
}

function unique(phrases: readonly Phrase[]): readonly Phrase[] {
  return [...new Map(phrases.map(one => [JSON.stringify(one), one])).values()];
}
