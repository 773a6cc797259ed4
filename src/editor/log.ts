// The log people are asked for. Paths and counts, never a value.

import * as vscode from 'vscode';
import { commands } from './ids.ts';

export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

export function createLog(): vscode.LogOutputChannel & Logger {
  return vscode.window.createOutputChannel('Key Hygiene', { log: true });
}

export function registerLogCommand(log: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.commands.registerCommand(commands.showLog, () => log.show(true));
}
