// What can be done with rows of the Keys tree: with the one it was asked for, or with all that are selected.

import * as vscode from 'vscode';
import { phrase } from '../../engine/phrase.ts';
import { isDefinition } from '../../engine/usages/is-definition.ts';
import { isMovable } from '../../engine/usages/is-movable.ts';
import type { Key, PlacedUsage } from '../../engine/usages/key.ts';
import type { Boundary } from '../commands.ts';
import { DisposableStore } from '../disposables.ts';
import { commands, linkCommands } from '../ids.ts';
import { onePlaceEach } from '../places-of-value.ts';
import type { IgnoreValueRequest, MoveRowsRequest, MoveToManagerRequest, ReplaceRequest } from '../requests.ts';
import { UserError } from '../user-error.ts';
import type { DetailNode } from '../views/key-details-outline.ts';
import { rangeOfUsage } from '../views/keys-item.ts';
import type { KeyNode, KeysNode, UsageNode } from '../views/keys-outline.ts';

export interface KeyCommandsDeps {
  /** Its selection counts when a command comes without a row, as from a keyboard shortcut. */
  readonly view: Pick<vscode.TreeView<KeysNode>, 'selection'>;
  readonly boundary: Boundary;
}

/** Also the row of the Key Details view that says what to do. */
type Row = KeyNode | UsageNode | DetailNode;

export function registerKeyCommands({ view, boundary }: KeyCommandsDeps): vscode.Disposable {
  const store = new DisposableStore();
  /** VS Code passes the row that was clicked, and all that are selected when it is one of them. */
  const onRows =
    (run: (rows: readonly Row[]) => Promise<void>) =>
    (node?: KeysNode | DetailNode, selected?: readonly KeysNode[]): Promise<void> => {
      const rows = (selected ?? (node ? [node] : view.selection)).filter(row => row.kind !== 'group' && row.kind !== 'problem');
      if (rows.length === 0) throw new UserError(phrase('Choose a key in the Keys view.'));
      return run(rows);
    };
  store.add(boundary.registerCommand(commands.fixKey, onRows(replaceWithLookups)));
  store.add(boundary.registerCommand(commands.fixKeyEverywhere, onRows(replaceWithLookups)));
  store.add(boundary.registerCommand(commands.moveKey, onRows(moveToManager)));
  store.add(boundary.registerCommand(commands.ignoreKey, onRows(ignoreValues)));
  store.add(boundary.registerCommand(commands.copyName, onRows(copyNames)));
  store.add(boundary.registerCommand(commands.goToDefinition, onRows(goToDefinition)));
  return store;
}

/** A key that is called the same in several places may have several values: one edit for each. */
async function replaceWithLookups(rows: readonly Row[]): Promise<void> {
  const usages = new Set(rows.flatMap(usagesOf).filter(isMovable));
  if (usages.size === 0) throw new UserError(phrase('No value of it stands where a lookup could take its place.'));
  for (const value of new Set([...usages].map(({ fingerprint }) => fingerprint))) {
    const places = onePlaceEach([...usages].filter(({ fingerprint }) => fingerprint === value));
    const request: ReplaceRequest = { places, preview: places.length > 1 };
    await vscode.commands.executeCommand(linkCommands.replaceWithEnvironment, request);
  }
}

/** Literals first; of a key that only environment files hold, the rows of each of them. */
async function moveToManager(rows: readonly Row[]): Promise<void> {
  const usages = rows.flatMap(usagesOf);
  const movable = new Set(usages.filter(isMovable));
  for (const value of new Set([...movable].map(({ fingerprint }) => fingerprint))) {
    const places = onePlaceEach([...movable].filter(({ fingerprint }) => fingerprint === value));
    const request: MoveToManagerRequest = { places, preview: places.length > 1 };
    await vscode.commands.executeCommand(linkCommands.moveToManager, request);
  }
  if (movable.size > 0) return;
  const kept = usages.filter(({ kind, name }) => kind === 'config' && name !== undefined);
  if (kept.length === 0) throw new UserError(phrase('No value of it is in this workspace.'));
  for (const uri of new Set(kept.map(usage => usage.uri))) {
    const names = kept.filter(usage => usage.uri === uri).flatMap(({ name }) => name ?? []);
    const request: MoveRowsRequest = { uri: vscode.Uri.parse(uri), names };
    await vscode.commands.executeCommand(commands.moveEnvironmentFile, request);
  }
}

async function ignoreValues(rows: readonly Row[]): Promise<void> {
  const flagged = rows.flatMap(usagesOf).filter(({ ruleId }) => ruleId !== undefined);
  // One place of each value: the policy knows values, not places.
  const first = new Map(flagged.toReversed().map(usage => [usage.fingerprint, usage]));
  if (first.size === 0) throw new UserError(phrase('No rule flags it.'));
  for (const usage of first.values()) {
    const request: IgnoreValueRequest = { place: { uri: vscode.Uri.parse(usage.uri), range: rangeOfUsage(usage) } };
    await vscode.commands.executeCommand(linkCommands.ignoreValue, request);
  }
}

async function copyNames(rows: readonly Row[]): Promise<void> {
  const names = new Set(rows.flatMap(({ key }) => key.names.slice(0, 1)));
  if (names.size === 0) throw new UserError(phrase('Choose a key with a name in the Keys view.'));
  await vscode.env.clipboard.writeText([...names].join('\n'));
}

async function goToDefinition([row]: readonly Row[]): Promise<void> {
  const definitions = row?.key.usages.filter(isDefinition) ?? [];
  if (definitions.length === 0) throw new UserError(phrase('No file of the workspace defines {0}.', row?.key.title ?? ''));
  const definition = definitions.length === 1 ? definitions[0] : await chooseDefinition(definitions, row?.key);
  if (!definition) return;
  const options: vscode.TextDocumentShowOptions = { selection: rangeOfUsage(definition) };
  await vscode.window.showTextDocument(vscode.Uri.parse(definition.uri), options);
}

async function chooseDefinition(definitions: readonly PlacedUsage[], key: Key | undefined): Promise<PlacedUsage | undefined> {
  const items = definitions.map(usage => ({
    label: `${vscode.workspace.asRelativePath(vscode.Uri.parse(usage.uri))}:${usage.line + 1}`,
    description: usage.preview,
    usage,
  }));
  const placeHolder = vscode.l10n.t('Definitions of {0}', key?.title ?? '');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.usage;
}

function usagesOf(row: Row): readonly PlacedUsage[] {
  return row.kind === 'usage' ? [row.usage] : row.key.usages;
}
