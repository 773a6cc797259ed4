// How the files that keep values are written and read: rows of NAME=value, but for tools with a format of their own.

import { readDefinitions } from '../usages/read-definitions.ts';
import { localSettingsFile, readLocalSettings, setLocalSetting } from './set-local-setting.ts';
import { readUserSecrets, setUserSecret, userSecretsFile } from './set-user-secret.ts';
import { type SetVariable, setVariable } from './set-variable.ts';

export interface EnvironmentFormat {
  readonly set: (text: string, name: string, value: string) => SetVariable;
  /** The values that count, by name. */
  readonly read: (text: string) => ReadonlyMap<string, string>;
  /** Whether projects commit a copy that names the variables without their values. */
  readonly hasExample: boolean;
  /** Rows of NAME=value, which other readers read, too. */
  readonly isRows: boolean;
}

export function environmentFormatOf(fileName: string): EnvironmentFormat {
  if (fileName === localSettingsFile) return localSettings;
  if (fileName === userSecretsFile) return userSecrets;
  return fileName === '.Renviron' ? { ...rows, hasExample: false } : rows;
}

const rows: EnvironmentFormat = {
  set: setVariable,
  // The last row of a name is the one that counts.
  read: text => new Map(readDefinitions(text).map(({ name, value }) => [name, value])),
  hasExample: true,
  isRows: true,
};

const localSettings: EnvironmentFormat = { set: setLocalSetting, read: readLocalSettings, hasExample: false, isRows: false };

const userSecrets: EnvironmentFormat = { set: setUserSecret, read: readUserSecrets, hasExample: false, isRows: false };
