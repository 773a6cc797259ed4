// The least that a program needs to read one secret, as its manager writes it: a policy or the command that grants a role.

import * as vscode from 'vscode';
import { managerOf } from '../../engine/managers/catalogue.ts';
import type { LeastPrivilege } from '../../engine/managers/manager.ts';
import type { SecretAddress } from '../../engine/managers/secret-address.ts';
import { phrase } from '../../engine/phrase.ts';
import type { Boundary } from '../commands.ts';
import { DisposableStore } from '../disposables.ts';
import { commands } from '../ids.ts';
import type { KeysStore } from '../keys-store.ts';
import { isReference, referenceAt } from '../references.ts';
import type { PolicyRequest } from '../requests.ts';
import { UserError } from '../user-error.ts';
import type { KeyNode, KeysNode, UsageNode } from '../views/keys-outline.ts';

export interface LeastPrivilegeDeps {
  readonly keys: KeysStore;
  /** Its selection counts when a command comes without a row. */
  readonly view: Pick<vscode.TreeView<KeysNode>, 'selection'>;
  readonly boundary: Boundary;
}

/** What a hover or a message hands over, or the row of the tree. */
type Subject = PolicyRequest | KeyNode | UsageNode;

export function registerLeastPrivilege(deps: LeastPrivilegeDeps): vscode.Disposable {
  const store = new DisposableStore();
  store.add(
    deps.boundary.registerCommand(commands.copyLeastPrivilege, async (subject?: Subject) => {
      const policy = await policyFor(deps, subject);
      if (policy) await vscode.env.clipboard.writeText(policy.text);
    }),
  );
  store.add(
    deps.boundary.registerCommand(commands.openLeastPrivilege, async (subject?: Subject) => {
      const policy = await policyFor(deps, subject);
      if (policy) await openBeside(policy);
    }),
  );
  return store;
}

async function openBeside({ text, languageId }: LeastPrivilege): Promise<void> {
  const known = await vscode.languages.getLanguages();
  const language = known.includes(languageId) ? languageId : 'plaintext';
  const document = await vscode.workspace.openTextDocument({ content: text, language });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
}

async function policyFor(deps: LeastPrivilegeDeps, subject: Subject | undefined): Promise<LeastPrivilege | undefined> {
  const addresses = unique(addressesOf(deps, subject)).filter(({ manager }) => managerOf(manager).leastPrivilege);
  if (addresses.length === 0) throw new UserError(phrase('No place of this key says where in a secret manager it is.'));
  const address = addresses.length === 1 ? addresses[0] : await choose(addresses);
  return address && managerOf(address.manager).leastPrivilege?.(address);
}

function addressesOf({ keys, view }: LeastPrivilegeDeps, subject: Subject | undefined): readonly SecretAddress[] {
  if (subject && 'address' in subject) return [subject.address];
  const editor = vscode.window.activeTextEditor;
  const atCursor = subject ? undefined : editor && referenceAt(keys, editor.document, editor.selection.active);
  if (atCursor) return [atCursor.address];
  const rows = subject ? [subject] : view.selection;
  return rows.flatMap(row => {
    if (row.kind === 'usage') return isReference(row.usage) ? [row.usage.address] : [];
    return row.kind === 'key' ? row.key.usages.filter(isReference).map(({ address }) => address) : [];
  });
}

function unique(addresses: readonly SecretAddress[]): readonly SecretAddress[] {
  return [...new Map(addresses.map(address => [JSON.stringify(address), address])).values()];
}

async function choose(addresses: readonly SecretAddress[]): Promise<SecretAddress | undefined> {
  const items = addresses.map(address => ({
    label: address.name,
    description: [managerOf(address.manager).title, address.container].filter(part => part !== '').join(', '),
    address,
  }));
  return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('The secret that the policy is for') }))?.address;
}
