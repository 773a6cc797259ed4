// The policy of each workspace folder, and what other files there accept: read at start and again whenever one changes.

import * as vscode from 'vscode';
import { emptyPolicy, type Policy, restrictedPolicy } from '../engine/settings/policy.ts';
import { projectFileNames } from '../engine/settings/project-file-names.ts';
import { readProject } from '../engine/settings/read-project.ts';
import { Debouncer } from './async.ts';
import type { Boundary } from './commands.ts';
import { DisposableStore } from './disposables.ts';
import type { ProblemNotices } from './problem-notices.ts';
import { readText } from './read-text.ts';

// A save may be several events (truncate, write, rename).
const QUIET_MS = 50;

export interface PoliciesDeps {
  readonly notices: ProblemNotices;
  readonly boundary: Boundary;
  /** Salt for folders whose policy has none. */
  readonly salt: string;
}

export class Policies implements vscode.Disposable {
  readonly #deps: PoliciesDeps;
  readonly #store = new DisposableStore();
  readonly #byFolder = new Map<string, Policy>();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  readonly #debouncer = this.#store.add(new Debouncer(QUIET_MS));
  readonly onDidChange = this.#changed.event;
  #loaded: Promise<void> | undefined;
  #state = '';

  constructor(deps: PoliciesDeps) {
    this.#deps = deps;
    const reload = deps.boundary.guard('read policies', () => this.#load());
    const watcher = this.#store.add(vscode.workspace.createFileSystemWatcher(`**/{${projectFileNames.join(',')}}`));
    const onEvent = (): void => this.#debouncer.run(reload);
    this.#store.add(watcher.onDidCreate(onEvent));
    this.#store.add(watcher.onDidChange(onEvent));
    this.#store.add(watcher.onDidDelete(onEvent));
    this.#store.add(vscode.workspace.onDidSaveTextDocument(document => isProjectFile(document.uri) && onEvent()));
    this.#store.add(vscode.workspace.onDidChangeWorkspaceFolders(reload));
    this.#store.add(vscode.workspace.onDidGrantWorkspaceTrust(reload));
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** Resolves when the policies have been read for the first time. */
  ready(): Promise<void> {
    this.#loaded ??= this.#load();
    return this.#loaded;
  }

  /** Reads them again now: for whoever has just written one. */
  async reload(): Promise<void> {
    await this.#load();
  }

  /**
   * What applies in this folder. A repository that nobody trusted yet cannot switch anything off: of its policy only the
   * salt is used, which makes its fingerprints comparable and hides nothing.
   */
  of(folder: vscode.WorkspaceFolder | undefined): Policy {
    const policy = (folder && this.#byFolder.get(folder.uri.toString())) ?? emptyPolicy;
    return vscode.workspace.isTrusted ? policy : restrictedPolicy(policy);
  }

  saltOf(folder: vscode.WorkspaceFolder | undefined): string {
    return this.of(folder).salt ?? this.#deps.salt;
  }

  async #load(): Promise<void> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const policies = await Promise.all(folders.map(folder => this.#read(folder)));
    this.#byFolder.clear();
    for (const [index, folder] of folders.entries()) this.#byFolder.set(folder.uri.toString(), policies[index] ?? emptyPolicy);
    // Trust changes what `of` answers, though not what was read.
    const state = JSON.stringify([vscode.workspace.isTrusted, ...this.#byFolder]);
    if (state === this.#state) return;
    this.#state = state;
    this.#changed.fire();
  }

  async #read(folder: vscode.WorkspaceFolder): Promise<Policy> {
    const texts = await Promise.all(projectFileNames.map(name => readText(vscode.Uri.joinPath(folder.uri, name))));
    const files = new Map(projectFileNames.flatMap((name, index) => (texts[index] === undefined ? [] : [[name, texts[index]]])));
    const { policy, problems } = readProject(files);
    this.#deps.notices.tellProject(folder, problems);
    return policy;
  }
}

function isProjectFile({ path }: vscode.Uri): boolean {
  return projectFileNames.some(name => path.endsWith(`/${name}`));
}
