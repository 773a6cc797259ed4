// How a row of the Keys tree looks: label, icon, tooltip, what it says to a screen reader, what a click does.

import * as vscode from 'vscode';
import { checkById } from '../../engine/hygiene/catalogue.ts';
import { providerById } from '../../engine/rules/providers.ts';
import type { Severity } from '../../engine/settings/settings.ts';
import { isDefinition } from '../../engine/usages/is-definition.ts';
import { isMovable } from '../../engine/usages/is-movable.ts';
import type { Key, PlacedUsage } from '../../engine/usages/key.ts';
import { describeState, keyStates } from '../../engine/usages/key-states.ts';
import { describeGrade, type StorageGrade } from '../../engine/usages/storage-grade.ts';
import type { UsageKind } from '../../engine/usages/usage.ts';
import { rangeOf, translate } from '../convert.ts';
import type { KeyProblems } from '../key-problems.ts';
import { type GroupNode, type KeyNode, type KeysNode, noGroup, type ProblemNode, type UsageNode } from './keys-outline.ts';
import { gradeIcons, severityIcons, usageIcons } from './signs.ts';

export function itemOf(node: KeysNode, problems: Pick<KeyProblems, 'of' | 'severityOf'>): vscode.TreeItem {
  const item = itemOfKind(node, problems);
  item.id = node.id;
  return item;
}

function itemOfKind(node: KeysNode, problems: Pick<KeyProblems, 'of' | 'severityOf'>): vscode.TreeItem {
  switch (node.kind) {
    case 'group':
      return groupItem(node);
    case 'key':
      return keyItem(node, problems.of(node.key).length);
    case 'usage':
      return usageItem(node);
    case 'problem':
      return problemItem(node, problems.severityOf(node.problem));
  }
}

function groupItem({ grouping, name, children, severity }: GroupNode): vscode.TreeItem {
  if (grouping === 'file') {
    const uri = vscode.Uri.parse(name);
    const item = new vscode.TreeItem(uri, vscode.TreeItemCollapsibleState.Expanded);
    item.description = vscode.workspace.asRelativePath(uri).split('/').slice(0, -1).join('/');
    item.iconPath = vscode.ThemeIcon.File;
    item.accessibilityInformation = { label: vscode.l10n.t('{0}, usages: {1}', vscode.workspace.asRelativePath(uri), children.length) };
    return item;
  }
  const title = groupTitles[grouping](name);
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Expanded);
  item.description = String(children.length);
  item.iconPath = groupIcon(grouping, name, severity);
  const label = vscode.l10n.t('{0}, keys: {1}', title, children.length);
  item.accessibilityInformation = { label: severity === undefined || severity === 'off' ? label : `${label}, ${severityName(severity)}` };
  return item;
}

const groupTitles: Readonly<Record<Exclude<GroupNode['grouping'], 'file'>, (name: string) => string>> = {
  provider: name => (name === noGroup ? vscode.l10n.t('Other keys') : providerTitle(name)),
  environment: name => (name === noGroup ? vscode.l10n.t('Any environment') : name),
  grade: name => stateTitle(name),
  problem: name => (name === noGroup ? vscode.l10n.t('Nothing noticed') : stateTitle(name)),
};

/** Of a grade, of what is noticeable about a key, or of a check. */
export function stateTitle(name: string): string {
  if (name === 'problem') return vscode.l10n.t('With problems');
  const grade = storageGrades.find(candidate => candidate === name);
  if (grade !== undefined) return gradeTitle(grade);
  const state = keyStates.find(candidate => candidate === name);
  return state === undefined ? (checkById(name)?.title ?? name) : translate(describeState(state));
}

function groupIcon(grouping: GroupNode['grouping'], name: string, severity: Severity = 'off'): vscode.ThemeIcon {
  if (grouping === 'provider') return providerIcon(name);
  if (grouping === 'environment') return new vscode.ThemeIcon('server-environment');
  if (name === noGroup) return new vscode.ThemeIcon('pass');
  if (grouping === 'problem') return severityIcon(severity);
  const grade = storageGrades.find(candidate => candidate === name) ?? 'config';
  return new vscode.ThemeIcon(gradeIcons[grade], gradeColor(grade));
}

function keyItem({ key }: KeyNode, problems: number): vscode.TreeItem {
  const item = new vscode.TreeItem(key.title, vscode.TreeItemCollapsibleState.Collapsed);
  const grade = gradeName(key.grade);
  const told = problems === 0 ? [] : [vscode.l10n.t('problems: {0}', problems)];
  item.description = [key.usages.length, grade, ...told].join(' · ');
  item.iconPath = providerIcon(key.provider, gradeColor(key.grade));
  item.tooltip = [tooltipOf(key), ...told].join('\n');
  item.contextValue = contextOf('key', key, key.usages);
  const label = vscode.l10n.t('{0}, usages: {1}, kept: {2}', key.title, key.usages.length, translate(describeGrade(key.grade)));
  item.accessibilityInformation = { label: [label, ...told].join(', ') };
  return item;
}

function usageItem({ key, usage }: UsageNode): vscode.TreeItem {
  const uri = vscode.Uri.parse(usage.uri);
  const file = vscode.workspace.asRelativePath(uri);
  const item = new vscode.TreeItem(`${file}:${usage.line + 1}`, vscode.TreeItemCollapsibleState.None);
  item.description = usage.preview;
  item.iconPath = new vscode.ThemeIcon(usageIcons[usage.kind], usage.kind === 'hardcoded' ? gradeColor('hardcoded') : undefined);
  item.tooltip = `${usageName(usage.kind)}: ${usage.preview}`;
  item.contextValue = contextOf('usage', key, [usage]);
  item.accessibilityInformation = {
    label: vscode.l10n.t('{0}, line {1}, {2}: {3}', file, usage.line + 1, usageName(usage.kind), usage.preview),
  };
  const options: vscode.TextDocumentShowOptions = { selection: rangeOfUsage(usage), preview: true };
  item.command = { title: vscode.l10n.t('Show'), command: 'vscode.open', arguments: [uri, options] };
  return item;
}

