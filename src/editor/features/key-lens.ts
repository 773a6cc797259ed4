// Above each row of an environment file: how often the variable is used, and how its key is kept. Off until a person asks for it.

import * as vscode from 'vscode';
import { findVariablePlaces } from '../../engine/variables/find-variable-places.ts';
import type { Boundary } from '../commands.ts';
import { spanToRange } from '../convert.ts';
import { DisposableStore } from '../disposables.ts';
import { sourceOf } from '../documents.ts';
import type { Engines } from '../engines.ts';
import { linkCommands } from '../ids.ts';
import type { KeysStore } from '../keys-store.ts';
import type { Place } from '../requests.ts';
import type { VariableIndex } from '../variable-index.ts';
import { gradeName } from '../views/keys-item.ts';

export interface KeyLensDeps {
  readonly engines: Engines;
  readonly keys: KeysStore;
  readonly variables: VariableIndex;
  readonly boundary: Boundary;
}

export function registerKeyLens({ engines, keys, variables, boundary }: KeyLensDeps): vscode.Disposable {
  const store = new DisposableStore();
  const changed = store.add(new vscode.EventEmitter<void>());
  store.add(keys.onDidChange(() => changed.fire()));
  store.add(engines.onDidChange(() => changed.fire()));
  store.add(
    vscode.languages.registerCodeLensProvider(
      { language: 'dotenv' },
      {
        onDidChangeCodeLenses: changed.event,
        provideCodeLenses: document => (engines.forDocument(document)?.settings.codeLens ? lensesOf(variables, document) : []),
      },
    ),
  );
  store.add(
    boundary.registerCommand(linkCommands.showReferences, async ({ uri, range }: Place) => {
      const editor = await vscode.window.showTextDocument(uri);
      editor.selection = new vscode.Selection(range.start, range.start);
      await vscode.commands.executeCommand('editor.action.referenceSearch.trigger');
    }),
  );
  return store;
}

function lensesOf(variables: VariableIndex, document: vscode.TextDocument): vscode.CodeLens[] {
  const known = variables.all();
  return findVariablePlaces(sourceOf(document)).flatMap(({ name, span, role }) => {
    const key = role === 'lookup' ? undefined : known.get(name);
    if (!key) return [];
    const range = spanToRange(document, span);
    const place: Place = { uri: document.uri, range };
    const uses = key.usages.filter(({ kind }) => kind === 'environment' || kind === 'hardcoded').length;
    const title = `${vscode.l10n.t('usages: {0}', uses)} · ${gradeName(key.grade)}`;
    return [new vscode.CodeLens(range, { title, command: linkCommands.showReferences, arguments: [place] })];
  });
}
