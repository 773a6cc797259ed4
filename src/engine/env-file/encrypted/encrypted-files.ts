// What can be asked of whoever encrypts environment files on disk. The desktop answers from `node/encrypted-files.ts`.
// Reasons never hold a value or a key.

import type { Phrase } from '../../phrase.ts';
import type { ValueCipher } from './value-cipher.ts';

export interface ReplaceRequest {
  /** Absolute path of an environment file. */
  readonly path: string;
  /** Absolute path of the workspace folder: nothing outside it is written. */
  readonly root: string;
  /** What the file must hold still. */
  readonly before: string;
  readonly after: string;
  /** Variables whose rows change: every reader must agree on what they say, before and after. */
  readonly names: readonly string[];
  /** Values come to stand in the clear: git has to ignore the file first. */
  readonly isPlain: boolean;
  /** A variable that the example of the file is to name, too. */
  readonly newName?: string;
}

export interface KeepKeyRequest {
  readonly where: 'beside' | 'outside';
  /** Absolute path of the file of private keys; `~` is the home folder of whoever writes it. */
  readonly keyPath: string;
  /** Absolute path of the workspace folder. */
  readonly root: string;
  /** DOTENV_PRIVATE_KEY and the like. */
  readonly name: string;
  readonly privateKey: string;
  /** Of the environment file, for the comment. */
  readonly fileName: string;
}

export interface FindKeyRequest {
  readonly publicKey: string;
  /** Absolute paths of files of private keys, in the order in which they are asked. */
  readonly keyPaths: readonly string[];
}

/** `alsoWrote`: absolute paths of examples and ignore files. */
export type Written =
  | { readonly kind: 'written'; readonly alsoWrote: readonly string[] }
  | { readonly kind: 'failed'; readonly reason: Phrase };

/** `keyPath`: absolute. */
export type KeptKey = { readonly kind: 'kept'; readonly keyPath: string } | Extract<Written, { kind: 'failed' }>;

export interface EncryptedFiles {
  /** The cryptography is loaded when it is first used. */
  cipher(): Promise<ValueCipher>;
  /** In one step, read back, mode and owner kept. Whatever fails leaves the file as it was. */
  replace(request: ReplaceRequest): Promise<Written>;
  /** Adds a key to a file that only its owner reads, and reads it back. Beside an environment file git has to ignore it first. */
  keepKey(request: KeepKeyRequest): Promise<KeptKey>;
  findKey(request: FindKeyRequest): Promise<string | undefined>;
}
