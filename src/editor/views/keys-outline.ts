// The Keys tree as plain data: what stands under what for each way of grouping.

import { environmentNameOf } from '../../engine/usages/environment-name.ts';
import type { Key, PlacedUsage } from '../../engine/usages/key.ts';
import { keyStates } from '../../engine/usages/key-states.ts';
import { filterKeys, type KeysFilter } from './keys-filter.ts';

export const groupings = ['key', 'provider', 'file', 'environment', 'grade', 'problem'] as const;

export type Grouping = (typeof groupings)[number];

/** The group of keys that belong to none: without a provider's name, for any environment, without a problem. */
export const noGroup = '';

export interface GroupNode {
  readonly kind: 'group';
  /** Stable: expansion and selection survive a refresh. */
  readonly id: string;
  readonly grouping: Exclude<Grouping, 'key'>;
  /** Id of the provider, grade or problem, name of the environment, URI of the file; or `noGroup`. */
  readonly name: string;
  readonly children: readonly (KeyNode | UsageNode)[];
}

export interface KeyNode {
  readonly kind: 'key';
  readonly id: string;
  readonly key: Key;
  readonly children: readonly UsageNode[];
}

export interface UsageNode {
  readonly kind: 'usage';
  readonly id: string;
  readonly key: Key;
  readonly usage: PlacedUsage;
}

export type KeysNode = GroupNode | KeyNode | UsageNode;

export interface OutlineOptions {
  readonly grouping: Grouping;
  readonly filter: KeysFilter;
  /** Ids of what is wrong with a key, the most urgent first, as far as anybody knows. */
  readonly problemsOf: (key: Key) => readonly string[];
}

/** Keys come sorted, worst kept first, and stay so. Groups stand in the order of the worst key in them; that of `noGroup` comes last. */
export function outlineOf(keys: readonly Key[], { grouping, filter, problemsOf }: OutlineOptions): readonly KeysNode[] {
  const shown = filterKeys(keys, filter);
  if (grouping === 'key') return shown.map(key => keyNode(key, 'key'));
  if (grouping === 'file') return byFile(shown);
  const namesOf: Readonly<Record<typeof grouping, (key: Key) => readonly string[]>> = {
    provider: ({ provider }) => [provider === 'generic' ? noGroup : (provider ?? noGroup)],
    environment: environmentsOf,
    grade: ({ grade }) => [grade],
    problem: problemsOf,
  };
  return byName(shown, grouping, namesOf[grouping]);
}

/** The environments that a key has a value or a row in. */
export function environmentsOf({ usages }: Pick<Key, 'usages'>): readonly string[] {
  const told = usages.filter(({ kind }) => kind !== 'environment').flatMap(({ uri }) => environmentNameOf(uri) ?? []);
  return [...new Set(told)];
}

/** A key stands in each group that it has the name of. */
function byName(keys: readonly Key[], grouping: GroupNode['grouping'], namesOf: (key: Key) => readonly string[]): readonly GroupNode[] {
  const members = keys.flatMap(key => {
    const names = namesOf(key);
    return (names.length === 0 ? [noGroup] : names).map(name => ({ key, name }));
  });
  const groups = [...groupBy(members, ({ name }) => name)].toSorted(([a], [b]) => rankOf(a, grouping) - rankOf(b, grouping));
  return groups.map(([name, inGroup]) => {
    const id = `${grouping}:${name}`;
    return { kind: 'group', id, grouping, name, children: inGroup.map(({ key }) => keyNode(key, id)) };
  });
}

/** What is noticeable about keys comes by urgency, other groups as their keys do. */
function rankOf(name: string, grouping: GroupNode['grouping']): number {
  if (name === noGroup) return 2;
  const urgency = grouping === 'problem' ? (keyStates as readonly string[]).indexOf(name) : -1;
  return urgency === -1 ? 1 : urgency / keyStates.length;
}

function byFile(keys: readonly Key[]): readonly GroupNode[] {
  const places = keys.flatMap(key => key.usages.map(usage => ({ key, usage })));
  const groups = groupBy(places, ({ usage }) => usage.uri);
  return [...groups].map(([name, members]) => {
    const id = `file:${name}`;
    const inOrder = members.toSorted((a, b) => a.usage.span.start - b.usage.span.start);
    return { kind: 'group', id, grouping: 'file', name, children: usageNodes(inOrder, id) };
  });
}

function keyNode(key: Key, parent: string): KeyNode {
  const id = `${parent}/${key.id}`;
  return {
    kind: 'key',
    id,
    key,
    children: usageNodes(
      key.usages.map(usage => ({ key, usage })),
      id,
    ),
  };
}

/** Lines move while people type, so a usage is told by its order among its file's, not by its line. */
function usageNodes(places: readonly { readonly key: Key; readonly usage: PlacedUsage }[], parent: string): readonly UsageNode[] {
  const counts = new Map<string, number>();
  return places.map(({ key, usage }) => {
    const place = `${parent}/${usage.uri}/${usage.kind}`;
    const count = (counts.get(place) ?? 0) + 1;
    counts.set(place, count);
    return { kind: 'usage', id: `${place}/${count}`, key, usage };
  });
}

/** In the order in which the groups are first met. */
function groupBy<T>(items: readonly T[], nameOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}
