// The grammars of the extension's folder, read the way every host can.

import * as vscode from 'vscode';
import { describeError } from '../engine/describe-error.ts';
import { SyntaxParsers } from '../engine/syntax/syntax-parsers.ts';
import { breathe } from './async.ts';
import type { Logger } from './log.ts';

export interface SyntaxParsersDeps {
  readonly extensionUri: vscode.Uri;
  readonly log: Logger;
}

/** The caller disposes it. */
export function createSyntaxParsers({ extensionUri, log }: SyntaxParsersDeps): SyntaxParsers {
  const folder = vscode.Uri.joinPath(extensionUri, 'dist', 'grammars');
  return new SyntaxParsers({
    read: async file => vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, file)),
    now: () => performance.now(),
    breathe,
    onProblem: error => log.warn(`Fixes go without a syntax tree: ${describeError(error)}`),
  });
}
