// What we write to disk ourselves is known at once: open documents show it, and trees and checks read it again. VS Code's watcher tells
// of it late, and never where `files.watcherExclude` leaves a file out.

import * as vscode from 'vscode';
import type { EncryptedFiles } from '../engine/env-file/encrypted/encrypted-files.ts';
import type { Abilities, FileKeeper, ValueStore } from './abilities.ts';
import type { Boundary } from './commands.ts';
import { followDisk } from './follow-disk.ts';

export class OwnWrites implements vscode.Disposable {
  readonly #boundary: Boundary;
  readonly #written = new vscode.EventEmitter<vscode.Uri>();
  /** A file has a new text, or git thinks otherwise of it. */
  readonly onDidWrite = this.#written.event;

  constructor(boundary: Boundary) {
    this.#boundary = boundary;
  }

  /** The same abilities, of which each write is told. */
  watched(abilities: Abilities): Abilities {
    const { store, files, encryption } = abilities;
    return {
      ...abilities,
      store: store && this.#watchStore(store),
      files: files && this.#watchFiles(files),
      ...(encryption && { encryption: { ...encryption, files: this.#watchEncrypted(encryption.files) } }),
    };
  }

  dispose(): void {
    this.#written.dispose();
  }

  #watchStore(store: ValueStore): ValueStore {
    return {
      target: request => store.target(request),
      nameOf: request => store.nameOf(request),
      store: async request => {
        const result = await store.store(request);
        if (result.kind === 'stored') this.#tell([result.path, ...result.alsoWrote]);
        return result;
      },
      untrack: async request => {
        const result = await store.untrack(request);
        if (result.kind === 'untracked') this.#tell([request.path, ...result.wrote]);
        return result;
      },
    };
  }

  #watchFiles(files: FileKeeper): FileKeeper {
    return {
      factsOf: (...asked) => files.factsOf(...asked),
      packagesAround: (...asked) => files.packagesAround(...asked),
      makeOwnerOnly: request => files.makeOwnerOnly(request),
      ignoreInGit: async request => {
        const result = await files.ignoreInGit(request);
        if (result.kind === 'done') this.#tell(result.wrote);
        return result;
      },
    };
  }

  #watchEncrypted(files: EncryptedFiles): EncryptedFiles {
    return {
      cipher: () => files.cipher(),
      findKey: request => files.findKey(request),
      replace: async request => {
        const result = await files.replace(request);
        // Whoever asked waits until the document shows it.
        if (result.kind === 'written') this.#fire([request.path, ...result.alsoWrote]);
        return result;
      },
      keepKey: async request => {
        const result = await files.keepKey(request);
        // Git ignores it by a line that may be new.
        if (result.kind === 'kept') this.#tell([result.keyPath, '.gitignore']);
        return result;
      },
    };
  }

  /** Nobody waits for the documents: a person goes on elsewhere. A name without a folder is that of any open document. */
  #tell(paths: readonly string[]): void {
    this.#boundary.guard('show what was written', () => followDisk(paths))();
    this.#fire(paths.filter(path => /[/\\]/.test(path)));
  }

  #fire(paths: readonly string[]): void {
    for (const path of paths) this.#written.fire(vscode.Uri.file(path));
  }
}
