// What can be asked about files that hold keys, and done to them. The desktop answers from `node/file-keeper.ts`.
// Files and folders are absolute paths.

import type { CancelToken } from '../../cancel.ts';
import type { Phrase } from '../../phrase.ts';
import type { FileFacts } from './workspace.ts';

export interface FileRequest {
  readonly path: string;
  /** The workspace folder: nothing outside it is touched. */
  readonly root: string;
}

/** `wrote`: absolute paths of files that have another text now. */
export type KeepResult =
  | { readonly kind: 'done'; readonly wrote: readonly string[] }
  | { readonly kind: 'failed'; readonly reason: Phrase };

export interface FileKeeper {
  /** None of files that are gone. Where git may not be run, the ignore files are read, and nobody knows what is tracked. */
  factsOf(paths: readonly string[], mayRunGit: boolean, token: CancelToken): Promise<readonly FileFacts[]>;
  /** Those of the folders, and of the folders around them up to the roots, that have a manifest. */
  packagesAround(folders: readonly string[], roots: readonly string[], token: CancelToken): Promise<readonly string[]>;
  /** Takes the rights of others away. Never rejects. */
  makeOwnerOnly(request: FileRequest): Promise<KeepResult>;
  /** Adds the line that makes git ignore the file. Never rejects. */
  ignoreInGit(request: FileRequest & { readonly mayRunGit: boolean }): Promise<KeepResult>;
}
