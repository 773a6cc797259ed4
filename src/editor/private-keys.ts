// Private keys of encrypted environment files: found where people keep them, by the public key that the file names.

import type * as vscode from 'vscode';
import type { EncryptedFiles } from '../engine/env-file/encrypted/encrypted-files.ts';
import { privateKeyFileName } from '../engine/env-file/encrypted/private-key-file.ts';
import { secretKeys } from './ids.ts';

export interface PrivateKeysDeps {
  readonly secrets: vscode.SecretStorage;
  /** Holds paths of key files by public key; never a key. */
  readonly memory: vscode.Memento;
  readonly files: EncryptedFiles;
}

export class PrivateKeys {
  readonly #deps: PrivateKeysDeps;

  constructor(deps: PrivateKeysDeps) {
    this.#deps = deps;
  }

  /** In VS Code's secret storage, in the key file that was chosen, beside the environment file: in this order. `path`: of that file. */
  async find(publicKey: string, path: string): Promise<string | undefined> {
    const { files } = this.#deps;
    const kept = await this.keptInVsCode(publicKey);
    if (kept !== undefined && (await files.cipher()).publicKeyOf(kept) === publicKey) return kept;
    const chosen = this.keyFileOf(publicKey);
    const beside = path.replace(/[^/\\]*$/, privateKeyFileName);
    return files.findKey({ publicKey, keyPaths: [...(chosen === undefined ? [] : [chosen]), beside] });
  }

  /** In VS Code's secret storage, and read back. */
  async keepInVsCode(publicKey: string, privateKey: string): Promise<boolean> {
    await this.#deps.secrets.store(secretOf(publicKey), privateKey);
    return (await this.#deps.secrets.get(secretOf(publicKey))) === privateKey;
  }

  async keptInVsCode(publicKey: string): Promise<string | undefined> {
    return this.#deps.secrets.get(secretOf(publicKey));
  }

  /** Absolute path of the key file outside the repository, where one was chosen. */
  keyFileOf(publicKey: string): string | undefined {
    return this.#deps.memory.get<Readonly<Record<string, string>>>(keyFiles)?.[publicKey];
  }

  async rememberKeyFile(publicKey: string, path: string): Promise<void> {
    await this.#deps.memory.update(keyFiles, { ...this.#deps.memory.get<Readonly<Record<string, string>>>(keyFiles), [publicKey]: path });
  }
}

const keyFiles = 'encryption.keyFiles';

function secretOf(publicKey: string): string {
  return `${secretKeys.privateKey}.${publicKey}`;
}
