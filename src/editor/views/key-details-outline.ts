// Everything known of one key as rows: how it is kept, what is noticeable, where its value stands environment by environment,
// where it is used, what it is, and the pages of its provider.

import type { Problem } from '../../engine/hygiene/problem.ts';
import { type Phrase, phrase } from '../../engine/phrase.ts';
import { ruleById } from '../../engine/rules/catalogue.ts';
import { providerById } from '../../engine/rules/providers.ts';
import { environmentNameOf } from '../../engine/usages/environment-name.ts';
import { isDefinition } from '../../engine/usages/is-definition.ts';
import { isMovable } from '../../engine/usages/is-movable.ts';
import type { Key, PlacedUsage } from '../../engine/usages/key.ts';
import { describeState, statesOf } from '../../engine/usages/key-states.ts';
import { nextStepOf } from '../../engine/usages/next-step.ts';
import { describeGrade } from '../../engine/usages/storage-grade.ts';

export interface DetailNode {
  readonly kind: 'detail';
  /** Stable: expansion survives a refresh. */
  readonly id: string;
  readonly key: Key;
  /** A sentence of ours, or text as it stands in files. */
  readonly label: Phrase | string;
  readonly description?: Phrase | string;
  /** Of VS Code's own. */
  readonly icon?: string;
  /** What a click leads to. */
  readonly target?: DetailTarget;
  /** A fix can make it better. */
  readonly isFixable?: true;
  /** Closed at first: the tree of keys has the same. */
  readonly isLong?: true;
  readonly children: readonly DetailNode[];
}

export type DetailTarget =
  | { readonly kind: 'place'; readonly usage: PlacedUsage }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'page'; readonly url: string }
  | { readonly kind: 'rule'; readonly ruleId: string };

type Row = Omit<DetailNode, 'kind' | 'id' | 'key' | 'children'> & { readonly children?: readonly Row[] };

/** What would be better: a sentence, which rows are too narrow for. */
export function adviceOn({ grade }: Pick<Key, 'grade'>): Phrase {
  return nextStepOf(grade);
}

export function detailsOf(key: Key, problems: readonly Problem[]): readonly DetailNode[] {
  const rows = [storage(key), noticed(key, problems), environments(key), usages(key), about(key), pages(key)];
  return nodesOf(
    key,
    'details',
    rows.filter(row => row !== undefined),
  );
}

function storage(key: Key): Row {
  const isFixable = key.usages.some(isMovable);
  return { label: phrase('Storage'), description: describeGrade(key.grade), ...(isFixable && { isFixable }) };
}

/** A click leads to a problem’s place, where the editor offers what can be done about it. */
function noticed(key: Key, problems: readonly Problem[]): Row | undefined {
  const children = [
    ...statesOf(key).map((state): Row => ({ label: describeState(state), icon: 'warning' })),
    ...problems.map((problem): Row => ({ label: problem.message, icon: 'warning', target: { kind: 'problem', problem } })),
  ];
  return children.length === 0 ? undefined : { label: phrase('Noticed'), description: String(children.length), icon: 'info', children };
}

function about({ masked, names, provider, ruleId, values }: Key): Row {
  const rule = ruleId === undefined ? undefined : ruleById(ruleId);
  const service = provider === undefined || provider === 'generic' ? undefined : (providerById(provider)?.title ?? provider);
  const rows: readonly (Row | undefined)[] = [
    service === undefined ? undefined : { label: phrase('Provider'), description: service },
    rule && { label: phrase('Rule'), description: rule.title, target: { kind: 'rule', ruleId: rule.id } },
    rule && { label: phrase('Kind of key'), description: rule.kind },
    names.length === 0 ? undefined : { label: phrase('Names'), description: names.join(', ') },
    masked === undefined ? undefined : { label: phrase('Value, masked'), description: masked },
    values > 1 ? { label: phrase('Different values'), description: String(values) } : undefined,
  ];
  return { label: phrase('About'), icon: 'tag', children: rows.filter(row => row !== undefined) };
}

/** The rows and values of configuration, by environment: what programs are given. */
function environments({ usages: places }: Key): Row | undefined {
  const given = places.filter(place => isDefinition(place) || place.kind === 'config');
  if (given.length === 0) return undefined;
  const byName = given.map(usage => ({ usage, name: environmentNameOf(usage.uri) ?? '' }));
  const sorted = byName.toSorted((a, b) => Number(a.name > b.name) - Number(a.name < b.name));
  const children = sorted.map(
    ({ usage, name }): Row => ({
      label: name === '' ? phrase('Any environment') : name,
      description: describeGiven(usage),
      icon: 'symbol-constant',
      target: { kind: 'place', usage },
    }),
  );
  return {
    label: phrase('Environments'),
    description: String(new Set(byName.map(({ name }) => name)).size),
    icon: 'server-environment',
    children,
  };
}

function describeGiven({ kind, masked = '' }: PlacedUsage): Phrase | string {
  if (kind === 'encrypted') return phrase('encrypted');
  return kind === 'definition' ? phrase('name without a value') : masked;
}

function usages({ usages: places }: Key): Row {
  const children = places.map((usage): Row => ({ label: usage.preview, target: { kind: 'place', usage } }));
  return { label: phrase('Usages'), description: String(places.length), icon: 'references', isLong: true, children };
}

function pages({ provider }: Key): Row | undefined {
  const { revokeUrl, rotateUrl, title } = (provider === undefined ? undefined : providerById(provider)) ?? {};
  const links: readonly (Row | undefined)[] = [
    revokeUrl === undefined ? undefined : link(phrase('Revoke or replace the key'), revokeUrl),
    rotateUrl === undefined ? undefined : link(phrase('How keys are kept and rotated'), rotateUrl),
  ];
  const children = links.filter(row => row !== undefined);
  return children.length === 0 ? undefined : { label: phrase('Pages of {0}', title ?? ''), icon: 'globe', children };
}

function link(label: Phrase, url: string): Row {
  return { label, description: url, icon: 'link-external', target: { kind: 'page', url } };
}

/** Rows have no names of their own that are theirs alone: their order under each other does. */
function nodesOf(key: Key, parent: string, rows: readonly Row[]): readonly DetailNode[] {
  return rows.map((row, index) => {
    const id = `${parent}/${index}`;
    return { ...row, kind: 'detail', id, key, children: nodesOf(key, id, row.children ?? []) };
  });
}
