// What is noticeable about a key as a whole, told by its usages alone: where it is kept badly, defined for nobody, or asked for in vain.

import { type Phrase, phrase } from '../phrase.ts';
import { fileKindOf } from './file-kind.ts';
import { joiningName } from './identities.ts';
import { isDefinition } from './is-definition.ts';
import type { Key, PlacedUsage } from './key.ts';
import { isOfficialVariable } from './variable-provider.ts';

/** The most urgent first. */
export const keyStates = ['hardcoded', 'plain-config', 'different-values', 'used-undefined', 'defined-unused'] as const;

export type KeyState = (typeof keyStates)[number];

/** In the order above; none is said of a key that is kept and used as it should be. */
export function statesOf(key: Pick<Key, 'grade' | 'values' | 'usages'>): readonly KeyState[] {
  const holds: Readonly<Record<KeyState, boolean>> = {
    hardcoded: key.grade === 'hardcoded',
    'plain-config': key.usages.some(isPlainConfig),
    'different-values': key.values > 1,
    'used-undefined': key.usages.every(({ kind }) => kind === 'environment'),
    'defined-unused': isUnused(key.usages),
  };
  return keyStates.filter(state => holds[state]);
}

export function describeState(state: KeyState): Phrase {
  return descriptions[state];
}

const descriptions: Readonly<Record<KeyState, Phrase>> = {
  hardcoded: phrase('Hardcoded'),
  'plain-config': phrase('Value in a configuration file'),
  'different-values': phrase('Different values under one name'),
  'used-undefined': phrase('Used but never defined'),
  'defined-unused': phrase('Defined but never used'),
};

function isPlainConfig({ kind, uri }: PlacedUsage): boolean {
  return kind === 'config' && fileKindOf({ uri, languageId: '' }) !== 'environment';
}

/** Libraries read the variables that their documentation names by themselves: nobody sees whether they do. */
function isUnused(usages: readonly PlacedUsage[]): boolean {
  const defined = usages.some(usage => usage.kind !== 'definition' && isDefinition(usage));
  if (!defined || !usages.every(({ kind }) => kind === 'config' || kind === 'encrypted' || kind === 'definition')) return false;
  return !usages.some(usage => isOfficialVariable(joiningName(usage) ?? ''));
}
