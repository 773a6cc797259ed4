// Completes the names of the workspace's variables inside lookups, and in the rows of environment files. Names only: no value is read.

import * as vscode from 'vscode';
import { languageOf } from '../../engine/languages/catalogue.ts';
import type { Key } from '../../engine/usages/key.ts';
import { describeGrade } from '../../engine/usages/storage-grade.ts';
import { findNameBeingTyped } from '../../engine/variables/find-name-being-typed.ts';
import { findVariablePlaces } from '../../engine/variables/find-variable-places.ts';
import { translate } from '../convert.ts';
import { counts, sourceOf, sourceUriOf, variableSelector } from '../documents.ts';
import type { VariableIndex } from '../variable-index.ts';
import { providerTitle } from '../views/keys-item.ts';

const triggers = ['.', '"', "'", '`', '{', '$', '['];

export function registerKeyCompletion({ variables }: { readonly variables: VariableIndex }): vscode.Disposable {
  const provideCompletionItems = (document: vscode.TextDocument, position: vscode.Position): vscode.CompletionItem[] => {
    if (!counts(document)) return [];
    return rowNames(variables, document, position) ?? lookupNames(variables, document, position);
  };
  return vscode.languages.registerCompletionItemProvider(variableSelector, { provideCompletionItems }, ...triggers);
}

function lookupNames(variables: VariableIndex, document: vscode.TextDocument, position: vscode.Position): vscode.CompletionItem[] {
  const { text } = document.lineAt(position.line);
  const typed = findNameBeingTyped({ uri: sourceUriOf(document), languageId: document.languageId }, text, position.character);
  if (!typed) return [];
  const range = {
    inserting: new vscode.Range(position.line, typed.start, position.line, position.character),
    replacing: new vscode.Range(position.line, typed.start, position.line, typed.end),
  };
  return [...variables.all()].map(([name, key]) => itemOf(name, key, name, range));
}

/** At the beginning of a row: what is used or defined elsewhere and missing here. Nothing where it is not such a place. */
function rowNames(variables: VariableIndex, document: vscode.TextDocument, position: vscode.Position): vscode.CompletionItem[] | undefined {
  const source = sourceOf(document);
  if (languageOf(source)?.id !== 'dotenv') return undefined;
  const before = document.lineAt(position.line).text.slice(0, position.character);
  const [, name] = /^\s*(?:export\s+)?(\w*)$/.exec(before) ?? [];
  if (name === undefined) return undefined;
  const start = position.character - name.length;
  const here = findVariablePlaces(source).filter(({ span }) => span.start !== document.offsetAt(position) - name.length);
  const present = new Set(here.map(place => place.name));
  const range = new vscode.Range(position.line, start, position.line, position.character);
  return [...variables.all()].filter(([known]) => !present.has(known)).map(([known, key]) => itemOf(known, key, `${known}=`, range));
}

function itemOf(name: string, key: Key, insertText: string, range: NonNullable<vscode.CompletionItem['range']>): vscode.CompletionItem {
  const item = new vscode.CompletionItem(name, vscode.CompletionItemKind.Variable);
  const provider = key.provider === undefined || key.provider === 'generic' ? [] : [providerTitle(key.provider)];
  item.detail = [...provider, translate(describeGrade(key.grade))].join(' · ');
  item.insertText = insertText;
  item.filterText = name;
  item.range = range;
  return item;
}
