// Everything known of one key as rows: how it is kept and what would be better, what is noticeable, in which environments it has a
// value, where it is used, what it is, what its provider offers, and how it is rotated.

import type { Problem } from '../../engine/hygiene/problem.ts';
import { type Phrase, phrase } from '../../engine/phrase.ts';
import { ruleById } from '../../engine/rules/catalogue.ts';
import { describeFact, factsOfProvider } from '../../engine/rules/provider-facts.ts';
import { providerById } from '../../engine/rules/providers.ts';
import type { Severity } from '../../engine/settings/settings.ts';
import { compareSeverities } from '../../engine/settings/severity.ts';
import { type CellState, environmentMatrix, type MatrixCell } from '../../engine/usages/environment-matrix.ts';
import { environmentNameOf } from '../../engine/usages/environment-name.ts';
import { fileKindOf } from '../../engine/usages/file-kind.ts';
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
  /** Of a problem. */
  readonly severity?: Severity;
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
  | { readonly kind: 'file'; readonly uri: string }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'page'; readonly url: string }
  | { readonly kind: 'rule'; readonly ruleId: string }
  /** `replace`: by a lookup, everywhere. `move`: to a secret manager. `checklist`: how it is rotated. */
  | { readonly kind: 'action'; readonly action: 'replace' | 'move' | 'checklist' };

export interface DetailFacts {
  /** What is wrong around the key. */
  readonly problems: readonly Problem[];
  readonly severityOf: (problem: Problem) => Severity;
  /** URIs of the environment files of the workspace. */
  readonly environmentFiles: readonly string[];
}

type Row = Omit<DetailNode, 'kind' | 'id' | 'key' | 'children'> & { readonly children?: readonly Row[] };

export function detailsOf(key: Key, facts: DetailFacts): readonly DetailNode[] {
  const rows = [storage(key), noticed(key, facts), environments(key, facts), usages(key), about(key), provider(key), rotation];
  return nodesOf(
    key,
    'details',
    rows.filter(row => row !== undefined),
  );
}

/** What would be better: a sentence, which rows are too narrow for. */
export function adviceOn({ grade }: Pick<Key, 'grade'>): Phrase {
  return nextStepOf(grade);
}

/** The next better steps, where they can be taken, are a click away. */
function storage(key: Key): Row {
  const row: Row = { label: phrase('Storage'), description: describeGrade(key.grade) };
  const move: Row = { label: phrase('Move to Secret Manager…'), icon: 'shield', target: { kind: 'action', action: 'move' } };
  if (!key.usages.some(isMovable)) return key.usages.some(isKeptHere) ? { ...row, children: [move] } : row;
  const replace: Row = {
    label: phrase('Replace Everywhere with Environment Variable'),
    icon: 'wand',
    target: { kind: 'action', action: 'replace' },
  };
  return { ...row, isFixable: true, children: [replace, move] };
}

/** A row of an environment file whose value can be read. */
function isKeptHere({ kind, name, uri }: PlacedUsage): boolean {
  return kind === 'config' && name !== undefined && fileKindOf({ uri, languageId: '' }) === 'environment';
}

/** A click leads to a problem’s place; what can be done about it is offered in the row, too. The worst come first. */
function noticed(key: Key, { problems, severityOf }: DetailFacts): Row | undefined {
  const byUrgency = [...problems].sort((a, b) => compareSeverities(severityOf(a), severityOf(b)));
  const children = [
    ...byUrgency.map((problem): Row => ({ label: problem.message, severity: severityOf(problem), target: { kind: 'problem', problem } })),
    // That it is hardcoded, its storage has said.
    ...statesOf(key)
      .filter(state => state !== 'hardcoded')
      .map((state): Row => ({ label: describeState(state), icon: 'circle-small' })),
  ];
  return children.length === 0 ? undefined : { label: phrase('Noticed'), description: String(children.length), icon: 'info', children };
}

/** One row for each environment; with several variables or apps, by those first. */
function environments(key: Key, { environmentFiles }: DetailFacts): Row | undefined {
  const matrix = environmentMatrix(key, environmentFiles);
  if (matrix.length === 0) return undefined;
  const names = new Set(matrix.flatMap(({ cells }) => cells.map(({ environment }) => environment)));
  const children =
    matrix.length === 1
      ? (matrix[0]?.cells ?? []).map(cellRow)
      : matrix.map(({ name, folder, cells }): Row => {
          return { label: name, description: lastPart(folder), icon: 'symbol-variable', children: cells.map(cellRow) };
        });
  return { label: phrase('Environments'), description: String(names.size), icon: 'server-environment', children };
}

function cellRow({ uri, environment, state, usage, sameIn }: MatrixCell): Row {
  return {
    label: environment ?? phrase('Any environment'),
    description: state === 'same' ? phrase('the same value as {0}', sameIn.map(shortName).join(', ')) : cellTexts[state],
    icon: cellIcons[state],
    target: usage ? { kind: 'place', usage } : { kind: 'file', uri },
  };
}

const cellTexts: Readonly<Record<Exclude<CellState, 'same'>, Phrase>> = {
  encrypted: phrase('encrypted'),
  alone: phrase('set'),
  own: phrase('a value of its own'),
  empty: phrase('name without a value'),
  missing: phrase('not defined'),
};

/** Shapes that differ, so that nobody has to tell colours apart. */
const cellIcons: Readonly<Record<CellState, string>> = {
  encrypted: 'lock',
  alone: 'pass-filled',
  own: 'pass-filled',
  same: 'copy',
  empty: 'circle-outline',
  missing: 'circle-slash',
};

function shortName(uri: string): string {
  return environmentNameOf(uri) ?? lastPart(uri);
}

function lastPart(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
}

function usages({ usages: places }: Key): Row {
  const children = places.map((usage): Row => ({ label: usage.preview, target: { kind: 'place', usage } }));
  return { label: phrase('Usages'), description: String(places.length), icon: 'references', isLong: true, children };
}

const rotation: Row = { label: phrase('Rotation Checklist'), icon: 'checklist', target: { kind: 'action', action: 'checklist' } };

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

/** Its pages, and how far its own documentation says that a key can be limited. */
function provider({ provider: id }: Key): Row | undefined {
  const { revokeUrl, rotateUrl, title } = (id === undefined ? undefined : providerById(id)) ?? {};
  const links: readonly (Row | undefined)[] = [
    revokeUrl === undefined ? undefined : link(phrase('Revoke or replace the key'), revokeUrl),
    rotateUrl === undefined ? undefined : link(phrase('How keys are kept and rotated'), rotateUrl),
    ...factsOfProvider(id ?? '').map(({ kind, source }) => link(describeFact(kind), source, 'verified')),
  ];
  const children = links.filter(row => row !== undefined);
  return children.length === 0 ? undefined : { label: phrase('Provider: {0}', title ?? ''), icon: 'globe', children };
}

function link(label: Phrase, url: string, icon = 'link-external'): Row {
  return { label, description: url, icon, target: { kind: 'page', url } };
}

/** Rows have no names of their own that are theirs alone: their order under each other does. */
function nodesOf(key: Key, parent: string, rows: readonly Row[]): readonly DetailNode[] {
  return rows.map((row, index) => {
    const id = `${parent}/${index}`;
    return { ...row, kind: 'detail', id, key, children: nodesOf(key, id, row.children ?? []) };
  });
}
