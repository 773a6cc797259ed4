// From `process.env.X` to the row of X in `.env`, and back: definitions and references of environment variables.

import * as vscode from 'vscode';
import { DisposableStore } from '../disposables.ts';
import { isEnvironmentFile, variableSelector } from '../documents.ts';
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

/** The nearest first. Environment files hold the value; what passes it on, and samples, count where there is none of those. */
function definitionsAmong(places: readonly FoundVariable[], from: vscode.Uri): readonly FoundVariable[] {
  const defining = places.filter(({ role }) => role === 'definition');
  const ranks = [
    defining.filter(({ document }) => isEnvironmentFile(document)),
    defining,
    places.filter(({ role }) => role === 'template'),
  ];
  const found = ranks.find(rank => rank.length > 0) ?? [];
  return found.toSorted((a, b) => distance(from, a.document.uri) - distance(from, b.document.uri));
}
