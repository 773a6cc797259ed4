// Sets a key that `when` clauses of the manifest read.

import * as vscode from 'vscode';
import type { contextKeys } from './ids.ts';

export async function setContext(key: (typeof contextKeys)[keyof typeof contextKeys], value: boolean): Promise<void> {
  await vscode.commands.executeCommand('setContext', key, value);
}
