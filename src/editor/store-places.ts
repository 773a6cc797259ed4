// Where the value of a finding would be stored, and under which name.

import * as vscode from 'vscode';
import { environmentFileFor } from '../engine/env-file/environment-file-for.ts';
import type { Withheld } from '../engine/fixes/plan.ts';
import { suggestVariable } from '../engine/fixes/suggest-variable.ts';
import { phrase } from '../engine/phrase.ts';
import { userSecretsOf } from '../engine/project/user-secrets.ts';
import type { LocatedFinding } from '../engine/scan/file-report.ts';
import type { PlacedUsage } from '../engine/usages/key.ts';
import type { TargetRequest, ValueStore } from './abilities.ts';
import { fileOf, folderOf, sourceOf } from './documents.ts';
import type { Engines } from './engines.ts';
import type { KeysStore } from './keys-store.ts';
import type { ProjectReader } from './project-reader.ts';
import { isSettingChosen } from './settings.ts';

/** What the value store is told about a document. */
export type StorePlace = TargetRequest;

export interface StorePlacesDeps {
  readonly engines: Engines;
  readonly keys: KeysStore;
  readonly projects: ProjectReader;
  readonly store: ValueStore | undefined;
}

export class StorePlaces {
  readonly #deps: StorePlacesDeps;

  constructor(deps: StorePlacesDeps) {
    this.#deps = deps;
  }

  /** Where the value would go, or why it cannot be stored. */
  async placeOf(document: vscode.TextDocument): Promise<StorePlace | Withheld> {
    const file = fileOf(document.uri);
    if (!file) return withheld(phrase('This document is not saved yet, so there is no folder whose .env could keep the value.'));
    if (file.scheme !== 'file' || !this.#deps.store) {
      return withheld(phrase('This document is not on a disk that Key Hygiene can write to.'));
    }
    // A single file without a workspace: its own folder is all we may touch.
    const root = folderOf(document.uri)?.uri.fsPath ?? vscode.Uri.joinPath(file, '..').fsPath;
    const project = await this.#deps.projects.factsFor(document);
    const { envFile: preset } = this.#deps.engines.forUri(document.uri).settings;
    const isChosen = isSettingChosen('envFile', document.uri);
    const { envFile, inProjectFolder } = environmentFileFor({ languageId: document.languageId, project, envFile: preset, isChosen });
    const folder = inProjectFolder && project !== undefined ? vscode.Uri.parse(project.folder).fsPath : undefined;
    return { sourcePath: file.fsPath, root, envFile, ...(folder !== undefined && { folder }) };
  }

  /** The name the value is already kept under, else the wanted one if it is free, else one that no other value has. */
  async variableFor(document: vscode.TextDocument, finding: LocatedFinding, wanted?: string): Promise<string> {
    const source = sourceOf(document);
    const place = await this.placeOf(document);
    const { store } = this.#deps;
    if ('kind' in place || !store) {
      return wanted ?? this.#knownName(finding, []) ?? suggestVariable({ finding, source, taken: new Set(this.#takenBelow('', finding)) });
    }
    const value = source.text.slice(finding.span.start, finding.span.end);
    const [kept, { path, names }] = await Promise.all([store.nameOf({ ...place, value }), store.target(place)]);
    const free = wanted ?? this.#knownName(finding, names);
    if (kept !== undefined) return kept;
    if (free !== undefined && !names.includes(free)) return free;
    const folder = `${vscode.Uri.joinPath(vscode.Uri.file(path), '..').toString()}/`;
    return suggestVariable({ finding, source, taken: new Set([...names, ...this.#takenBelow(folder, finding)]) });
  }

  /** Names that stand for another value where this one would go. */
  async takenFor(document: vscode.TextDocument, finding: LocatedFinding): Promise<ReadonlySet<string>> {
    const source = sourceOf(document);
    const place = await this.placeOf(document);
    const { store } = this.#deps;
    if ('kind' in place || !store) return new Set(this.#takenBelow('', finding));
    const value = source.text.slice(finding.span.start, finding.span.end);
    const [kept, { path, names }] = await Promise.all([store.nameOf({ ...place, value }), store.target(place)]);
    const folder = `${vscode.Uri.joinPath(vscode.Uri.file(path), '..').toString()}/`;
    const secrets = await this.#takenSecrets(document, place, value);
    return new Set([...names.filter(name => name !== kept), ...secrets, ...this.#takenBelow(folder, finding)]);
  }

  /** In the user secrets of a .NET project. */
  async #takenSecrets(document: vscode.TextDocument, place: StorePlace, value: string): Promise<readonly string[]> {
    const { projects, store } = this.#deps;
    const project = await projects.factsFor(document);
    const userSecrets = project && userSecretsOf(project);
    if (userSecrets === undefined || !store) return [];
    const request = { ...place, userSecrets };
    const [kept, { names }] = await Promise.all([store.nameOf({ ...request, value }), store.target(request)]);
    return names.filter(name => name !== kept);
  }

  /** As other files of the workspace call the value. */
  #knownName({ fingerprint }: LocatedFinding, taken: readonly string[]): string | undefined {
    const isName = (name: string | undefined): boolean => name !== undefined && /^[A-Z_][A-Z0-9_]*$/.test(name) && !taken.includes(name);
    return this.#stored().find(usage => usage.fingerprint === fingerprint && isName(usage.name))?.name;
  }

  /** Names that stand for other values in the same app: another app may call its own key the same. */
  #takenBelow(folder: string, { fingerprint }: LocatedFinding): readonly string[] {
    return this.#stored().flatMap(usage =>
      usage.uri.startsWith(folder) && usage.fingerprint !== fingerprint && usage.name !== undefined ? [usage.name] : [],
    );
  }

  #stored(): readonly PlacedUsage[] {
    const usages = this.#deps.keys.keys().flatMap(key => key.usages);
    return usages.filter(({ kind, fingerprint }) => fingerprint !== undefined && kind !== 'hardcoded');
  }
}

function withheld(reason: Withheld['reason']): Withheld {
  return { kind: 'withheld', reason };
}
