// Every file of the workspace that holds a value, but for those that are there to hold values.

import * as vscode from 'vscode';
import { isMovable } from '../engine/usages/is-movable.ts';
import type { PlacedUsage } from '../engine/usages/key.ts';
import type { KeysStore } from './keys-store.ts';
import type { Place } from './requests.ts';
import { rangeOfUsage } from './views/keys-item.ts';

/** One place in each file, as far as files were scanned. */
export function placesOfValue(keys: KeysStore, fingerprint: string): readonly Place[] {
  const usages = keys.keys().flatMap(key => key.usages);
  return onePlaceEach(usages.filter(usage => usage.fingerprint === fingerprint));
}

/** Places that a fix may take the value from, the first of each file. */
export function onePlaceEach(usages: readonly PlacedUsage[]): readonly Place[] {
  const first = new Map<string, PlacedUsage>();
  for (const usage of usages.filter(isMovable)) if (!first.has(usage.uri)) first.set(usage.uri, usage);
  return [...first.values()].map(usage => ({ uri: vscode.Uri.parse(usage.uri), range: rangeOfUsage(usage) }));
}
