// What was known of this workspace's keys when it was last open. On disk it is encrypted; the secret for that is with VS Code's
// secrets, and so nothing on the disk alone tells a fingerprint.

import type * as vscode from 'vscode';
import { describeError } from '../engine/describe-error.ts';
import type { SealedFile } from '../engine/usages/sealed-file.ts';
import type { Abilities } from './abilities.ts';
import { secretKeys } from './ids.ts';
import type { Logger } from './log.ts';

export interface KeyCacheDeps {
  readonly abilities: Pick<Abilities, 'newSalt' | 'openSealedFile'>;
  readonly secrets: vscode.SecretStorage;
  /** VS Code's folder for this workspace; without one nothing is kept. */
  readonly storageUri: vscode.Uri | undefined;
  readonly log: Logger;
}

export class KeyCache {
  readonly #deps: KeyCacheDeps;
  readonly #secret: Promise<string | undefined>;
  #isTold = false;

  constructor(deps: KeyCacheDeps) {
    this.#deps = deps;
    this.#secret = this.#findSecret();
  }

  async read(): Promise<readonly string[]> {
    const text = await (await this.#file())?.read();
    return text === undefined ? [] : text.split('\n');
  }

  /** JSON has no line ends of its own. */
  async write(lines: readonly string[]): Promise<void> {
    const code = await (await this.#file())?.write(lines.join('\n'));
    if (code === undefined || this.#isTold) return;
    this.#isTold = true;
    this.#deps.log.warn(`What is known of the keys could not be kept for the next start (${code}): the workspace is read again then.`);
  }

  async #file(): Promise<SealedFile | undefined> {
    const { abilities, storageUri } = this.#deps;
    const secret = await this.#secret;
    if (secret === undefined || storageUri === undefined) return undefined;
    return abilities.openSealedFile?.(`${storageUri.fsPath}/keys.sealed`, secret);
  }

  /** Drawn when it is first needed. None where VS Code cannot keep one; a keyring may ask for its password before it answers. */
  async #findSecret(): Promise<string | undefined> {
    const { abilities, secrets, storageUri, log } = this.#deps;
    if (abilities.openSealedFile === undefined || storageUri === undefined) return undefined;
    try {
      const known = await secrets.get(secretKeys.cache);
      if (known !== undefined) return known;
      const drawn = abilities.newSalt();
      await secrets.store(secretKeys.cache, drawn);
      return drawn;
    } catch (error) {
      log.warn(`VS Code keeps no secrets here, so keys are not remembered for the next start: ${describeError(error)}`);
      return undefined;
    }
  }
}
