// What the editor asks of its host machine. The desktop root passes Node's answers, a browser root may pass none.
// Everything that crosses here is plain data.

import type { ValueStore } from '../engine/env-file/value-store.ts';
import type { FileKeeper } from '../engine/hygiene/workspace/file-keeper.ts';
import type { ManagerConnection, SecretManagers } from '../engine/managers/secret-store.ts';
import type { FileScanner } from '../engine/scan/file-scanner.ts';
import type { SealedFile } from '../engine/usages/sealed-file.ts';
import type { Encryption } from './encryption.ts';

export type { StoreResult, TargetRequest, ValueStore } from '../engine/env-file/value-store.ts';
export type { FileKeeper } from '../engine/hygiene/workspace/file-keeper.ts';
export type { FileScanner } from '../engine/scan/file-scanner.ts';

export interface LentToManagers {
  /** A token that the editor keeps or gets from an account of its own. */
  readonly token: (connection: ManagerConnection) => Promise<string | undefined>;
  /** Programs are never taken from these folders. */
  readonly workspaceFolders: () => readonly string[];
  /** Lines that hold no value. */
  readonly log: (line: string) => void;
}

export interface Abilities {
  /** Absent where there is no disk. */
  readonly encryption?: Encryption;
  readonly fingerprint: (salt: string) => (value: string) => string;
  /** Hex, unsalted: what other tools' baselines hold. */
  readonly sha1?: (value: string) => string;
  /** The compiled tables of a scan (engine/scan/tables/). Without them an engine makes its own. */
  readonly readTables?: () => Uint8Array | undefined;
  /** 32 random bytes, hex. */
  readonly newSalt: () => string;
  readonly scanner: FileScanner | undefined;
  readonly store: ValueStore | undefined;
  /** A file of our own, encrypted under a secret in hex. Without it nothing is remembered between sessions. */
  readonly openSealedFile?: (path: string, secret: string) => SealedFile;
  /** Without it there are no checks over the workspace. */
  readonly files: FileKeeper | undefined;
  /** Loads whoever talks to secret managers, with what the editor lends it. */
  readonly managers: ((lent: LentToManagers) => Promise<SecretManagers>) | undefined;
}
