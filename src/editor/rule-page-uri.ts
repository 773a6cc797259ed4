// Where a rule's page is found. A document of our own rather than a web page or a command: it opens from the hover and
// from the Problems panel alike (command links do not), and without a network.

import * as vscode from 'vscode';

export const rulePageScheme = 'key-hygiene-rule';

export function rulePageOf(ruleId: string): vscode.Uri {
  return vscode.Uri.from({ scheme: rulePageScheme, path: `/${ruleId}.md` });
}

export function ruleIdOf(page: vscode.Uri): string {
  return page.path.replace(/^\//, '').replace(/\.md$/, '');
}
