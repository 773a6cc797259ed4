// The Keys tree as plain data: what stands under what for each way of grouping, and what a filter lets through.

import type { Key, PlacedUsage } from '../../engine/usages/key.ts';
import { storageGradeOf } from '../../engine/usages/storage-grade.ts';

export type Grouping = 'key' | 'provider' | 'file';

export interface GroupNode {
  readonly kind: 'group';
  /** Stable: expansion and selection survive a refresh. */
  readonly id: string;
  readonly grouping: 'provider' | 'file';
  /** Provider id or URI. */
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

/** Keys come sorted, worst kept first, and stay so. */
export function outlineOf(keys: readonly Key[], grouping: Grouping, filter: string): readonly KeysNode[] {
  const shown = filter === '' ? keys : keys.flatMap(key => filtered(key, filter.toLowerCase()));
  if (grouping === 'key') return shown.map(key => keyNode(key, 'key'));
  return grouping === 'provider' ? byProvider(shown) : byFile(shown);
}

function byProvider(keys: readonly Key[]): readonly GroupNode[] {
  const groups = groupBy(keys, ({ provider }) => provider ?? 'generic');
  return [...groups].map(([name, members]) => {
    const id = `provider:${name}`;
    return { kind: 'group', id, grouping: 'provider', name, children: members.map(key => keyNode(key, id)) };
  });
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

/** A key that matches by what it is called stays whole; else it keeps the usages whose file matches. */
function filtered(key: Key, needle: string): Key[] {
  const called = [key.title, key.provider ?? '', key.ruleId ?? '', ...key.names];
  if (called.some(text => text.toLowerCase().includes(needle))) return [key];
  const usages = key.usages.filter(({ uri }) => decodeURIComponent(uri).toLowerCase().includes(needle));
  if (usages.length === 0) return [];
  const hardcoded = usages.filter(({ kind }) => kind === 'hardcoded').length;
  return [{ ...key, usages, hardcoded, grade: storageGradeOf(usages) }];
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
