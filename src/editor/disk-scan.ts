// Files on disk, folder by folder, through the machine's scanner into the index of keys and the store of problems.

import * as vscode from 'vscode';
import type { CancelToken } from '../engine/cancel.ts';
import type { SkippedFile } from '../engine/scan/file-report.ts';
import type { FileScanner, ScanRequest } from '../engine/scan/file-scanner.ts';
import type { Engines } from './engines.ts';
import type { KeysStore } from './keys-store.ts';
import type { Policies } from './policies.ts';
import type { ProblemsStore } from './problems-store.ts';
import { excludedFiles } from './settings.ts';

export interface DiskScanDeps {
  readonly scanner: FileScanner | undefined;
  readonly engines: Engines;
  readonly policies: Policies;
  readonly keys: KeysStore;
  readonly problems: ProblemsStore;
}

export interface DiskScanSummary {
  readonly scanned: number;
  readonly skipped: readonly SkippedFile[];
  readonly cancelled: boolean;
}

export class DiskScan {
  readonly #deps: DiskScanDeps;
  #done = false;
  #complete = false;
  #running = 0;

  constructor(deps: DiskScanDeps) {
    this.#deps = deps;
  }

  /** Whether the workspace has been scanned, so that keeping up with changes makes sense. */
  get done(): boolean {
    return this.#done;
  }

  /** The workspace is being scanned. */
  get isRunning(): boolean {
    return this.#running > 0;
  }

  /** Whether a scan has read everything: of half a workspace nobody can say what is missing in it. */
  get complete(): boolean {
    return this.#complete;
  }

  /** Folders that can be scanned: those on a disk of this machine. */
  folders(): readonly vscode.WorkspaceFolder[] {
    if (!this.#deps.scanner) return [];
    const folders = vscode.workspace.workspaceFolders ?? [];
    return folders.filter(folder => folder.uri.scheme === 'file' && this.#deps.engines.forFolder(folder).settings.enable);
  }

  covers(uri: vscode.Uri): boolean {
    const folder = uri.scheme === 'file' ? vscode.workspace.getWorkspaceFolder(uri) : undefined;
    return folder !== undefined && this.folders().includes(folder);
  }

  /** All folders, one after the other; `onCount` hears how many files have been read so far. */
  async scanAll(onCount: (scanned: number) => void, token: CancelToken): Promise<DiskScanSummary> {
    this.#running++;
    try {
      return await this.#scanFolders(onCount, token);
    } finally {
      this.#running--;
    }
  }

  async #scanFolders(onCount: (scanned: number) => void, token: CancelToken): Promise<DiskScanSummary> {
    await this.#deps.engines.ready();
    let scanned = 0;
    const skipped: SkippedFile[] = [];
    for (const folder of this.folders()) {
      if (token.isCancellationRequested) break;
      const before = scanned;
      const summary = await this.#scanFolder(folder, count => onCount(before + count), token);
      scanned += summary.scanned;
      skipped.push(...summary.skipped);
    }
    this.#done = true;
    if (!token.isCancellationRequested) this.#complete = true;
    return { scanned, skipped, cancelled: token.isCancellationRequested };
  }

  /** The given files again. Those that are gone are forgotten. */
  async rescan(files: readonly vscode.Uri[], token: CancelToken): Promise<void> {
    const { scanner } = this.#deps;
    for (const folder of this.folders()) {
      const paths = files.filter(file => vscode.workspace.getWorkspaceFolder(file) === folder).map(file => file.fsPath);
      if (!scanner || paths.length === 0) continue;
      const { reports } = await scanner.rescan(paths, this.requestFor(folder), token);
      if (token.isCancellationRequested) return;
      const reported = new Set(reports.map(({ uri }) => uri));
      for (const path of paths) if (!reported.has(path)) this.forget(vscode.Uri.file(path));
      this.#deps.keys.updateFiles(reports);
      // Of files that nobody opened, problems are told once a scan was asked for.
      if (this.#done) this.#deps.problems.updateFiles(reports);
    }
  }

  /** A file that is gone, or everything below a folder that is. */
  forget(uri: vscode.Uri): void {
    this.#deps.keys.delete(uri);
    this.#deps.problems.delete(uri);
  }

  async #scanFolder(folder: vscode.WorkspaceFolder, onCount: (scanned: number) => void, token: CancelToken): Promise<DiskScanSummary> {
    const { scanner, keys, problems } = this.#deps;
    if (!scanner) return { scanned: 0, skipped: [], cancelled: false };
    const met = new Set<string>();
    const summary = await scanner.scan(
      this.requestFor(folder),
      {
        reports: batch => {
          for (const { uri } of batch) met.add(vscode.Uri.file(uri).toString());
          keys.updateFiles(batch);
          problems.updateFiles(batch);
        },
        progress: ({ scanned }) => onCount(scanned),
      },
      token,
    );
    if (summary.cancelled) return summary;
    keys.keepOnly(folder.uri, met);
    problems.keepOnly(folder.uri, met);
    return summary;
  }

  /** What the machine’s scanner is asked about a folder. */
  requestFor(folder: vscode.WorkspaceFolder): ScanRequest {
    const { engines, policies } = this.#deps;
    return {
      roots: [folder.uri.fsPath],
      settings: engines.forFolder(folder).settings,
      exclude: excludedFiles(folder.uri),
      salt: policies.saltOf(folder),
    };
  }
}
