// Reads what people wrote about their secret manager: which one, how it is reached, and what secrets are called in it.

import {
  type ConnectionSettingName,
  type ConnectionSettings,
  connectionSettingNames,
  connectionWords,
} from '../managers/connection-words.ts';
import { managerIds } from '../managers/manager-id.ts';
import { phrase } from '../phrase.ts';
import type { ManagerSettings } from './settings.ts';
import { defaultSettings } from './settings.ts';
import type { Json, ValueReader } from './value-reader.ts';

const noManager = 'none';

export function readManagers(reader: ValueReader, found: Json): ManagerSettings {
  const { manager, secretName } = defaultSettings;
  const connections = connectionSettingNames.map(name => [name, readConnection(reader, found[name], name)] as const);
  return {
    manager: reader.oneOf(found['manager'], 'manager', [noManager, ...managerIds]) ?? manager,
    secretName: reader.text(found['secretName'], secretNameTemplate, mustBeTemplate) ?? secretName,
    ...(Object.fromEntries(connections) as Readonly<Record<ConnectionSettingName, ConnectionSettings>>),
  };
}

/** With the variable's name in it, or all keys would be called the same. */
const secretNameTemplate = /^(?=.*\{NAME\})(?:\{(?:app|env|NAME)\}|[\w./@+=#: -]){1,200}$/;

const mustBeTemplate = phrase(
  '“{0}” must have {1} in it; {2} and {3} may be there, too, with letters, digits and . / - _ between them.',
  'secretName',
  '{NAME}',
  '{app}',
  '{env}',
);

/** An empty text counts as not said: that is how the settings editor leaves a field. */
function readConnection(reader: ValueReader, value: unknown, setting: ConnectionSettingName): ConnectionSettings {
  const object = reader.object(value, setting);
  if (!object) return {};
  const words = connectionWords[setting];
  reader.unknownKeys(
    object,
    words.map(({ word }) => word),
    setting,
  );
  const said = words.map(({ word, form, mustBe }) => {
    const problem = mustBe(`${setting}.${word}`);
    return [word, object[word] === '' ? undefined : reader.text(object[word], form, problem)] as const;
  });
  return Object.fromEntries(said.filter((entry): entry is readonly [string, string] => entry[1] !== undefined));
}
