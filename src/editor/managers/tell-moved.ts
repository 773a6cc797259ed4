// What people are told after a key has moved to a secret manager: where it is now, and what is left for them to do.

import * as vscode from 'vscode';
import { addressText } from '../../engine/managers/address-text.ts';
import type { SecretStored } from '../../engine/managers/secret-store.ts';
import { type Phrase, phrase } from '../../engine/phrase.ts';
import { providerById } from '../../engine/rules/providers.ts';
import { translate } from '../convert.ts';
import { commands } from '../ids.ts';
import type { Part, Stay } from '../replacement.ts';
import type { PolicyRequest } from '../requests.ts';
import { chooseStay, type StaysDeps, tellStays } from '../tell-stays.ts';
import type { OpenDesk } from './secret-desk.ts';

export interface Moved {
  readonly desk: OpenDesk;
  readonly stored: SecretStored;
  readonly parts: readonly Part[];
  readonly stays: readonly Stay[];
  readonly notes: readonly Phrase[];
}

/** Resolves when the message is gone: nobody should wait for that. */
export async function tellMoved(deps: StaysDeps, moved: Moved): Promise<void> {
  const { parts, stays, notes } = moved;
  const next = parts.flatMap(({ plan }) => plan.next ?? []);
  const stay = stays.length === 0 ? [] : [tellStays(stays)];
  const shared = phrase('If the code was shared, replace the key as well: it is no secret any more.');
  const sentences = unique([sayDone(moved), ...stay, ...notes, ...next, shared].map(translate));
  const actions = actionsFor(deps, moved);
  const show = stays.length > 0 ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  const chosen = await show(sentences.join(' '), ...actions.map(({ title }) => title));
  await actions.find(({ title }) => title === chosen)?.run();
}

/** Of what happened, so that it stays true when the edit is undone: nobody can take back a message. */
function sayDone({ desk, stored, parts }: Moved): Phrase {
  const [part] = parts;
  const variable = part?.plan.variable ?? '';
  const where = [variable, desk.manager.title, addressText(stored.address)] as const;
  if (part?.wish.way === 'injection') return phrase('{0} was stored in {1} as {2}; the code was made to read its environment.', ...where);
  if (parts.length > 1) return phrase('{0} was stored in {1} as {2}; a lookup took its place in {3} files.', ...where, parts.length);
  return stored.already
    ? phrase('{0} was in {1} already, as {2}; a lookup took its place.', ...where)
    : phrase('{0} was stored in {1} as {2}; a lookup took its place.', ...where);
}

interface Action {
  readonly title: string;
  readonly run: () => Thenable<unknown>;
}

function actionsFor(deps: StaysDeps, { desk, stored, parts, stays }: Moved): readonly Action[] {
  const actions: Action[] = [];
  if (stays.length > 0) actions.push({ title: vscode.l10n.t('Show What Stays'), run: () => chooseStay(deps, stays) });
  const command = parts.find(({ plan }) => plan.command !== undefined)?.plan.command;
  const { address } = stored;
  const provider = providerById(parts[0]?.finding.provider ?? '');
  const { clipboard, openExternal } = vscode.env;
  if (command !== undefined) actions.push({ title: vscode.l10n.t('Copy Command'), run: () => clipboard.writeText(command) });
  if (desk.manager.leastPrivilege) {
    const run = () => vscode.commands.executeCommand(commands.copyLeastPrivilege, { address } satisfies PolicyRequest);
    actions.push({ title: vscode.l10n.t('Copy Policy'), run });
  }
  const page = provider?.revokeUrl;
  if (page !== undefined) {
    actions.push({ title: vscode.l10n.t('Replace Key…'), run: () => openExternal(vscode.Uri.parse(page)) });
  }
  return actions;
}

function unique(sentences: readonly string[]): readonly string[] {
  return [...new Set(sentences)];
}
