// Settings of the extension for one test.
import * as vscode from 'vscode';

const changed = new Set<string>();

export async function set(name: string, value: unknown): Promise<void> {
  changed.add(name);
  await vscode.workspace.getConfiguration('keyHygiene').update(name, value, vscode.ConfigurationTarget.Global);
}

/** For `afterEach`: as they were. */
export async function resetSettings(): Promise<void> {
  for (const name of changed)
    await vscode.workspace.getConfiguration('keyHygiene').update(name, undefined, vscode.ConfigurationTarget.Global);
  changed.clear();
}
