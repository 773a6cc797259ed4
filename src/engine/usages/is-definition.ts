// Which usages give a variable its value, or say in a sample that it has one: what lookups of it lead to.

import { fileKindOf } from './file-kind.ts';
import type { PlacedUsage } from './key.ts';

/** Rows of environment files and of samples. */
export function isDefinition({ kind, uri }: Pick<PlacedUsage, 'kind' | 'uri'>): boolean {
  return kind === 'definition' || kind === 'encrypted' || (kind === 'config' && fileKindOf({ uri, languageId: '' }) === 'environment');
}
