// The extension's diagnostics of a document, as the Problems panel gets them.
import * as vscode from 'vscode';
import { waitFor } from './wait-for.ts';

export function keyHygieneDiagnostics(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(diagnostic => diagnostic.source === 'Key Hygiene');
}

/** Waits until the document has exactly that many diagnostics of the extension. */
export function waitForDiagnostics(uri: vscode.Uri, count: number): Promise<vscode.Diagnostic[]> {
  return waitFor(() => {
    const diagnostics = keyHygieneDiagnostics(uri);
    return diagnostics.length === count && diagnostics;
  });
}
