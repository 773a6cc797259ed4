// The secret manager that was chosen for a file, as its settings say.

import type * as vscode from 'vscode';
import { managerOf } from '../../engine/managers/catalogue.ts';
import { type ConnectionWord, connectionFrom, missingWords, settingOfManager } from '../../engine/managers/connection-words.ts';
import type { Manager } from '../../engine/managers/manager.ts';
import type { ManagerConnection } from '../../engine/managers/secret-store.ts';
import type { Settings } from '../../engine/settings/settings.ts';
import type { Engines } from '../engines.ts';

export interface ChosenManager {
  readonly manager: Manager;
  readonly connection: ManagerConnection;
  /** What has to be said still. */
  readonly missing: readonly ConnectionWord[];
  readonly secretName: string;
}

/** Nothing where none is chosen. In Restricted Mode only what the user set for themselves is here: VS Code leaves the rest out. */
export function chosenManager(engines: Engines, uri: vscode.Uri): ChosenManager | undefined {
  return managerIn(engines.forUri(uri).settings);
}

function managerIn(settings: Settings): ChosenManager | undefined {
  const { manager: id, secretName } = settings;
  if (id === 'none') return undefined;
  const said = settings[settingOfManager[id]];
  return { manager: managerOf(id), connection: connectionFrom(id, said), missing: missingWords(id, said), secretName };
}