function problemItem({ problem }: ProblemNode, severity: Severity): vscode.TreeItem {
  const uri = vscode.Uri.parse(problem.uri);
  const file = vscode.workspace.asRelativePath(uri);
  const message = translate(problem.message);
  const item = new vscode.TreeItem(`${file}:${problem.line + 1}`, vscode.TreeItemCollapsibleState.None);
  item.description = message;
  item.iconPath = severityIcon(severity);
  item.tooltip = `${severityName(severity)}: ${message}`;
  item.contextValue = problem.repairs?.length ? 'problem repairable' : 'problem';
  item.accessibilityInformation = {
    label: vscode.l10n.t('{0}, line {1}, {2}: {3}', file, problem.line + 1, severityName(severity), message),
  };
  const options: vscode.TextDocumentShowOptions = { selection: rangeOf(problem), preview: true };
  item.command = { title: vscode.l10n.t('Show'), command: 'vscode.open', arguments: [uri, options] };
  return item;
}

export function severityIcon(severity: Severity): vscode.ThemeIcon {
  const colors: Partial<Record<Severity, string>> = { error: 'list.errorForeground', warning: 'list.warningForeground' };
  const color = colors[severity];
  return new vscode.ThemeIcon(
    severity === 'off' ? 'info' : severityIcons[severity],
    color === undefined ? undefined : new vscode.ThemeColor(color),
  );
}

export function severityName(severity: Severity): string {
  const names: Readonly<Record<Severity, string>> = {
    error: vscode.l10n.t('error'),
    warning: vscode.l10n.t('warning'),
    information: vscode.l10n.t('information'),
    hint: vscode.l10n.t('hint'),
    off: '',
  };
  return names[severity];
}

/** The place on its line: spans never leave it but for keys of several lines, whose start is enough. */
export function rangeOfUsage({ line, column, span }: PlacedUsage): vscode.Range {
  return new vscode.Range(line, column, line, column + (span.end - span.start));
}

/** Words that `when` clauses of the manifest look for. */
function contextOf(kind: 'key' | 'usage', { names, ruleId, usages }: Key, places: readonly PlacedUsage[]): string {
  const words = {
    [kind]: true,
    movable: places.some(isMovable),
    // In rows of environment files, which can go to a secret manager.
    stored: places.some(place => place.kind === 'config' && !isMovable(place)),
    named: names.length > 0,
    flagged: ruleId !== undefined,
    defined: usages.some(isDefinition),
    managed: usages.some(({ address }) => address !== undefined),
  };
  return Object.entries(words)
    .flatMap(([word, holds]) => (holds ? [word] : []))
    .join(' ');
}

function tooltipOf(key: Key): string {
  const lines = [
    key.masked,
    key.provider === undefined ? undefined : providerTitle(key.provider),
    key.names.join(', '),
    vscode.l10n.t('kept: {0}', translate(describeGrade(key.grade))),
    key.values > 1 ? vscode.l10n.t('{0} different values', key.values) : undefined,
  ];
  return lines.filter(Boolean).join('\n');
}

export function providerTitle(id: string): string {
  return id === 'generic' ? vscode.l10n.t('Other keys') : (providerById(id)?.title ?? id);
}

// The few services that VS Code draws a sign for; the rest are keys. A lock stands for encrypted files.
const providerIcons: Readonly<Record<string, string>> = { github: 'github', azure: 'azure' };

function providerIcon(id: string | undefined, color?: vscode.ThemeColor): vscode.ThemeIcon {
  return new vscode.ThemeIcon(providerIcons[id ?? ''] ?? 'key', color);
}

export function gradeColor(grade: StorageGrade): vscode.ThemeColor | undefined {
  if (grade === 'hardcoded') return new vscode.ThemeColor('list.errorForeground');
  return grade === 'config' ? new vscode.ThemeColor('list.warningForeground') : undefined;
}

const storageGrades: readonly StorageGrade[] = ['hardcoded', 'config', 'environment', 'encrypted', 'manager'];

/** Standing alone, as a heading. */
function gradeTitle(grade: StorageGrade): string {
  const titles: Readonly<Record<StorageGrade, string>> = {
    hardcoded: vscode.l10n.t('Hardcoded'),
    config: vscode.l10n.t('Configuration file'),
    environment: vscode.l10n.t('Environment'),
    encrypted: vscode.l10n.t('Encrypted file'),
    manager: vscode.l10n.t('Secret manager'),
  };
  return titles[grade];
}

export function gradeName(grade: StorageGrade): string {
  const names: Readonly<Record<StorageGrade, string>> = {
    hardcoded: vscode.l10n.t('hardcoded'),
    config: vscode.l10n.t('config file'),
    environment: vscode.l10n.t('environment'),
    encrypted: vscode.l10n.t('encrypted file'),
    manager: vscode.l10n.t('secret manager'),
  };
  return names[grade];
}

export function usageName(kind: UsageKind): string {
  const names: Readonly<Record<UsageKind, string>> = {
    hardcoded: vscode.l10n.t('hardcoded'),
    config: vscode.l10n.t('value in a file'),
    encrypted: vscode.l10n.t('value in an encrypted file'),
    environment: vscode.l10n.t('environment lookup'),
    manager: vscode.l10n.t('secret manager'),
    definition: vscode.l10n.t('name without a value'),
  };
  return names[kind];
}
