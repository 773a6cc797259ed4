// Names of environment variables across the workspace: the index of keys says in which files they stand, their texts say where.

import * as vscode from 'vscode';
import type { Span } from '../engine/text.ts';
import { joiningName } from '../engine/usages/identities.ts';
import type { Key } from '../engine/usages/key.ts';
import { findVariablePlaces, type VariablePlace, variablePlaceAt } from '../engine/variables/find-variable-places.ts';
import { spanToRange } from './convert.ts';
import { counts, fileOf, sourceOf } from './documents.ts';
import type { KeysStore } from './keys-store.ts';

export interface FoundVariable extends VariablePlace {
  readonly document: vscode.TextDocument;
}

export class VariableIndex {
  readonly #keys: KeysStore;

  constructor(keys: KeysStore) {
    this.#keys = keys;
  }

  /** The variable at the position, when it is one that a key goes by. */
  at(document: vscode.TextDocument, position: vscode.Position): VariablePlace | undefined {
    const place = counts(document) ? variablePlaceAt(sourceOf(document), document.offsetAt(position)) : undefined;
    return place && this.keyOf(place.name) ? place : undefined;
  }

  keyOf(name: string): Key | undefined {
    return this.#keys.keys().find(key => key.names.includes(name) && key.usages.some(usage => joiningName(usage) === name));
  }

  /** Every variable that a key goes by, with its key. */
  all(): ReadonlyMap<string, Key> {
    const byName = new Map<string, Key>();
    for (const key of this.#keys.keys()) {
      for (const usage of key.usages) {
        const name = joiningName(usage);
        if (name !== undefined && /^\w+$/.test(name)) byName.set(name, key);
      }
    }
    return byName;
  }

  /** Each place of the name, file by file, read from the texts as they are now. */
  async placesOf(name: string, from: vscode.TextDocument, token: vscode.CancellationToken): Promise<readonly FoundVariable[]> {
    return (await this.documentsWith(name, from, token)).flatMap(document => placesIn(document, name));
  }

  /** The files that are known to have the name; `from` in any case, as the first. */
  async documentsWith(name: string, from: vscode.TextDocument, token: vscode.CancellationToken): Promise<readonly vscode.TextDocument[]> {
    const uris = new Set(this.keyOf(name)?.usages.map(({ uri }) => uri));
    uris.delete(from.uri.toString());
    const documents = [from];
    for (const uri of uris) {
      if (token.isCancellationRequested) break;
      const document = await openDocument(vscode.Uri.parse(uri));
      if (document) documents.push(document);
    }
    return documents;
  }
}

export function locationOf({ document, span }: { readonly document: vscode.TextDocument; readonly span: Span }): vscode.Location {
  return new vscode.Location(document.uri, spanToRange(document, span));
}

/** How many folders two files have between them. */
export function distance(a: vscode.Uri, b: vscode.Uri): number {
  const [from, to] = [foldersOf(a), foldersOf(b)];
  const parting = from.findIndex((folder, index) => folder !== to[index]);
  const shared = parting === -1 ? Math.min(from.length, to.length) : parting;
  return from.length + to.length - 2 * shared;
}

function foldersOf(uri: vscode.Uri): readonly string[] {
  return (fileOf(uri) ?? uri).path.split('/').slice(0, -1);
}

function placesIn(document: vscode.TextDocument, name: string): FoundVariable[] {
  return findVariablePlaces(sourceOf(document))
    .filter(place => place.name === name)
    .map(place => ({ ...place, document }));
}

/** Nothing for a file that has gone, or that VS Code does not take for text. */
async function openDocument(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    // The index learns of it from the watcher; there is nothing to show in such a file.
    return undefined;
  }
}
