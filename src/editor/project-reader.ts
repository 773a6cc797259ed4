// The project around a document, read through VS Code's file systems and kept until something in a manifest's folder changes.

import * as vscode from 'vscode';
import { manifestNames, type ProjectFacts, sourceFolders, sourceNames } from '../engine/project/project-facts.ts';
import { fileOf, folderOf } from './documents.ts';
import { readText } from './read-text.ts';

const names = new Set(manifestNames);

const sourceFiles = [...new Set(sourceNames.map(path => path.slice(path.lastIndexOf('/') + 1)))];

const filesInFolders = sourceFolders.map(({ path, ending }) => `${path}/*${ending}`);

/** The manifests that are named after the project. */
const dotnetProject = /\.(?:cs|fs|vb)proj$/;

export class ProjectReader {
  readonly #known = new Map<string, Promise<ProjectFacts | undefined>>();
  // Environment files decide which of them tools read.
  readonly #watcher = vscode.workspace.createFileSystemWatcher(
    `**/{${[...manifestNames, ...sourceFiles, ...filesInFolders].join(',')},*.csproj,*.fsproj,*.vbproj,.env*,.dev.vars}`,
  );

  constructor() {
    const forget = (): void => this.#known.clear();
    this.#watcher.onDidCreate(forget);
    this.#watcher.onDidChange(forget);
    this.#watcher.onDidDelete(forget);
  }

  dispose(): void {
    this.#watcher.dispose();
  }

  /** Of the nearest folder with a manifest, up to the workspace folder; nothing where there is none. */
  async factsFor(document: vscode.TextDocument): Promise<ProjectFacts | undefined> {
    const file = fileOf(document.uri);
    if (!file) return undefined;
    const root = folderOf(document.uri)?.uri.path ?? vscode.Uri.joinPath(file, '..').path;
    for (let folder = vscode.Uri.joinPath(file, '..'); ; folder = vscode.Uri.joinPath(folder, '..')) {
      const facts = await this.#factsOf(folder);
      if (facts || folder.path === root || !folder.path.startsWith(root)) return facts;
    }
  }

  #factsOf(folder: vscode.Uri): Promise<ProjectFacts | undefined> {
    const key = folder.toString();
    const known = this.#known.get(key) ?? readFacts(folder);
    this.#known.set(key, known);
    return known;
  }
}

async function readFacts(folder: vscode.Uri): Promise<ProjectFacts | undefined> {
  const entries = (await entriesOf(folder)).sort();
  const present = entries.filter(name => names.has(name) || dotnetProject.test(name));
  if (present.length === 0) return undefined;
  const isHere = (path: string): boolean => entries.includes(path.split('/', 1)[0] ?? '');
  const inFolders = await Promise.all(sourceFolders.filter(({ path }) => isHere(path)).map(known => filesIn(folder, known)));
  const [manifests, sources] = await Promise.all([
    textsOf(folder, present),
    textsOf(folder, [...sourceNames.filter(isHere), ...inFolders.flat()]),
  ]);
  return { folder: folder.toString(), entries, manifests, sources };
}

const mostInFolder = 50;

async function filesIn(folder: vscode.Uri, { path, ending }: (typeof sourceFolders)[number]): Promise<readonly string[]> {
  const names = await entriesOf(vscode.Uri.joinPath(folder, path));
  return names
    .filter(name => name.endsWith(ending))
    .slice(0, mostInFolder)
    .map(name => `${path}/${name}`);
}

/** By path from the folder on, of those that are there. */
async function textsOf(folder: vscode.Uri, paths: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const texts = await Promise.all(paths.map(async path => [path, await readText(vscode.Uri.joinPath(folder, path))] as const));
  return Object.fromEntries(texts.flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])));
}

/** None where the folder has vanished. */
async function entriesOf(folder: vscode.Uri): Promise<string[]> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return [];
    throw error;
  }
}
