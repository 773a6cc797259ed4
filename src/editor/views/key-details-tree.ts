// The tree behind the Key Details view: of the key that was last selected.

import * as vscode from 'vscode';
import { problemsOfKeys } from '../../engine/hygiene/problems-of-keys.ts';
import type { Phrase } from '../../engine/phrase.ts';
import type { Key } from '../../engine/usages/key.ts';
import { Debouncer } from '../async.ts';
import { rangeOf, translate } from '../convert.ts';
import { DisposableStore } from '../disposables.ts';
import { linkCommands } from '../ids.ts';
import type { KeysStore } from '../keys-store.ts';
import type { ProblemsStore } from '../problems-store.ts';
import { type DetailNode, type DetailTarget, detailsOf } from './key-details-outline.ts';
import { gradeColor, gradeIcons, rangeOfUsage, usageIcons, usageName } from './keys-item.ts';

// Problems come with every pause in typing, file by file.
const PROBLEMS_BEAT_MS = 300;

export class KeyDetailsTree implements vscode.TreeDataProvider<DetailNode>, vscode.Disposable {
  readonly #keys: KeysStore;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #problems: ProblemsStore;
  readonly #store = new DisposableStore();
  readonly onDidChangeTreeData = this.#changed.event;
  #keyId: string | undefined;

  constructor(keys: KeysStore, problems: ProblemsStore) {
    this.#keys = keys;
    this.#problems = problems;
    this.#store.add(this.#changed);
    this.#store.add(keys.onDidChange(() => this.#changed.fire()));
    const beat = this.#store.add(new Debouncer(PROBLEMS_BEAT_MS));
    this.#store.add(problems.onDidChange(() => beat.run(() => this.#changed.fire())));
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
    return key ? [...detailsOf(key, problemsOfKeys(this.#problems.all())(key))] : [];
  }

  getTreeItem(node: DetailNode): vscode.TreeItem {
    const { id, label, description, isFixable, isLong, children, target } = node;
    const text = textOf(label);
    const about = description === undefined ? '' : textOf(description);
    const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
    const open = isLong ? Collapsed : Expanded;
    const item = new vscode.TreeItem(text, children.length > 0 ? open : None);
    item.id = id;
    item.description = target?.kind === 'place' ? placeText(target, about) : about;
    const icon = iconOf(node);
    if (icon) item.iconPath = icon;
    item.tooltip = [text, item.description].filter(part => part !== '').join(': ');
    item.accessibilityInformation = { label: item.tooltip };
    item.contextValue = isFixable ? 'detail movable' : 'detail';
    if (target) item.command = commandOf(target);
    return item;
  }

  dispose(): void {
    this.#store.dispose();
  }
}

function textOf(text: Phrase | string): string {
  return typeof text === 'string' ? text : translate(text);
}

function placeText({ usage }: Extract<DetailTarget, { kind: 'place' }>, about: string): string {
  const file = vscode.workspace.asRelativePath(vscode.Uri.parse(usage.uri));
  return about === '' ? `${file}:${usage.line + 1}, ${usageName(usage.kind)}` : `${file} · ${about}`;
}

/** The first section wears the grade, a usage its kind; words say the same. */
function iconOf({ id, icon, key, target }: DetailNode): vscode.ThemeIcon | undefined {
  if (id === 'details/0') return new vscode.ThemeIcon(gradeIcons[key.grade], gradeColor(key.grade));
  if (icon !== undefined) return new vscode.ThemeIcon(icon);
  return target?.kind === 'place' ? new vscode.ThemeIcon(usageIcons[target.usage.kind]) : undefined;
}

function commandOf(target: DetailTarget): vscode.Command {
  const title = vscode.l10n.t('Show');
  if (target.kind === 'page') return { title, command: 'vscode.open', arguments: [vscode.Uri.parse(target.url)] };
  if (target.kind === 'problem') {
    const options: vscode.TextDocumentShowOptions = { selection: rangeOf(target.problem), preview: true };
    return { title, command: 'vscode.open', arguments: [vscode.Uri.parse(target.problem.uri), options] };
  }
  if (target.kind === 'rule') return { title, command: linkCommands.showRule, arguments: [target.ruleId] };
  const options: vscode.TextDocumentShowOptions = { selection: rangeOfUsage(target.usage), preview: true };
  return { title, command: 'vscode.open', arguments: [vscode.Uri.parse(target.usage.uri), options] };
}
