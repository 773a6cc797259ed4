// One key of the workspace as people see it: named, graded, with its places.

import { ruleById } from '../rules/catalogue.ts';
import type { KeyKind, Rule } from '../rules/rule.ts';
import { identitiesOf, joiningName } from './identities.ts';
import { isSecretName } from './secret-name.ts';
import { compareGrades, type StorageGrade, storageGradeOf } from './storage-grade.ts';
import type { Usage } from './usage.ts';
import { isOfficialVariable, providerOfVariable } from './variable-provider.ts';

export type PlacedUsage = Usage & { readonly uri: string };

export interface Key {
  /** Stays the same while the key keeps its first variable or, without one, its value. Holds no secret. */
  readonly id: string;
  /** Its environment variable, else the masked value, else whatever it is called in code or the rule calls it. */
  readonly title: string;
  /** Environment variables first, then other names, each in alphabetical order. */
  readonly names: readonly string[];
  /** Provider id. */
  readonly provider: string | undefined;
  readonly ruleId: string | undefined;
  readonly kind: KeyKind | undefined;
  readonly masked: string | undefined;
  readonly grade: StorageGrade;
  /** By file, then by place. */
  readonly usages: readonly PlacedUsage[];
  /** How many of them are literals in code. */
  readonly hardcoded: number;
  /** How many different values stand under its name: more than one when environment files disagree. */
  readonly values: number;
}

export function makeKey(places: readonly PlacedUsage[]): Key {
  const usages = places.toSorted(comparePlaces);
  const variables = sortedUnique(usages.map(joiningName));
  const names = [...new Set([...variables, ...sortedUnique(usages.map(({ name }) => name))])];
  const values = new Set(usages.flatMap(({ fingerprint }) => fingerprint ?? []));
  const told = usages.find(({ ruleId }) => ruleId !== undefined);
  const masked = usages.find(usage => usage.masked !== undefined)?.masked;
  return {
    id: sortedUnique(usages.flatMap(identitiesOf))[0] ?? '',
    title: variables[0] ?? recognizable(masked) ?? names[0] ?? ruleOf(told)?.title ?? masked ?? '',
    names,
    provider: providerOf(usages, variables),
    ruleId: told?.ruleId,
    kind: ruleOf(told)?.kind,
    masked,
    grade: storageGradeOf(usages),
    usages,
    hardcoded: usages.filter(({ kind }) => kind === 'hardcoded').length,
    values: values.size,
  };
}

/** A lookup of `MY_FEATURE` is no key; one of `OPENAI_API_KEY` is, and so is whatever holds a value that a rule knows. */
export function isWorthShowing(places: readonly PlacedUsage[]): boolean {
  return places.some(place => {
    if (place.fingerprint !== undefined || place.kind !== 'environment') return true;
    return place.name !== undefined && (isSecretName(place.name) || isOfficialVariable(place.name));
  });
}

/** The worst kept first. */
export function compareKeys(a: Key, b: Key): number {
  return compareGrades(a.grade, b.grade) || compareText(a.title, b.title) || compareText(a.id, b.id);
}

function ruleOf(usage: PlacedUsage | undefined): Rule | undefined {
  return usage?.ruleId === undefined ? undefined : ruleById(usage.ruleId);
}

/** Dots for a short password, or the dashes every private key begins with, tell nobody which one it is. */
function recognizable(masked: string | undefined): string | undefined {
  return masked !== undefined && /^[^\u2026]*[A-Za-z0-9]/.test(masked) ? masked : undefined;
}

function providerOf(usages: readonly PlacedUsage[], variables: readonly string[]): string | undefined {
  const told = usages.find(({ provider }) => provider !== undefined && provider !== 'generic')?.provider;
  return (
    told ?? variables.map(providerOfVariable).find(provider => provider !== undefined) ?? usages.find(({ provider }) => provider)?.provider
  );
}

function comparePlaces(a: PlacedUsage, b: PlacedUsage): number {
  return compareText(a.uri, b.uri) || a.span.start - b.span.start;
}

/** By code unit, so that every machine sorts alike. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function sortedUnique(texts: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(texts.filter(text => text !== undefined))].sort(compareText);
}
