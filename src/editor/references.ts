// References to secret managers in a document, as the key index knows them.

import type * as vscode from 'vscode';
import type { SecretAddress } from '../engine/managers/secret-address.ts';
import type { PlacedUsage } from '../engine/usages/key.ts';
import type { KeysStore } from './keys-store.ts';
import { rangeOfUsage } from './views/keys-item.ts';

/** One that says where in its manager the secret is. */
export type Reference = PlacedUsage & { readonly address: SecretAddress };

export function referencesIn(keys: KeysStore, { uri }: vscode.TextDocument): readonly Reference[] {
  return keys.usagesIn(uri).filter(isReference);
}

export function referenceAt(keys: KeysStore, document: vscode.TextDocument, position: vscode.Position): Reference | undefined {
  return referencesIn(keys, document).find(usage => rangeOfUsage(usage).contains(position));
}

export function isReference(usage: PlacedUsage): usage is Reference {
  return usage.address !== undefined;
}
