// Where a value could not be replaced, and why: one place is told in the message, several are listed when somebody asks.

import * as vscode from 'vscode';
import { type Phrase, phrase } from '../engine/phrase.ts';
import { rangeOf, translate } from './convert.ts';
import type { FindingsStore } from './findings-store.ts';
import type { OpenDocuments } from './open-documents.ts';
import type { Stay } from './replacement.ts';

export interface StaysDeps {
  readonly findings: FindingsStore;
  readonly openDocuments: OpenDocuments;
}

export function tellStays(stays: readonly Stay[]): Phrase {
  const [stay] = stays;
  if (stay === undefined || stays.length > 1) return phrase('The value had to stay in {0} places.', stays.length);
  return phrase('The value had to stay in {0}: {1}', vscode.workspace.asRelativePath(stay.uri), translate(stay.reason));
}

/** Each with its reason; the chosen one is opened where the value stands. */
export async function chooseStay({ findings, openDocuments }: StaysDeps, stays: readonly Stay[]): Promise<void> {
  const items = stays.map(stay => ({ label: vscode.workspace.asRelativePath(stay.uri), detail: translate(stay.reason), stay }));
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Files that keep the value, and why') });
  if (!chosen) return;
  const document = await vscode.workspace.openTextDocument(chosen.stay.uri);
  openDocuments.scanNow(document);
  const finding = findings.current(document).find(({ fingerprint }) => fingerprint === chosen.stay.fingerprint);
  await vscode.window.showTextDocument(document, finding ? { selection: rangeOf(finding) } : {});
}
