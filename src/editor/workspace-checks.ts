// Runs the checks that need the whole workspace, away from typing: facts come from the disk and from git, known values are looked for
// in threads, the checks themselves run one by one with pauses between them. What a newer question has overtaken is dropped.

import * as vscode from 'vscode';
import type { CancelToken } from '../engine/cancel.ts';
import type { Problem } from '../engine/hygiene/problem.ts';
import { filesToAskAbout, problemsByCheck } from '../engine/hygiene/workspace/find-workspace-problems.ts';
import type { FileFacts } from '../engine/hygiene/workspace/workspace.ts';
import { isPackageManifest } from '../engine/project/package-manifest.ts';
import type { Key } from '../engine/usages/key.ts';
import type { FileKeeper } from './abilities.ts';
import { breathe } from './async.ts';
import type { DiskScan } from './disk-scan.ts';
import { DisposableStore } from './disposables.ts';
import type { Engines } from './engines.ts';
import type { KeysStore } from './keys-store.ts';
import type { KnownPlaces } from './known-places.ts';
import type { ProblemsStore } from './problems-store.ts';

export interface WorkspaceChecksDeps {
  readonly files: FileKeeper | undefined;
  readonly engines: Engines;
  readonly keys: KeysStore;
  readonly problems: ProblemsStore;
  readonly diskScan: DiskScan;
  readonly knownPlaces: KnownPlaces;
}

export class WorkspaceChecks implements vscode.Disposable {
  readonly #deps: WorkspaceChecksDeps;
  readonly #store = new DisposableStore();
  readonly #facts = new Remembered<readonly FileFacts[]>();
  readonly #packages = new Remembered<readonly string[]>();
  #run: vscode.CancellationTokenSource | undefined;

  constructor(deps: WorkspaceChecksDeps) {
    this.#deps = deps;
    this.#store.add({ dispose: () => this.stop() });
  }

  /** Only of a workspace that has been read from end to end. */
  get canRun(): boolean {
    return this.#deps.files !== undefined && this.#deps.diskScan.complete;
  }

  /** Ends what is running; what it has found so far is dropped. */
  stop(): void {
    this.#run?.cancel();
    this.#run?.dispose();
    this.#run = undefined;
  }

  /** Everything is asked anew by the next run. */
  forget(): void {
    this.#facts.forget();
    this.#packages.forget();
    this.#deps.knownPlaces.forget();
  }

  /** What the disk and git say of files may have changed. */
  forgetFacts(): void {
    this.#facts.forget();
  }

  /** A file came, went or has another text; or a folder came or went. `false` when that is nothing to the checks. */
  fileChanged(uri: vscode.Uri): boolean {
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    const isGit = uri.path.includes('/.git/');
    if (isGit && !/\/\.git\/(?:index|info\/exclude)$/.test(uri.path)) return false;
    if (isGit || name === '.gitignore' || this.#facts.answer?.some(fact => fact.uri === uri.toString())) this.#facts.forget();
    if (isGit) return true;
    if (isPackageManifest(name)) this.#packages.forget();
    this.#deps.knownPlaces.fileChanged(uri);
    return true;
  }

  /** Takes the place of a run that is under way. `outer` cancels it as well. */
  async run(outer?: vscode.CancellationToken): Promise<void> {
    this.stop();
    if (!this.canRun) return;
    const source = new vscode.CancellationTokenSource();
    this.#run = source;
    const follow = outer?.onCancellationRequested(() => source.cancel());
    if (outer?.isCancellationRequested) source.cancel();
    try {
      const problems = await this.#find(source.token);
      if (problems && !source.token.isCancellationRequested) this.#deps.problems.replaceWorkspace(problems);
    } finally {
      follow?.dispose();
      if (this.#run === source) this.stop();
    }
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** `undefined` once cancelled. */
  async #find(token: CancelToken): Promise<readonly Problem[] | undefined> {
    const keys = this.#deps.keys.keys();
    const files = await this.#readFacts(keys, token);
    if (token.isCancellationRequested) return undefined;
    const packages = await this.#findPackages(keys, token);
    if (token.isCancellationRequested) return undefined;
    const knownValues = await this.#deps.knownPlaces.find(files, token);
    if (token.isCancellationRequested) return undefined;
    const roots = this.#deps.diskScan.folders().map(({ uri }) => uri.toString());
    const settingsOf = remember((uri: string) => this.#deps.engines.forUri(vscode.Uri.parse(uri)).settings);
    const found: Problem[] = [];
    for (const problems of problemsByCheck({ keys, files, roots, packages, knownValues }, settingsOf)) {
      found.push(...problems);
      await breathe();
      if (token.isCancellationRequested) return undefined;
    }
    // A file from elsewhere that somebody has open is no part of the workspace.
    return found.filter(({ uri }) => roots.some(root => uri.startsWith(`${root}/`)) || !uri.startsWith('file:'));
  }

  #readFacts(keys: readonly Key[], token: CancelToken): Promise<readonly FileFacts[]> {
    const paths = pathsOf(filesToAskAbout(keys));
    const mayRunGit = vscode.workspace.isTrusted;
    return this.#facts.get(JSON.stringify([mayRunGit, paths]), token, async () => {
      const facts = (await this.#deps.files?.factsOf(paths, mayRunGit, token)) ?? [];
      return facts.map(fact => ({ ...fact, uri: vscode.Uri.file(fact.uri).toString() }));
    });
  }

  #findPackages(keys: readonly Key[], token: CancelToken): Promise<readonly string[]> {
    const uris = new Set(keys.flatMap(({ usages }) => usages.map(({ uri }) => uri.slice(0, uri.lastIndexOf('/')))));
    const paths = pathsOf([...uris]);
    const roots = this.#deps.diskScan.folders().map(({ uri }) => uri.fsPath);
    return this.#packages.get(JSON.stringify([roots, paths]), token, async () => {
      const folders = (await this.#deps.files?.packagesAround(paths, roots, token)) ?? [];
      return folders.map(folder => vscode.Uri.file(folder).toString());
    });
  }
}

/** The answer to the last question, as long as nobody says that it may have changed. */
class Remembered<Answer> {
  #question: string | undefined;
  #answer: Answer | undefined;
  #age = 0;

  get answer(): Answer | undefined {
    return this.#answer;
  }

  forget(): void {
    this.#age++;
    this.#answer = undefined;
  }

  /** What was asked while it was forgotten, or was cut short, is not kept. */
  async get(question: string, token: CancelToken, ask: () => Promise<Answer>): Promise<Answer> {
    if (this.#answer !== undefined && this.#question === question) return this.#answer;
    const age = this.#age;
    const answer = await ask();
    if (age === this.#age && !token.isCancellationRequested) {
      this.#question = question;
      this.#answer = answer;
    }
    return answer;
  }
}

/** Of those on disk. */
function pathsOf(uris: readonly string[]): readonly string[] {
  return uris.filter(uri => uri.startsWith('file:')).map(uri => vscode.Uri.parse(uri).fsPath);
}

function remember<Answer>(ask: (question: string) => Answer): (question: string) => Answer {
  const known = new Map<string, Answer>();
  return question => {
    const answer = known.get(question) ?? ask(question);
    known.set(question, answer);
    return answer;
  };
}
