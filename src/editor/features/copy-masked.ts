// Copies the masked preview of a key: enough to talk about it, nothing to use.

import * as vscode from 'vscode';
import type { Boundary } from '../commands.ts';
import { linkCommands } from '../ids.ts';

export function registerCopyMasked({ boundary }: { readonly boundary: Boundary }): vscode.Disposable {
  return boundary.registerCommand(linkCommands.copyMasked, async (masked: string) => {
    await vscode.env.clipboard.writeText(masked);
  });
}
