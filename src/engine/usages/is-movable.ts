// Which usages hold a value that has no business there: a fix may take it away.

import { fileKindOf } from './file-kind.ts';
import type { PlacedUsage } from './key.ts';

/** Literals and settings; not the rows of an environment file. */
export function isMovable({ kind, uri }: Pick<PlacedUsage, 'kind' | 'uri'>): boolean {
  return kind === 'hardcoded' || (kind === 'config' && fileKindOf({ uri, languageId: '' }) !== 'environment');
}
