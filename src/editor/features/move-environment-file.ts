// “Move Keys of This File to Secret Manager…”: chosen rows of an environment file are stored, and give way once they were read back.

import * as vscode from 'vscode';
import { type MovableRow, movableRows, type RowKind } from '../../engine/env-file/movable-rows.ts';
import { replaceRows } from '../../engine/env-file/replace-rows.ts';
import { addressText } from '../../engine/managers/address-text.ts';
import { rowReplacement } from '../../engine/managers/row-replacement.ts';
import { phrase } from '../../engine/phrase.ts';
import { mask } from '../../engine/secret.ts';
import type { Boundary } from '../commands.ts';
import { addEdits, translate } from '../convert.ts';
import { DisposableStore } from '../disposables.ts';
import { isEnvironmentFile } from '../documents.ts';
import { commands } from '../ids.ts';
import type { KeysStore } from '../keys-store.ts';
import type { Logger } from '../log.ts';
import { failureOf, movedRows, type RowOutcome, type RowToMove, storeRows } from '../managers/move-rows.ts';
import { type StayedRow, writeReport } from '../managers/moved-report.ts';
import { ReportPages } from '../managers/report-pages.ts';
import type { OpenDesk, SecretDesk } from '../managers/secret-desk.ts';
import type { OpenDocuments } from '../open-documents.ts';
import type { MoveRowsRequest } from '../requests.ts';
import { UserError } from '../user-error.ts';

export interface MoveEnvironmentFileDeps {
  readonly desk: SecretDesk;
  readonly keys: KeysStore;
  readonly openDocuments: OpenDocuments;
  readonly boundary: Boundary;
  readonly log: Logger;
}

export function registerMoveEnvironmentFile(deps: MoveEnvironmentFileDeps): vscode.Disposable {
  const store = new DisposableStore();
  const pages = store.add(new ReportPages());
  store.add(
    deps.boundary.registerCommand(commands.moveEnvironmentFile, async (target?: vscode.Uri | MoveRowsRequest) => {
      const request = requestFrom(target);
      const document = await openEnvironmentFile(request.uri);
      const desk = await deps.desk.open(document.uri);
      if (desk) await moveFile(deps, desk, document, { names: request.names, pages });
    }),
  );
  return store;
}

function requestFrom(target: vscode.Uri | MoveRowsRequest | undefined): MoveRowsRequest {
  if (target && 'uri' in target) return target;
  const uri = target ?? vscode.window.activeTextEditor?.document.uri;
  if (!uri) throw new UserError(phrase('Open the environment file whose keys are to be moved.'));
  return { uri };
}

async function openEnvironmentFile(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (uri.scheme !== 'file' || !isEnvironmentFile(document) || document.uri.path.endsWith('.json')) {
    throw new UserError(phrase('Only files with rows such as NAME=value are moved, and no templates of them.'));
  }
  return document;
}

interface MoveOptions {
  /** Ticked at first; those that hold keys without it. */
  readonly names: readonly string[] | undefined;
  readonly pages: ReportPages;
}

async function moveFile(deps: MoveEnvironmentFileDeps, desk: OpenDesk, document: vscode.TextDocument, options: MoveOptions): Promise<void> {
  await saveDraft(document);
  deps.openDocuments.scanNow(document);
  const flagged = deps.keys.usagesIn(document.uri).filter(({ ruleId }) => ruleId !== undefined);
  const rows = movableRows(
    document.getText(),
    flagged.map(({ span }) => span),
  );
  const chosen = await chooseRows(desk, document, rows, options.names);
  if (chosen === undefined || chosen.length === 0) return;
  const orders: RowToMove[] = [];
  for (const { name, value } of chosen) orders.push({ name, value, address: await deps.desk.proposal(desk, document, name) });
  const keepsRows = await agree(desk, document, orders);
  if (keepsRows === undefined || !(await desk.dialogs.mayUse(desk.connection))) return;
  const { outcomes, kept } = await moveRows(deps, desk, document, orders, keepsRows);
  const unasked = rows.filter(row => !chosen.includes(row)).map(({ name, kind }) => ({ name, reason: whyNot(kind) }));
  await tell(deps, options.pages, { desk, document, outcomes, stayed: [...kept, ...unasked], keepsRows });
}

/** What is typed and not saved would be lost to whoever reads the file from disk, and the values must leave the disk. */
async function saveDraft(document: vscode.TextDocument): Promise<void> {
  if (!document.isDirty || (await document.save())) return;
  const name = vscode.workspace.asRelativePath(document.uri);
  throw new UserError(phrase('{0} has unsaved changes that cannot be saved; nothing was changed.', name));
}

const hopeless: ReadonlySet<RowKind> = new Set(['reference', 'encrypted', 'repeated']);

async function chooseRows(
  { manager }: OpenDesk,
  document: vscode.TextDocument,
  rows: readonly MovableRow[],
  names: readonly string[] | undefined,
): Promise<readonly MovableRow[] | undefined> {
  const candidates = rows.filter(({ kind, value }) => !hopeless.has(kind) && value !== '');
  if (candidates.length === 0) throw new UserError(phrase('No row of this file holds a value that could be moved.'));
  const items = candidates.map(row => ({
    label: row.name,
    description: mask(row.value),
    ...(row.kind !== 'key' && { detail: whyNot(row.kind) }),
    picked: names?.includes(row.name) ?? row.kind === 'key',
    row,
  }));
  const file = vscode.workspace.asRelativePath(document.uri);
  const chosen = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    ignoreFocusOut: true,
    title: vscode.l10n.t('Move keys of {0} to {1}', file, manager.title),
    placeHolder: vscode.l10n.t('Tick the rows that are to move'),
  });
  return chosen?.map(({ row }) => row);
}

