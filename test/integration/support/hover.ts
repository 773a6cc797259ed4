// What the extension says when the pointer rests on a key.
import * as vscode from 'vscode';
import { rangeOfText } from './diagnosed.ts';
import { waitFor } from './wait-for.ts';

/** Markdown, without the backslashes that keep text from being formatted. */
export function hoverOn(document: vscode.TextDocument, text: string): Promise<string> {
  const position = rangeOfText(document, text).start.translate(0, 3);
  return waitFor(async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
    const contents = hovers.flatMap(hover => hover.contents.map(content => (typeof content === 'string' ? content : content.value)));
    // Text goes into Markdown with its blanks and marks escaped.
    const plain = contents.map(content => content.replaceAll('&nbsp;', ' ').replaceAll('\\', ''));
    return plain.find(content => content.includes('About this rule'));
  });
}
