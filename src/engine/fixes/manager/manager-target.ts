// What a fix is told of the secret that code shall read from its manager, and of the project the code is in.

import type { SecretAddress } from '../../managers/secret-address.ts';

/** A file of the project, by its path from the project's folder on. */
export interface ProjectFile {
  readonly path: string;
  readonly text: string;
}

export interface ManagerTarget {
  readonly address: SecretAddress;
  /** URI of the folder that paths begin at: the project's, or where there is none, that of the file. No slash at its end. */
  readonly folder: string;
  /** Helpers that earlier fixes have written: files of a name in {@link helperFileNames} with the mark in them. */
  readonly helpers: readonly ProjectFile[];
  /** Those of {@link helperLayout} that exist. */
  readonly paths: readonly string[];
  /** Those of {@link helperRoots} that exist. */
  readonly roots?: readonly ProjectFile[];
}
