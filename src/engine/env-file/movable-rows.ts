// The rows of an environment file as candidates for a secret manager: which hold a key, and which hold something else.

import type { Span } from '../text.ts';
import { LandmarksMet } from '../usages/landmarks.ts';
import { findManagerReferences } from '../usages/manager-references.ts';
import { isPlaceholderValue } from '../usages/placeholder-value.ts';
import { type Definition, readDefinitions } from '../usages/read-definitions.ts';
import { isSecretName } from '../usages/secret-name.ts';
import { isOfficialVariable } from '../usages/variable-provider.ts';

/**
 * `key`: worth moving. `setting`: a port, a path. `placeholder`: stands for a value. `reference`: is kept in a manager already.
 * `encrypted`: of no use without its key. `repeated`: several rows have the name, and it cannot be told which of them counts.
 */
export type RowKind = 'key' | 'setting' | 'placeholder' | 'reference' | 'encrypted' | 'repeated';

export interface MovableRow {
  readonly name: string;
  /** In memory only. */
  readonly value: string;
  readonly kind: RowKind;
}

/** One a name, in the order of the file. `flagged`: where rules found keys, whatever the rows are called. */
export function movableRows(text: string, flagged: readonly Span[]): readonly MovableRow[] {
  const definitions = readDefinitions(text);
  const counts = new Map<string, number>();
  for (const { name } of definitions) counts.set(name, (counts.get(name) ?? 0) + 1);
  const last = new Map(definitions.map(definition => [definition.name, definition]));
  return [...last.values()].map(definition => ({
    name: definition.name,
    value: definition.value,
    kind: (counts.get(definition.name) ?? 0) > 1 ? 'repeated' : kindOf(definition, flagged),
  }));
}

function kindOf({ name, value, valueSpan }: Definition, flagged: readonly Span[]): RowKind {
  if (value.startsWith('encrypted:')) return 'encrypted';
  if (isPlaceholderValue(value)) return 'placeholder';
  if (findManagerReferences(value, new LandmarksMet()).length > 0) return 'reference';
  const isFlagged = flagged.some(({ start, end }) => start < valueSpan.end && valueSpan.start < end);
  return isFlagged || isSecretName(name) || isOfficialVariable(name) ? 'key' : 'setting';
}
