// Squiggles and the Problems panel: a projection of the findings store.

import * as vscode from 'vscode';
import { dialectOf } from '../../engine/fixes/dialects/catalogue.ts';
import { languageOf } from '../../engine/languages/catalogue.ts';
import { titleOf } from '../../engine/rules/title-of.ts';
import type { DocumentFinding } from '../../engine/scan/document-finding.ts';
import { severityOf } from '../../engine/settings/severity.ts';
import type { Boundary } from '../commands.ts';
import { rangeOf, severityLevels } from '../convert.ts';
import { DisposableStore } from '../disposables.ts';
import { isEnvironmentFile, sourceUriOf } from '../documents.ts';
import type { Engines } from '../engines.ts';
import type { FindingsStore } from '../findings-store.ts';
import { diagnosticSource } from '../ids.ts';
import { rulePageOf } from '../rule-page-uri.ts';

export interface DiagnosticsDeps {
  readonly engines: Engines;
  readonly findings: FindingsStore;
  readonly boundary: Boundary;
}

export function registerDiagnostics({ engines, findings, boundary }: DiagnosticsDeps): vscode.Disposable {
  const store = new DisposableStore();
  const collection = store.add(vscode.languages.createDiagnosticCollection(diagnosticSource));
  const published = new Map<string, string>();

  const publish = (uri: vscode.Uri): void => {
    const document = vscode.workspace.textDocuments.find(candidate => candidate.uri.toString() === uri.toString());
    const diagnostics = document && !isEnvironmentFile(document) ? diagnosticsOf(document, findings.of(uri), engines) : [];
    const content = JSON.stringify(diagnostics);
    if (content === (published.get(uri.toString()) ?? '[]')) return;
    if (diagnostics.length === 0) published.delete(uri.toString());
    else published.set(uri.toString(), content);
    collection.set(uri, diagnostics);
  };
  store.add(findings.onDidChange(boundary.guardSync('publish diagnostics', publish)));
  return store;
}

function diagnosticsOf(document: vscode.TextDocument, findings: readonly DocumentFinding[], engines: Engines): vscode.Diagnostic[] {
  const { settings } = engines.forUri(document.uri);
  const language = languageOf({ uri: sourceUriOf(document), languageId: document.languageId });
  const readsEnvironment = language !== undefined && dialectOf(language) !== undefined;
  return findings.flatMap(finding => {
    const severity = severityLevels[severityOf(finding, settings)];
    return severity === undefined ? [] : [diagnosticOf(finding, severity, readsEnvironment)];
  });
}

function diagnosticOf(finding: DocumentFinding, severity: vscode.DiagnosticSeverity, readsEnvironment: boolean): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(rangeOf(finding), messageOf(finding, readsEnvironment), severity);
  diagnostic.source = diagnosticSource;
  diagnostic.code = { value: finding.ruleId, target: rulePageOf(finding.ruleId) };
  return diagnostic;
}

function messageOf(finding: DocumentFinding, readsEnvironment: boolean): string {
  const title = titleOf(finding);
  const { masked } = finding;
  return readsEnvironment
    ? vscode.l10n.t('{0} ({1}) is hardcoded: move it to an environment variable.', title, masked)
    : vscode.l10n.t('{0} ({1}) is written in this file: keep it in an environment variable or a secret manager.', title, masked);
}