function whyNot(kind: RowKind): string {
  const reasons: Readonly<Record<RowKind, string>> = {
    key: vscode.l10n.t('Not chosen.'),
    setting: vscode.l10n.t('Seems to be a setting rather than a key.'),
    placeholder: vscode.l10n.t('Looks like a placeholder.'),
    reference: vscode.l10n.t('Refers to a secret manager already.'),
    encrypted: vscode.l10n.t('Is encrypted.'),
    repeated: vscode.l10n.t('Stands in the file more than once: leave the one that counts.'),
  };
  return reasons[kind];
}

/** Whether the rows stay as they are; nothing when the user does not want it after all. */
async function agree({ manager }: OpenDesk, document: vscode.TextDocument, rows: readonly RowToMove[]): Promise<boolean | undefined> {
  const file = vscode.workspace.asRelativePath(document.uri);
  const move = vscode.l10n.t('Move');
  const copy = vscode.l10n.t('Copy, Keep Rows');
  const names = rows.map(({ name, address }) => `${name} → ${addressText(address)}`).join('\n');
  const after = vscode.l10n.t(
    'Each is stored and read back before its row changes. Programs that read {0} do not find the values there afterwards.',
    file,
  );
  const question = vscode.l10n.t('Move {0} keys of {1} to {2}?', rows.length, file, manager.title);
  const chosen = await vscode.window.showInformationMessage(question, { modal: true, detail: `${names}\n\n${after}` }, move, copy);
  return chosen === undefined ? undefined : chosen === copy;
}

interface Moved {
  readonly outcomes: readonly RowOutcome[];
  /** Stored, and could not be taken out of the file all the same. */
  readonly kept: readonly StayedRow[];
}

/** Until all were tried or the user has had enough. What was stored gives way before anything else is asked. */
async function moveRows(
  { log }: MoveEnvironmentFileDeps,
  desk: OpenDesk,
  document: vscode.TextDocument,
  rows: readonly RowToMove[],
  keepsRows: boolean,
): Promise<Moved> {
  const outcomes = new Map<string, RowOutcome>();
  const kept: StayedRow[] = [];
  for (let rest = rows; ; ) {
    const some = await storeSome(desk, rest);
    for (const outcome of some) outcomes.set(outcome.row.name, outcome);
    for (const { row } of movedRows(some)) log.info(`stored in ${desk.manager.id}: ${addressText(row.address)}`);
    if (!keepsRows) kept.push(...(await takeOut(desk, document, some)));
    const all = rows.flatMap(({ name }) => outcomes.get(name) ?? []);
    const failure = failureOf(some);
    const isOver = failure === undefined || failure.why === 'cancelled';
    if (isOver || (await desk.askAgain(failure, stateOf(all))) === undefined) return { outcomes: all, kept };
    rest = some.filter(({ outcome }) => outcome === undefined || outcome === failure).map(({ row }) => row);
  }
}

function stateOf(outcomes: readonly RowOutcome[]): string {
  return vscode.l10n.t('{0} of {1} keys are stored; the rest is as it was.', movedRows(outcomes).length, outcomes.length);
}

async function storeSome({ managers, manager, connection }: OpenDesk, rows: readonly RowToMove[]): Promise<readonly RowOutcome[]> {
  const title = vscode.l10n.t('Moving keys to {0}', manager.title);
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, cancellable: true, title }, (progress, cancel) => {
    const onRow = ({ name }: RowToMove): void => progress.report({ message: name, increment: 100 / rows.length });
    return storeRows(managers, { connection, rows, cancel, onRow });
  });
}

/** One edit, so one undo. Rows that changed meanwhile stay as they are. */
async function takeOut(
  { manager }: OpenDesk,
  document: vscode.TextDocument,
  outcomes: readonly RowOutcome[],
): Promise<readonly StayedRow[]> {
  const moved = movedRows(outcomes);
  if (moved.length === 0) return [];
  // In an editor of its own, or nobody could undo it.
  await vscode.window.showTextDocument(document, { preview: false });
  const wanted = moved.map(({ row, stored }) => ({ ...row, replacement: rowReplacement(manager, row.name, stored.address) }));
  const { edits, kept } = replaceRows(document.getText(), wanted);
  const edit = new vscode.WorkspaceEdit();
  addEdits(edit, document, edits);
  const isDone = (await vscode.workspace.applyEdit(edit)) && (await document.save());
  const file = vscode.workspace.asRelativePath(document.uri);
  if (!isDone)
    throw new UserError(
      phrase('The keys are in {0}, but {1} could not be changed: its rows have their values still.', manager.title, file),
    );
  return kept.map(({ name, reason }) => ({ name, reason: vscode.l10n.t('Stored, but the row stays: {0}', translate(reason)) }));
}

interface Result {
  readonly desk: OpenDesk;
  readonly document: vscode.TextDocument;
  readonly outcomes: readonly RowOutcome[];
  readonly stayed: readonly StayedRow[];
  readonly keepsRows: boolean;
}

async function tell({ keys }: MoveEnvironmentFileDeps, pages: ReportPages, { desk, document, ...rest }: Result): Promise<void> {
  const file = vscode.workspace.asRelativePath(document.uri);
  await pages.show(file, writeReport({ file, manager: desk.manager, keys: keys.keys(), ...rest }));
}
