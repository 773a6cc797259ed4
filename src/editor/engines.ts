// One engine for each workspace folder, made when first needed and again when its settings or policy change.

import * as vscode from 'vscode';
import { createEngine, type Engine } from '../engine/engine.ts';
import { compilePathGlob } from '../engine/scan/path-globs.ts';
import type { Settings } from '../engine/settings/settings.ts';
import type { Abilities } from './abilities.ts';
import type { Boundary } from './commands.ts';
import { DisposableStore } from './disposables.ts';
import { counts, folderOf, sourceUriOf } from './documents.ts';
import type { Policies } from './policies.ts';
import type { ProblemNotices } from './problem-notices.ts';
import { onDidChangeSettings, settingsOf } from './settings.ts';

export interface EnginesDeps {
  readonly policies: Policies;
  readonly fingerprint: Abilities['fingerprint'];
  readonly sha1: Abilities['sha1'];
  readonly readTables: Abilities['readTables'];
  readonly notices: ProblemNotices;
  readonly boundary: Boundary;
}

export class Engines implements vscode.Disposable {
  readonly #deps: EnginesDeps;
  readonly #store = new DisposableStore();
  readonly #byFolder = new Map<string, Engine>();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  /** Settings or policies changed: whatever an engine said before may be different now. */
  readonly onDidChange = this.#changed.event;

  constructor(deps: EnginesDeps) {
    this.#deps = deps;
    const forget = deps.boundary.guardSync('settings changed', () => {
      this.#byFolder.clear();
      this.#changed.fire();
    });
    this.#store.add(onDidChangeSettings(forget));
    this.#store.add(deps.policies.onDidChange(forget));
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** Resolves when engines know the policies of their folders. */
  ready(): Promise<void> {
    return this.#deps.policies.ready();
  }

  /** The engine for a document that is to be scanned; nothing when it is not. */
  forDocument(document: vscode.TextDocument): Engine | undefined {
    if (!counts(document)) return undefined;
    const folder = folderOf(document.uri);
    const engine = this.forFolder(folder);
    const { enable, exclude, policy } = engine.settings;
    if (!enable) return undefined;
    return isExcluded(document, folder, [...exclude, ...policy.exclude]) ? undefined : engine;
  }

  forUri(uri: vscode.Uri): Engine {
    return this.forFolder(folderOf(uri));
  }

  forFolder(folder: vscode.WorkspaceFolder | undefined): Engine {
    const id = folder?.uri.toString() ?? '';
    const known = this.#byFolder.get(id);
    if (known) return known;
    const engine = createEngine(this.#settings(folder), {
      fingerprint: this.#deps.fingerprint(this.#deps.policies.saltOf(folder)),
      now: Date.now,
      encoder: new TextEncoder(),
      ...(this.#deps.sha1 && { sha1: this.#deps.sha1 }),
      ...(this.#deps.readTables && { readTables: this.#deps.readTables }),
    });
    this.#byFolder.set(id, engine);
    return engine;
  }

  #settings(folder: vscode.WorkspaceFolder | undefined): Settings {
    const policy = this.#deps.policies.of(folder);
    const ownRules = policy.rules.map(({ id }) => id);
    const { settings, problems } = settingsOf(folder?.uri, ownRules);
    this.#deps.notices.tellSettings(folder?.name ?? 'files outside folders', problems);
    return { ...settings, policy: folder ? { ...policy, folder: folder.uri.toString() } : policy };
  }
}

function isExcluded(document: vscode.TextDocument, folder: vscode.WorkspaceFolder | undefined, globs: readonly string[]): boolean {
  return folder !== undefined && globs.some(glob => compilePathGlob(glob, folder.uri.toString())(sourceUriOf(document)));
}
