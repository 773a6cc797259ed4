// Where the private key of an encrypted environment file is looked for, and in which order.
import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { PrivateKeys } from '../../../src/editor/private-keys.ts';
import { addPrivateKey } from '../../../src/engine/env-file/encrypted/private-key-file.ts';
import { dotenvxCipher as cipher } from '../../../src/node/dotenvx-cipher.ts';
import { createEncryptedFiles } from '../../../src/node/encrypted-files.ts';
import { StoreFolder } from '../../support/store-folder.ts';

const pair = cipher.newKeyPair();
const row = addPrivateKey('', 'DOTENV_PRIVATE_KEY', pair.privateKey, '.env');

class FakeSecrets {
  readonly kept = new Map<string, string>();
  readonly onDidChange = (): vscode.Disposable => ({ dispose: () => undefined });
  isBroken = false;

  async get(key: string): Promise<string | undefined> {
    return this.kept.get(key);
  }

  async store(key: string, value: string): Promise<void> {
    if (!this.isBroken) this.kept.set(key, value);
  }

  async delete(key: string): Promise<void> {
    this.kept.delete(key);
  }

  async keys(): Promise<string[]> {
    return [...this.kept.keys()];
  }
}

function fakeMemory(): vscode.Memento & { readonly text: () => string } {
  const values = new Map<string, unknown>();
  return {
    keys: () => [...values.keys()],
    get: <T>(key: string, other?: T) => (values.has(key) ? values.get(key) : other) as T,
    update: async (key: string, value: unknown) => void values.set(key, value),
    text: () => JSON.stringify([...values]),
  };
}

function setUp(files: Readonly<Record<string, string>> = {}) {
  const folder = new StoreFolder(files);
  const [secrets, memory] = [new FakeSecrets(), fakeMemory()];
  const privateKeys = new PrivateKeys({ secrets, memory, files: createEncryptedFiles() });
  return { folder, secrets, memory, find: () => privateKeys.find(pair.publicKey, folder.file('app/.env')), privateKeys };
}

describe('the private key of a file', () => {
  it('is found with VS Code’s secrets, and kept there by its public key', async () => {
    const { privateKeys, secrets, memory, find } = setUp();
    assert.equal(await find(), undefined);
    assert.equal(await privateKeys.keepInVsCode(pair.publicKey, pair.privateKey), true);
    assert.equal(await find(), pair.privateKey);
    assert.deepEqual([...secrets.kept.keys()], [`keyHygiene.privateKey.${pair.publicKey}`]);
    assert.ok(!memory.text().includes(pair.privateKey));
  });

  it('is found in the key file that was chosen, of which the path alone is remembered', async () => {
    const { privateKeys, folder, memory, find } = setUp({ 'keys/shop.keys': row });
    await privateKeys.rememberKeyFile(pair.publicKey, folder.file('keys/shop.keys'));
    assert.equal(await find(), pair.privateKey);
    assert.ok(!memory.text().includes(pair.privateKey));
  });

  it('is found beside the file', async () => {
    assert.equal(await setUp({ 'app/.env.keys': row }).find(), pair.privateKey);
    assert.equal(await setUp({ '.env.keys': row }).find(), undefined);
  });

  it('is none where another key is kept in its place, or the storage keeps nothing', async () => {
    const { privateKeys, secrets, find } = setUp();
    secrets.kept.set(`keyHygiene.privateKey.${pair.publicKey}`, cipher.newKeyPair().privateKey);
    assert.equal(await find(), undefined);
    secrets.kept.clear();
    secrets.isBroken = true;
    assert.equal(await privateKeys.keepInVsCode(pair.publicKey, pair.privateKey), false);
  });
});
