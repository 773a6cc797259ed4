// The tree behind the Key Details view: of the key that was last selected.

import * as vscode from 'vscode';
import type { Problem } from '../../engine/hygiene/problem.ts';
import type { Phrase } from '../../engine/phrase.ts';
import type { Severity } from '../../engine/settings/settings.ts';
import { fileKindOf } from '../../engine/usages/file-kind.ts';
import type { Key } from '../../engine/usages/key.ts';
import { rangeOf, translate } from '../convert.ts';
import { DisposableStore } from '../disposables.ts';
import { commands, linkCommands } from '../ids.ts';
import type { KeyProblems } from '../key-problems.ts';
import type { KeysStore } from '../keys-store.ts';
import { type DetailNode, type DetailTarget, detailsOf } from './key-details-outline.ts';
import { gradeColor, rangeOfUsage, severityIcon, severityName, usageName } from './keys-item.ts';
import { gradeIcons, usageIcons } from './signs.ts';

export class KeyDetailsTree implements vscode.TreeDataProvider<DetailNode>, vscode.Disposable {
  readonly #keys: KeysStore;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #problems: KeyProblems;
  readonly #store = new DisposableStore();
  readonly onDidChangeTreeData = this.#changed.event;
  #keyId: string | undefined;

  constructor(keys: KeysStore, problems: KeyProblems) {
    this.#keys = keys;
    this.#problems = problems;
    this.#store.add(this.#changed);
    this.#store.add(keys.onDidChange(() => this.#changed.fire()));
    this.#store.add(problems.onDidChange(() => this.#changed.fire()));
  }

  show(keyId: string): void {
    this.#keyId = keyId;
    this.#changed.fire();
  }

  /** As it is now; nothing once it has gone. */
  get key(): Key | undefined {
    return this.#keys.keys().find(({ id }) => id === this.#keyId);
  }

  getChildren(node?: DetailNode): DetailNode[] {
    if (node) return [...node.children];
    const { key } = this;
    if (!key) return [];
    const severityOf = (problem: Problem): Severity => this.#problems.severityOf(problem);
    return [...detailsOf(key, { problems: this.#problems.of(key), severityOf, environmentFiles: this.#environmentFiles() })];
  }

  #environmentFiles(): readonly string[] {
    const files = new Set(this.#keys.keys().flatMap(({ usages }) => usages.map(({ uri }) => uri)));
    return [...files].filter(uri => fileKindOf({ uri, languageId: '' }) === 'environment');
  }

  getTreeItem(node: DetailNode): vscode.TreeItem {
    const { id, label, description, isLong, children, target } = node;
    const text = textOf(label);
    const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
    const open = isLong ? Collapsed : Expanded;
    const item = new vscode.TreeItem(text, children.length > 0 ? open : None);
    item.id = id;
    item.description = placedText(node, description === undefined ? '' : textOf(description));
    const icon = iconOf(node);
    if (icon) item.iconPath = icon;
    const kind = node.severity === undefined ? '' : severityName(node.severity);
    item.tooltip = [kind, text, item.description].filter(part => part !== '').join(': ');
    item.accessibilityInformation = { label: item.tooltip };
    item.contextValue = contextOf(node);
    if (target) item.command = commandOf(target, node);
    return item;
  }

  dispose(): void {
    this.#store.dispose();
  }
}

function textOf(text: Phrase | string): string {
  return typeof text === 'string' ? text : translate(text);
}

/** Words that `when` clauses of the manifest look for. */
function contextOf({ isFixable, target }: DetailNode): string {
  if (isFixable) return 'detail movable';
  return target?.kind === 'problem' && target.problem.repairs?.length ? 'detail repairable' : 'detail';
}

/** With the place that a click leads to. */
function placedText({ target }: DetailNode, about: string): string {
  if (target?.kind === 'file') return `${about} · ${fileOf(target.uri)}`;
  if (target?.kind === 'problem') return `${fileOf(target.problem.uri)}:${target.problem.line + 1}`;
  if (target?.kind !== 'place') return about;
  const { usage } = target;
  return about === '' ? `${fileOf(usage.uri)}:${usage.line + 1}, ${usageName(usage.kind)}` : `${about} · ${fileOf(usage.uri)}`;
}

function fileOf(uri: string): string {
  return vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
}

/** The first section wears the grade, a usage its kind; words say the same. */
function iconOf({ id, icon, severity, key, target }: DetailNode): vscode.ThemeIcon | undefined {
  if (id === 'details/0') return new vscode.ThemeIcon(gradeIcons[key.grade], gradeColor(key.grade));
  if (severity !== undefined) return severityIcon(severity);
  if (icon !== undefined) return new vscode.ThemeIcon(icon);
  return target?.kind === 'place' ? new vscode.ThemeIcon(usageIcons[target.usage.kind]) : undefined;
}

function commandOf(target: DetailTarget, node: DetailNode): vscode.Command {
  const title = vscode.l10n.t('Show');
  const show = (uri: string, selection?: vscode.Range): vscode.Command => {
    const options: vscode.TextDocumentShowOptions = { preview: true, ...(selection && { selection }) };
    return { title, command: 'vscode.open', arguments: [vscode.Uri.parse(uri), options] };
  };
  switch (target.kind) {
    case 'page':
      return { title, command: 'vscode.open', arguments: [vscode.Uri.parse(target.url)] };
    case 'problem':
      return show(target.problem.uri, rangeOf(target.problem));
    case 'rule':
      return { title, command: linkCommands.showRule, arguments: [target.ruleId] };
    case 'place':
      return show(target.usage.uri, rangeOfUsage(target.usage));
    case 'file':
      return show(target.uri);
    case 'action':
      return { title, command: actions[target.action], arguments: [node] };
  }
}

const actions: Readonly<Record<Extract<DetailTarget, { kind: 'action' }>['action'], string>> = {
  replace: commands.fixKeyEverywhere,
  move: commands.moveKey,
  checklist: commands.openRotationChecklist,
};
