// “Rotation Checklist”: the six steps of replacing a key, as a document to work through, keep or copy.

import * as vscode from 'vscode';
import { rotationChecklist } from '../../engine/hygiene/rotation-checklist.ts';
import { phrase } from '../../engine/phrase.ts';
import type { Key } from '../../engine/usages/key.ts';
import type { Boundary } from '../commands.ts';
import { translate } from '../convert.ts';
import { commands } from '../ids.ts';
import { UserError } from '../user-error.ts';
import type { DetailNode } from '../views/key-details-outline.ts';
import type { KeysNode } from '../views/keys-outline.ts';

export interface RotationChecklistDeps {
  /** Their selection counts when the command comes without a row. */
  readonly view: Pick<vscode.TreeView<KeysNode>, 'selection'>;
  readonly shownKey: () => Key | undefined;
  readonly boundary: Boundary;
}

export function registerRotationChecklist({ view, shownKey, boundary }: RotationChecklistDeps): vscode.Disposable {
  return boundary.registerCommand(commands.openRotationChecklist, async (node?: KeysNode | DetailNode) => {
    const key = keyOf(node) ?? keyOf(view.selection[0]) ?? shownKey();
    if (!key) throw new UserError(phrase('Choose a key in the Keys view.'));
    const place = ({ uri, line }: Key['usages'][number]): string => `${vscode.workspace.asRelativePath(vscode.Uri.parse(uri))}:${line + 1}`;
    const content = rotationChecklist(key, { say: translate, place });
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
  });
}

function keyOf(node: KeysNode | DetailNode | undefined): Key | undefined {
  return node === undefined || node.kind === 'group' || node.kind === 'problem' ? undefined : node.key;
}
