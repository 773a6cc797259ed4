// The one place that asks VS Code for settings. What is wrong in them becomes problems, not silent defaults.

import * as vscode from 'vscode';
import type { Phrase } from '../engine/phrase.ts';
import { readSettings } from '../engine/settings/read-settings.ts';
import type { Settings } from '../engine/settings/settings.ts';
import { defaultSettings } from '../engine/settings/settings.ts';
import { settingsSection } from './ids.ts';

/** The names under `keyHygiene.`: everything in `Settings` but the policy, which is a file of the project. */
const settingNames: readonly string[] = Object.keys(defaultSettings).filter(name => name !== 'policy');

/** Settings as they apply to this folder, which may name its own rules. In Restricted Mode VS Code itself leaves out the workspace's restricted ones. */
export function settingsOf(
  scope: vscode.Uri | undefined,
  customRules: readonly string[],
): { readonly settings: Settings; readonly problems: readonly Phrase[] } {
  const section = vscode.workspace.getConfiguration(settingsSection, scope ?? null);
  return readSettings(Object.fromEntries(settingNames.map(name => [name, section.get(name)])), customRules);
}

/** Whether a person, or a workspace they trust, gave the setting a value of its own. */
export function isSettingChosen(name: keyof Settings, scope: vscode.Uri): boolean {
  const found = vscode.workspace.getConfiguration(settingsSection, scope).inspect(name);
  const workspaces = vscode.workspace.isTrusted ? [found?.workspaceValue, found?.workspaceFolderValue] : [];
  return [found?.globalValue, ...workspaces].some(value => value !== undefined);
}

/** Whether the value in force is the workspace's rather than the person's own. */
export function isWorkspaceSetting(name: keyof Settings, scope: vscode.Uri | undefined): boolean {
  const found = vscode.workspace.getConfiguration(settingsSection, scope ?? null).inspect(name);
  return vscode.workspace.isTrusted && (found?.workspaceValue ?? found?.workspaceFolderValue) !== undefined;
}

/** Where a person can have a setting kept: with the folder, or for themselves. */
export type SettingTarget = vscode.WorkspaceFolder | 'user';

export async function writeSetting(name: keyof Settings, value: unknown, target: SettingTarget): Promise<void> {
  const { Global, WorkspaceFolder } = vscode.ConfigurationTarget;
  const [scope, level] = target === 'user' ? [null, Global] : [target.uri, WorkspaceFolder];
  await vscode.workspace.getConfiguration(settingsSection, scope).update(name, value, level);
}

/** Globs of `files.exclude` that are switched on; in Restricted Mode not those of the workspace, which could hide its keys with them. */
export function excludedFiles(scope: vscode.Uri): string[] {
  const files = vscode.workspace.getConfiguration('files', scope);
  const own = files.inspect<Record<string, unknown>>('exclude');
  const globs: Record<string, unknown> = vscode.workspace.isTrusted
    ? files.get('exclude', {})
    : { ...own?.defaultValue, ...own?.globalValue };
  return Object.keys(globs).filter(glob => globs[glob] === true);
}

export function onDidChangeSettings(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration(event => {
    if (event.affectsConfiguration(settingsSection)) listener();
  });
}

/** Whether VS Code, when it is closed, writes open terminals to disk with the environment they were started with. */
export function savesTerminals(): boolean {
  const terminals = vscode.workspace.getConfiguration('terminal.integrated');
  return terminals.get<boolean>('enablePersistentSessions', true) && terminals.get<string>(reviving, 'onExit') !== 'never';
}

/** In the user's settings: people are asked before. */
export async function doNotSaveTerminals(): Promise<void> {
  await vscode.workspace.getConfiguration('terminal.integrated').update(reviving, 'never', vscode.ConfigurationTarget.Global);
}

const reviving = 'persistentSessionReviveProcess';
