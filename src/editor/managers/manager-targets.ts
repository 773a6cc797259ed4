// What a fix has to know of a document's project before it can write a call of the helper that asks a secret manager.

import * as vscode from 'vscode';
import type { ManagerTarget, ProjectFile } from '../../engine/fixes/manager/manager-target.ts';
import { languageOf } from '../../engine/languages/catalogue.ts';
import type { SecretAddress } from '../../engine/managers/secret-address.ts';
import type { ProjectFacts } from '../../engine/project/project-facts.ts';
import { fileOf, sourceOf } from '../documents.ts';
import type { ProjectReader } from '../project-reader.ts';
import { readText } from '../read-text.ts';

export interface ManagerTargetsDeps {
  readonly projects: ProjectReader;
}

// A name that many files have is no helper's.
const mostHelpers = 20;

const elsewhere = '**/{node_modules,.git,dist,build,out,vendor,target,.venv,venv,site-packages}/**';

export class ManagerTargets implements vscode.Disposable {
  readonly #projects: ProjectReader;
  /** Files of a helper's name, by folder, until one comes or goes. */
  readonly #known = new Map<string, Thenable<readonly vscode.Uri[]>>();
  #watcher: vscode.FileSystemWatcher | undefined;

  constructor({ projects }: ManagerTargetsDeps) {
    this.#projects = projects;
  }

  dispose(): void {
    this.#watcher?.dispose();
  }

  async of(document: vscode.TextDocument, address: SecretAddress): Promise<ManagerTarget> {
    const project = await this.#projects.factsFor(document);
    const file = fileOf(document.uri) ?? document.uri;
    const folder = project?.folder ?? vscode.Uri.joinPath(file, '..').toString().replace(/\/$/, '');
    const [helpers, paths, roots] = await Promise.all([
      this.#helpersBelow(folder),
      existing(document, folder),
      rootsOf(document, folder, project),
    ]);
    return { address, folder, helpers, paths, roots };
  }

  async #helpersBelow(folder: string): Promise<readonly ProjectFile[]> {
    const { fileNames, managerOf } = await helperSearch();
    const names = `{${fileNames.join(',')}}`;
    this.#watcher ??= this.#watch(names);
    const found = this.#known.get(folder) ?? findHelpers(folder, names);
    this.#known.set(folder, found);
    const files = await Promise.all(
      (await found).map(async uri => ({ path: pathBelow(folder, uri), text: (await currentText(uri)) ?? '' })),
    );
    return files.filter(({ text }) => managerOf(text) !== undefined);
  }

  #watch(names: string): vscode.FileSystemWatcher {
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${names}`, false, true);
    const forget = (): void => this.#known.clear();
    watcher.onDidCreate(forget);
    watcher.onDidDelete(forget);
    return watcher;
  }
}

/** With the code of the fixes, which is loaded with the first of them. */
async function helperSearch(): Promise<typeof import('../../engine/fixes/plan-fix.ts').helperSearch> {
  return (await import('../../engine/fixes/plan-fix.ts')).helperSearch;
}

function findHelpers(folder: string, names: string): Thenable<readonly vscode.Uri[]> {
  return vscode.workspace.findFiles(new vscode.RelativePattern(vscode.Uri.parse(folder), `**/${names}`), elsewhere, mostHelpers);
}

/** As the editor has it: a file that was just changed may not be saved. */
async function currentText(uri: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
  return open?.getText() ?? (await readText(uri));
}

/** Texts of the files in which a helper may have to be declared. */
async function rootsOf(document: vscode.TextDocument, folder: string, project: ProjectFacts | undefined): Promise<readonly ProjectFile[]> {
  const language = languageOf(sourceOf(document));
  const file = fileOf(document.uri);
  if (!language || !file) return [];
  const { roots } = await helperSearch();
  const paths = roots(language, pathBelow(folder, file), project);
  const texts = await Promise.all(paths.map(path => currentText(vscode.Uri.joinPath(vscode.Uri.parse(folder), path))));
  return paths.flatMap((path, index) => (texts[index] === undefined ? [] : [{ path, text: texts[index] }]));
}

async function existing(document: vscode.TextDocument, folder: string): Promise<readonly string[]> {
  const language = languageOf(sourceOf(document));
  const file = fileOf(document.uri);
  if (!language || !file) return [];
  const { layout } = await helperSearch();
  const candidates = layout(language, pathBelow(folder, file));
  const isThere = await Promise.all(candidates.map(path => exists(vscode.Uri.joinPath(vscode.Uri.parse(folder), path))));
  return candidates.filter((_, index) => isThere[index]);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return false;
    throw error;
  }
}

function pathBelow(folder: string, uri: vscode.Uri): string {
  return uri.path.slice(vscode.Uri.parse(folder).path.replace(/\/$/, '').length + 1);
}
