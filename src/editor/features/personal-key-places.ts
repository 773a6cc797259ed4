// Personal keys among the keys of the workspace: a place each, so that lookups of the variable are graded as kept well, in a page of
// names and masks that is only ever in memory.

import * as vscode from 'vscode';
import type { Boundary } from '../commands.ts';
import { DisposableStore } from '../disposables.ts';
import type { KeysStore } from '../keys-store.ts';
import type { PersonalKeys } from '../personal-keys.ts';

const scheme = 'key-hygiene-personal';
/** Its path is what the Keys view calls the place. */
const page = vscode.Uri.from({ scheme, path: '/VS Code' });

export interface PersonalKeyPlacesDeps {
  readonly personalKeys: PersonalKeys;
  readonly keys: KeysStore;
  readonly boundary: Boundary;
}

export function registerPersonalKeyPlaces({ personalKeys, keys, boundary }: PersonalKeyPlacesDeps): vscode.Disposable {
  const store = new DisposableStore();
  const changed = store.add(new vscode.EventEmitter<vscode.Uri>());
  const provideTextDocumentContent = (): string =>
    personalKeys
      .all()
      .map(({ name, masked }) => `${name}  ${masked}\n`)
      .join('');
  store.add(vscode.workspace.registerTextDocumentContentProvider(scheme, { onDidChange: changed.event, provideTextDocumentContent }));
  const show = boundary.guardSync('personal keys', () => {
    keys.updateDocument({ uri: page.toString(), findings: [], usages: usagesOf(personalKeys) });
    changed.fire(page);
  });
  store.add(personalKeys.onDidChange(show));
  return store;
}

function usagesOf(personalKeys: PersonalKeys): Parameters<KeysStore['updateDocument']>[0]['usages'] {
  const preview = vscode.l10n.t('personal key');
  let start = 0;
  return personalKeys.all().map(({ name, masked }, line) => {
    const span = { start, end: start + name.length };
    start += `${name}  ${masked}\n`.length;
    return { kind: 'manager', span, line, column: 0, name, masked, preview: `${name} · ${preview}` };
  });
}
