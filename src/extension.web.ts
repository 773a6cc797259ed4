// The composition root of a browser editor: no disk, no threads, no git. Keys are told in the documents that are open, and
// fixes are planned as on a desktop; what would have to be stored stays with the user.

import type * as vscode from 'vscode';
import type { Abilities } from './editor/abilities.ts';
import { activateEditor } from './editor/activate-editor.ts';
import { createFingerprint, newSalt, sha1 } from './web/fingerprint.ts';

export function activate(context: vscode.ExtensionContext): void {
  const abilities: Abilities = {
    fingerprint: createFingerprint,
    newSalt,
    sha1,
    scanner: undefined,
    store: undefined,
    files: undefined,
    managers: undefined,
  };
  context.subscriptions.push(activateEditor(abilities, context));
}
