// The Keys tree as plain data: what stands under what for each way of grouping.

import type { Problem } from '../../engine/hygiene/problem.ts';
import { type Severity, severities } from '../../engine/settings/settings.ts';
import { environmentNameOf } from '../../engine/usages/environment-name.ts';
import type { Key, PlacedUsage } from '../../engine/usages/key.ts';
import { type KeyState, keyStates, statesOf } from '../../engine/usages/key-states.ts';
import { compareGrades } from '../../engine/usages/storage-grade.ts';
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
  readonly children: readonly (KeyNode | UsageNode | ProblemNode)[];
  /** Of a problem. */
  readonly severity?: Severity;
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

/** A problem that is about no key: shown by itself where keys are grouped by problem. */
export interface ProblemNode {
  readonly kind: 'problem';
  readonly id: string;
  readonly problem: Problem;
}

export type KeysNode = GroupNode | KeyNode | UsageNode | ProblemNode;

export interface OutlineOptions {
  readonly grouping: Grouping;
  readonly filter: KeysFilter;
  /** What checks found about a key, the worst first. */
  readonly problemsOf: (key: Key) => readonly Problem[];
  /** Also those that are about no key. */
  readonly allProblems: () => readonly Problem[];
  readonly severityOf: (problem: Problem) => Severity;
}

/**
 * Keys come sorted, worst kept first, and stay so; of those that are kept alike the one with the worst problem comes first. Groups stand in
 * the order of the worst key in them; that of `noGroup` comes last.
 */
export function outlineOf(keys: readonly Key[], options: OutlineOptions): readonly KeysNode[] {
  const { grouping, filter } = options;
  const shown = byUrgency(
    filterKeys(keys, filter, key => options.problemsOf(key).length > 0),
    options,
  );
  if (grouping === 'key') return shown.map(key => keyNode(key, 'key'));
  if (grouping === 'file') return byFile(shown);
  if (grouping === 'problem') return byProblem(keys, shown, options);
  const namesOf: Readonly<Record<typeof grouping, (key: Key) => readonly string[]>> = {
    provider: ({ provider }) => [provider === 'generic' ? noGroup : (provider ?? noGroup)],
    environment: environmentsOf,
    grade: ({ grade }) => [grade],
  };
  return byName(shown, grouping, namesOf[grouping]);
}

function byUrgency(keys: readonly Key[], { problemsOf, severityOf }: OutlineOptions): readonly Key[] {
  const worst = new Map(keys.map(key => [key, problemsOf(key)[0]]));
  const rank = (key: Key): number => {
    const problem = worst.get(key);
    return severities.indexOf(problem ? severityOf(problem) : 'off');
  };
  return keys.toSorted((a, b) => compareGrades(a.grade, b.grade) || rank(a) - rank(b));
}

/** A key stands under each thing that is wrong with it; a problem that is about no key of the workspace stands there itself. */
function byProblem(all: readonly Key[], shown: readonly Key[], options: OutlineOptions): readonly GroupNode[] {
  const { problemsOf, allProblems, severityOf, filter } = options;
  const urgency = new Map<string, number>(keyStates.map(state => [state, severities.indexOf(severityOfState[state])]));
  for (const problem of allProblems()) urgency.set(problem.checkId, severities.indexOf(severityOf(problem)));
  const idsOf = (key: Key): readonly string[] => [...new Set([...statesOf(key), ...problemsOf(key).map(({ checkId }) => checkId)])];
  const groups = new Map(byName(shown, 'problem', idsOf).map(group => [group.name, group]));
  const told = new Set(all.flatMap(problemsOf));
  for (const problem of allProblems()) {
    if (told.has(problem) || !isProblemShown(problem, filter)) continue;
    const name = problem.checkId;
    const group = groups.get(name) ?? { kind: 'group', id: `problem:${name}`, grouping: 'problem', name, children: [] };
    const node: ProblemNode = { kind: 'problem', id: `${group.id}/${problem.uri}/${group.children.length}`, problem };
    groups.set(name, { ...group, children: [...group.children, node] });
  }
  const rankOf = ({ name }: GroupNode): number => (name === noGroup ? severities.length : (urgency.get(name) ?? 0));
  const withSeverity = (group: GroupNode): GroupNode => ({ ...group, severity: severities[rankOf(group)] ?? 'off' });
  return [...groups.values()].toSorted((a, b) => rankOf(a) - rankOf(b)).map(withSeverity);
}

/** What the key states would be as problems. */
const severityOfState: Readonly<Record<KeyState, Severity>> = {
  hardcoded: 'error',
  'plain-config': 'warning',
  'different-values': 'hint',
  'used-undefined': 'hint',
  'defined-unused': 'hint',
};

function isProblemShown({ uri, names = [] }: Problem, { text, states }: KeysFilter): boolean {
  if (states.length > 0 && !states.includes('problem')) return false;
  const needle = text.toLowerCase();
  return [decodeURIComponent(uri), ...names].some(told => told.toLowerCase().includes(needle));
}

/** The environments that a key has a value or a row in. */
function environmentsOf({ usages }: Pick<Key, 'usages'>): readonly string[] {
  const told = usages.filter(({ kind }) => kind !== 'environment').flatMap(({ uri }) => environmentNameOf(uri) ?? []);
  return [...new Set(told)];
}

/** A key stands in each group that it has the name of. */
function byName(keys: readonly Key[], grouping: GroupNode['grouping'], namesOf: (key: Key) => readonly string[]): readonly GroupNode[] {
  const members = keys.flatMap(key => {
    const names = namesOf(key);
    return (names.length === 0 ? [noGroup] : names).map(name => ({ key, name }));
  });
  const groups = [...groupBy(members, ({ name }) => name)].toSorted(([a], [b]) => Number(a === noGroup) - Number(b === noGroup));
  return groups.map(([name, inGroup]) => {
    const id = `${grouping}:${name}`;
    return { kind: 'group', id, grouping, name, children: inGroup.map(({ key }) => keyNode(key, id)) };
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
