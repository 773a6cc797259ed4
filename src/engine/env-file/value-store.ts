// What can be asked of whoever keeps values in environment files. The desktop answers from `node/value-store.ts`.

import type { Phrase } from '../phrase.ts';

export interface StoreRequest {
  /** Absolute path of the source file the value comes from. */
  readonly sourcePath: string;
  /** Absolute path of the workspace folder: nothing outside it is written, but for `userSecrets`. */
  readonly root: string;
  /** File name such as `.env`. */
  readonly envFile: string;
  /** Absolute path of the only folder whose tools read that file; without it the nearest file up to the root is taken. */
  readonly folder?: string;
  /**
   * UserSecretsId of a .NET project: the value goes to its `secrets.json` in the profile of the user instead. This is the one place
   * outside the workspace folder that is written, and only for an action whose title names it.
   */
  readonly userSecrets?: string;
  readonly variable: string;
  readonly value: string;
  /** `false` in Restricted Mode: git is not run, ignore files are read instead. */
  readonly mayRunGit: boolean;
}

export type StoreResult =
  | {
      readonly kind: 'stored';
      /** Absolute path of the file that now holds the value. */
      readonly path: string;
      /** Readers that do not know of encryption get what it is locked in. */
      readonly isEncrypted: boolean;
      /** The variable already held this very value. */
      readonly already: boolean;
      /** Absolute paths of other files that were written (`.env.example`, `.gitignore`). */
      readonly alsoWrote: readonly string[];
      /** Git keeps versions of the file, so whoever has the repository has its values. */
      readonly tracked: boolean;
      /** What a person should know (`.env is tracked by git …`). */
      readonly notes: readonly Phrase[];
    }
  | { readonly kind: 'failed'; readonly reason: Phrase };

export type TargetRequest = Pick<StoreRequest, 'sourcePath' | 'root' | 'envFile' | 'folder' | 'userSecrets'>;

export interface UntrackRequest {
  /** Absolute path of an environment file. */
  readonly path: string;
  /** Absolute path of the workspace folder: nothing outside it is written. */
  readonly root: string;
}

/** `wrote`: absolute path of an ignore file that has a new line. */
export type UntrackResult =
  | { readonly kind: 'untracked'; readonly wrote: readonly string[] }
  | { readonly kind: 'failed'; readonly reason: Phrase };

/** Writes a value to the nearest environment file and reads it back before it says `stored`. Never overwrites another value. */
export interface ValueStore {
  store(request: StoreRequest): Promise<StoreResult>;
  /** The environment file a value from this source would go to, and the names it defines now. */
  target(request: TargetRequest): Promise<{ readonly path: string; readonly names: readonly string[] }>;
  /** The name under which that file, or another environment file beside it, already holds this value. */
  nameOf(request: TargetRequest & Pick<StoreRequest, 'value'>): Promise<string | undefined>;
  /** Has git ignore and forget a file that stays on disk. */
  untrack(request: UntrackRequest): Promise<UntrackResult>;
}
