// Pages that tell what was done, as read-only documents that are nowhere on disk.

import * as vscode from 'vscode';

const scheme = 'key-hygiene-report';

export class ReportPages implements vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #registration = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: this.#changed.event,
    provideTextDocumentContent: uri => this.#texts.get(uri.toString()) ?? '',
  });

  /** As text: a rendered preview needs a webview, which not every host can show. `file`: what it is about; its last page gives way. */
  async show(file: string, text: string): Promise<void> {
    // By a name that no environment file has, so that it is shown as what it is.
    const uri = vscode.Uri.from({ scheme, path: `/${vscode.l10n.t('Moved keys')}.md`, query: file });
    this.#texts.set(uri.toString(), text);
    this.#changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
    this.#texts.clear();
  }
}
