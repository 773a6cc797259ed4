// Ctrl+click on a reference to a secret manager: the page of its console that shows the secret.

import * as vscode from 'vscode';
import { managerOf } from '../../engine/managers/catalogue.ts';
import type { SecretAddress } from '../../engine/managers/secret-address.ts';
import { documentSelector } from '../documents.ts';
import type { KeysStore } from '../keys-store.ts';
import { type Reference, referencesIn } from '../references.ts';
import { rangeOfUsage } from '../views/keys-item.ts';

export interface ReferenceLinksDeps {
  readonly keys: KeysStore;
  /** The server that the settings of the file name for its manager; empty where they name none. */
  readonly endpointOf: (address: SecretAddress, scope: vscode.Uri) => string;
}

export function registerReferenceLinks(deps: ReferenceLinksDeps): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(documentSelector, {
    provideDocumentLinks: document => referencesIn(deps.keys, document).flatMap(reference => linkOf(deps, document.uri, reference)),
  });
}

function linkOf({ endpointOf }: ReferenceLinksDeps, uri: vscode.Uri, reference: Reference): vscode.DocumentLink[] {
  const { address } = reference;
  const manager = managerOf(address.manager);
  const page = manager.consolePage?.(address, endpointOf(address, uri));
  if (page === undefined) return [];
  const link = new vscode.DocumentLink(rangeOfUsage(reference), vscode.Uri.parse(page, true));
  link.tooltip = vscode.l10n.t('Open in the console of {0}', manager.title);
  return [link];
}
