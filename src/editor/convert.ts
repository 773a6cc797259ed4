// The engine's plain data as VS Code's objects.

import * as vscode from 'vscode';
import type { TextEdit } from '../engine/fixes/plan.ts';
import type { Phrase } from '../engine/phrase.ts';
import type { LocatedFinding } from '../engine/scan/file-report.ts';
import type { Severity } from '../engine/settings/settings.ts';
import type { Span } from '../engine/text.ts';

export function translate({ text, args }: Phrase): string {
  return vscode.l10n.t(text, ...args);
}

export const severityLevels: Readonly<Record<Severity, vscode.DiagnosticSeverity | undefined>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
  off: undefined,
};

export function rangeOf(finding: Pick<LocatedFinding, 'line' | 'column' | 'endLine' | 'endColumn'>): vscode.Range {
  return new vscode.Range(finding.line, finding.column, finding.endLine, finding.endColumn);
}

export function spanToRange(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

export function rangeToSpan(document: vscode.TextDocument, range: vscode.Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** Edits with it are shown in the refactor preview, where a person ticks what is to be done. */
export function confirmationOf(label: string): vscode.WorkspaceEditEntryMetadata {
  return { needsConfirmation: true, label, description: vscode.l10n.t('Tick what is to be replaced, then apply') };
}

/** Adds the plan's edits; `confirmation` makes VS Code show them in its refactor preview first. */
export function addEdits(
  target: vscode.WorkspaceEdit,
  document: vscode.TextDocument,
  edits: readonly TextEdit[],
  confirmation?: vscode.WorkspaceEditEntryMetadata,
): void {
  for (const { span, newText } of edits) target.replace(document.uri, spanToRange(document, span), newText, confirmation);
}
