// A line in the status bar: something was done, and there is nothing more to know or to do.

import * as vscode from 'vscode';

export function tellDone(text: string): void {
  vscode.window.setStatusBarMessage(`$(pass) ${text}`, 8000);
}
