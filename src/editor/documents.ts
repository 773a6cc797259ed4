// Which open documents count, where they live, and what the engine reads of them.

import * as vscode from 'vscode';
import type { SourceText } from '../engine/text.ts';
import { fileKindOf } from '../engine/usages/file-kind.ts';
import { lookupLanguageIds } from '../engine/variables/lookup-language-ids.ts';

const schemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-notebook-cell'];

export const documentSelector: vscode.DocumentFilter[] = schemes.map(scheme => ({ scheme }));

/** Documents in languages that look variables of the environment up, or define them. */
export const variableSelector: vscode.DocumentFilter[] = schemes.flatMap(scheme =>
  lookupLanguageIds.map(language => ({ scheme, language })),
);

export function counts(document: vscode.TextDocument): boolean {
  return schemes.includes(document.uri.scheme);
}

/** The same object as long as nothing changes: what is worked out about a source is found again by it. */
export function sourceOf(document: vscode.TextDocument): SourceText {
  const { version, languageId } = document;
  const uri = sourceUriOf(document);
  const known = sources.get(document);
  if (known?.version === version && known.source.uri === uri && known.source.languageId === languageId) return known.source;
  const source = { uri, languageId, text: document.getText() };
  sources.set(document, { version, source });
  return source;
}

const sources = new WeakMap<vscode.TextDocument, { readonly version: number; readonly source: SourceText }>();

/** What the engine calls a document: cells go by the name of their notebook, so that path rules hold for them. */
export function sourceUriOf(document: vscode.TextDocument): string {
  return (fileOf(document.uri) ?? document.uri).toString();
}

/** The file a document is, or is a cell of; nothing for untitled ones. */
export function fileOf(uri: vscode.Uri): vscode.Uri | undefined {
  if (uri.scheme === 'untitled') return undefined;
  if (uri.scheme !== 'vscode-notebook-cell') return uri;
  const cellUri = uri.toString();
  const notebook = vscode.workspace.notebookDocuments.find(candidate =>
    candidate.getCells().some(cell => cell.document.uri.toString() === cellUri),
  );
  return notebook?.isUntitled ? undefined : notebook?.uri;
}

export function folderOf(uri: vscode.Uri): vscode.WorkspaceFolder | undefined {
  const file = fileOf(uri);
  return file && vscode.workspace.getWorkspaceFolder(file);
}

/** Whether a person has it open, as text or as a notebook: then the editor's text counts, not the one on disk. */
export function isOpen(uri: vscode.Uri): boolean {
  const wanted = uri.toString();
  const { textDocuments, notebookDocuments } = vscode.workspace;
  return textDocuments.some(({ uri }) => uri.toString() === wanted) || notebookDocuments.some(({ uri }) => uri.toString() === wanted);
}

/**
 * `.env`, `.env.local` …: the place where values belong. Samples of it are not. In Restricted Mode the name alone decides: the
 * workspace’s settings could call anything an environment file.
 */
export function isEnvironmentFile(document: vscode.TextDocument): boolean {
  const languageId = vscode.workspace.isTrusted ? document.languageId : '';
  return fileKindOf({ uri: sourceUriOf(document), languageId }) === 'environment';
}
