// Where values of environment files were found in other files. The values stay in the threads that read them; here are places only.
// After the first search only files that changed are searched again, all of them when an environment file has changed.

import * as vscode from 'vscode';
import type { CancelToken } from '../engine/cancel.ts';
import { environmentFilesToSearch } from '../engine/hygiene/workspace/find-workspace-problems.ts';
import type { KnownValuePlace } from '../engine/hygiene/workspace/known-values.ts';
import type { FileFacts } from '../engine/hygiene/workspace/workspace.ts';
import { fileKindOf } from '../engine/usages/file-kind.ts';
import type { FileScanner } from './abilities.ts';
import type { DiskScan } from './disk-scan.ts';

export interface KnownPlacesDeps {
  readonly scanner: FileScanner | undefined;
  readonly diskScan: DiskScan;
}

export class KnownPlaces {
  readonly #deps: KnownPlacesDeps;
  #byFile: Map<string, readonly KnownValuePlace[]> | undefined;
  /** The environment files whose values were looked for. */
  #sources = '';
  readonly #changed = new Map<string, vscode.Uri>();
  #age = 0;

  constructor(deps: KnownPlacesDeps) {
    this.#deps = deps;
  }

  /** The next search reads everything. */
  forget(): void {
    this.#age++;
    this.#byFile = undefined;
  }

  /** A file came, went or has another text; or a folder came or went. */
  fileChanged(uri: vscode.Uri): void {
    if (fileKindOf({ uri: uri.toString(), languageId: '' }) === 'environment') this.forget();
    else this.#changed.set(uri.toString(), uri);
  }

  /** Names files by their URIs. Nothing once cancelled; what was to be searched still is, then. */
  async find(facts: readonly FileFacts[], token: CancelToken): Promise<readonly KnownValuePlace[]> {
    const sources = environmentFilesToSearch(facts);
    if (sources.join('\n') !== this.#sources) this.forget();
    this.#sources = sources.join('\n');
    const known = this.#byFile;
    const changed = [...this.#changed.values()];
    const age = this.#age;
    // What changes from here on is for the next search.
    this.#changed.clear();
    const found = sources.length === 0 ? [] : await this.#search(sources, known && changed, token);
    if (token.isCancellationRequested) {
      for (const uri of changed) this.#changed.set(uri.toString(), uri);
      return [];
    }
    const byFile = new Map(known);
    for (const uri of changed) dropBelow(byFile, uri.toString());
    for (const place of found) byFile.set(place.uri, [...(byFile.get(place.uri) ?? []), place]);
    if (age === this.#age) this.#byFile = byFile;
    // What is typed and not saved has its places elsewhere; once it is saved the file is searched again.
    const unsaved = new Set(vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()));
    return [...byFile.values()].flat().filter(({ uri }) => !unsaved.has(uri));
  }

  async #search(
    sources: readonly string[],
    changed: readonly vscode.Uri[] | undefined,
    token: CancelToken,
  ): Promise<readonly KnownValuePlace[]> {
    const { scanner, diskScan } = this.#deps;
    const environmentFiles = sources.map(uri => vscode.Uri.parse(uri).fsPath);
    const places: KnownValuePlace[] = [];
    for (const folder of diskScan.folders()) {
      const inFolder = changed?.filter(uri => vscode.workspace.getWorkspaceFolder(uri) === folder).map(({ fsPath }) => fsPath);
      if (!scanner || token.isCancellationRequested || inFolder?.length === 0) continue;
      places.push(...(await scanner.findKnownValues(environmentFiles, inFolder, diskScan.requestFor(folder), token)));
    }
    return places.map(place => ({
      ...place,
      uri: vscode.Uri.file(place.uri).toString(),
      file: vscode.Uri.file(place.file).toString(),
    }));
  }
}

/** A file, or all files of a folder. */
function dropBelow(byFile: Map<string, unknown>, id: string): void {
  for (const known of [...byFile.keys()]) if (known === id || known.startsWith(`${id}/`)) byFile.delete(known);
}
