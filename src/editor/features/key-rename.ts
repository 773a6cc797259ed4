// Renames an environment variable in code, pipelines and `.env*` alike, as one edit with one undo.

import * as vscode from 'vscode';
import { phrase } from '../../engine/phrase.ts';
import { isOfficialVariable } from '../../engine/usages/variable-provider.ts';
import { isVariableName, renameVariable } from '../../engine/variables/rename-variable.ts';
import { addEdits, spanToRange, translate } from '../convert.ts';
import { sourceOf, variableSelector } from '../documents.ts';
import { commands } from '../ids.ts';
import type { VariableIndex } from '../variable-index.ts';

export interface KeyRenameDeps {
  readonly variables: VariableIndex;
  /** Whether every file has been looked through. */
  readonly isIndexed: () => boolean;
}

export function registerKeyRename({ variables, isIndexed }: KeyRenameDeps): vscode.Disposable {
  return vscode.languages.registerRenameProvider(variableSelector, {
    prepareRename: (document, position) => {
      const place = variables.at(document, position);
      // No error: other names are renamed by others.
      return place?.role === 'reference' || !place ? undefined : { range: spanToRange(document, place.span), placeholder: place.name };
    },
    provideRenameEdits: async (document, position, newName, token) => {
      const place = variables.at(document, position);
      if (!place || newName === place.name) return undefined;
      refuseWrongName(variables, newName);
      if (!isIndexed()) await vscode.commands.executeCommand(commands.scanWorkspace);
      const documents = await variables.documentsWith(place.name, document, token);
      return token.isCancellationRequested ? undefined : editsIn(documents, place.name, newName);
    },
  });
}

/** VS Code shows the message of what is thrown here. */
function refuseWrongName(variables: VariableIndex, newName: string): void {
  if (!isVariableName(newName)) {
    throw new Error(translate(phrase('“{0}” cannot be the name of a variable: letters, digits and underscores only.', newName)));
  }
  if (variables.keyOf(newName)) throw new Error(translate(phrase('There is a variable {0} already.', newName)));
}

/** Libraries read official variables by themselves, which renaming takes from them: a person is shown the edits first. */
function editsIn(documents: readonly vscode.TextDocument[], name: string, newName: string): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  const confirmation = isOfficialVariable(name)
    ? {
        needsConfirmation: true,
        label: vscode.l10n.t('Rename {0}', name),
        description: vscode.l10n.t('Libraries may read {0} by themselves', name),
      }
    : undefined;
  for (const document of documents) addEdits(edit, document, renameVariable(sourceOf(document), name, newName), confirmation);
  return edit;
}
