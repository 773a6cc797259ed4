// From `process.env.X` to the row of X in `.env`, and back: definitions and references of environment variables.

import * as vscode from 'vscode';
import { DisposableStore } from '../disposables.ts';
import { variableSelector } from '../documents.ts';
import { distance, type FoundVariable, locationOf, type VariableIndex } from '../variable-index.ts';

export function registerKeyDefinition({ variables }: { readonly variables: VariableIndex }): vscode.Disposable {
  const store = new DisposableStore();
  store.add(
    vscode.languages.registerDefinitionProvider(variableSelector, {
      provideDefinition: async (document, position, token) => {
        const place = variables.at(document, position);
        if (!place) return undefined;
        const places = await variables.placesOf(place.name, document, token);
        return definitionsAmong(places, document.uri).map(locationOf);
      },
    }),
  );
  store.add(
    vscode.languages.registerReferenceProvider(variableSelector, {
      provideReferences: async (document, position, { includeDeclaration }, token) => {
        const place = variables.at(document, position);
        if (!place) return undefined;
        const places = await variables.placesOf(place.name, document, token);
        return places.filter(({ role }) => includeDeclaration || role === 'lookup' || role === 'reference').map(locationOf);
      },
    }),
  );
  return store;
}

/** The nearest first; samples only where nothing gives the variable a value. */
function definitionsAmong(places: readonly FoundVariable[], from: vscode.Uri): readonly FoundVariable[] {
  const defining = places.filter(({ role }) => role === 'definition');
  const found = defining.length > 0 ? defining : places.filter(({ role }) => role === 'template');
  return found.toSorted((a, b) => distance(from, a.document.uri) - distance(from, b.document.uri));
}
