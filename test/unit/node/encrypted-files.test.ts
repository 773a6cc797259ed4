// Encrypted environment files and files of private keys, on disk.
import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { encryptRows } from '../../../src/engine/env-file/encrypted/encrypt-rows.ts';
import type { KeepKeyRequest, KeptKey, ReplaceRequest, Written } from '../../../src/engine/env-file/encrypted/encrypted-files.ts';
import { headerFor } from '../../../src/engine/env-file/encrypted/header.ts';
import { readPrivateKeys } from '../../../src/engine/env-file/encrypted/private-key-file.ts';
import { formatPhrase } from '../../../src/engine/phrase.ts';
import { dotenvxCipher as cipher } from '../../../src/node/dotenvx-cipher.ts';
import { createEncryptedFiles } from '../../../src/node/encrypted-files.ts';
import { SmallDisk } from '../../support/small-disk.ts';
import { StoreFolder, storedValue as value } from '../../support/store-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const files = createEncryptedFiles();
const pair = cipher.newKeyPair();
const before = `# ours\nSERVICE_KEY=${value}\nPORT=1\n`;
const hasModes = process.platform !== 'win32';

async function encrypted(text = before): Promise<string> {
  const request = { text, fileName: '.env', names: new Set(['SERVICE_KEY']), privateKey: pair.privateKey, cipher, breathe: async () => {} };
  const change = await encryptRows({ ...request, header: headerFor('.env', pair.publicKey) });
  return change.kind === 'changed' ? change.text : assert.fail();
}

async function replaceIn(folder: StoreFolder, changes: Partial<ReplaceRequest> = {}): Promise<Written> {
  return files.replace({
    path: folder.file('.env'),
    root: folder.root,
    before,
    after: await encrypted(),
    names: ['SERVICE_KEY'],
    isPlain: false,
    ...changes,
  });
}

function keepIn(folder: StoreFolder, changes: Partial<KeepKeyRequest> = {}): Promise<KeptKey> {
  const request = { where: 'beside', keyPath: folder.file('.env.keys'), root: folder.root } as const;
  return files.keepKey({ ...request, name: 'DOTENV_PRIVATE_KEY', privateKey: pair.privateKey, fileName: '.env', ...changes });
}

function reasonIn(result: Written | KeptKey): string {
  return result.kind === 'failed' ? formatPhrase(result.reason) : '';
}

describe('replacing an environment file by an encrypted one', () => {
  it('writes it in one step and keeps its mode', async () => {
    for (const mode of [0o600, 0o640]) {
      const folder = new StoreFolder({ '.env': before });
      chmodSync(folder.file('.env'), mode);
      assert.deepEqual(await replaceIn(folder), { kind: 'written', alsoWrote: [] });
      assert.ok(!folder.read('.env').includes(value));
      if (hasModes) assert.equal(statSync(folder.file('.env')).mode & 0o777, mode);
      assert.deepEqual(readdirSync(folder.root).sort(), ['.env', 'src']);
    }
  });

  it('leaves what somebody else has written meanwhile', async () => {
    const folder = new StoreFolder({ '.env': 'A=1\n' });
    assert.match(reasonIn(await replaceIn(folder)), /^\.env was changed by something else/);
    assert.equal(folder.read('.env'), 'A=1\n');
  });

  it('names a new variable in the example, and takes that back where the file cannot be written', async () => {
    const folder = new StoreFolder({ '.env': before, '.env.example': 'PORT=\n' });
    const done = await replaceIn(folder, { newName: 'SERVICE_KEY' });
    assert.deepEqual(done, { kind: 'written', alsoWrote: [folder.file('.env.example')] });
    assert.equal(folder.read('.env.example'), 'PORT=\nSERVICE_KEY=\n');
    const other = new StoreFolder({ '.env': 'A=1\n', '.env.example': 'PORT=\n' });
    assert.match(reasonIn(await replaceIn(other, { newName: 'SERVICE_KEY' })), /was changed by something else/);
    assert.equal(other.read('.env.example'), 'PORT=\n');
  });

  it('refuses a row that readers disagree about, before and after', async () => {
    const odd = 'SERVICE_KEY=abc#def\n';
    const folder = new StoreFolder({ '.env': odd });
    assert.match(reasonIn(await replaceIn(folder, { before: odd, after: await encrypted(odd) })), /disagree about SERVICE_KEY/);
    assert.match(reasonIn(await replaceIn(folder, { before: odd, after: odd })), /disagree/);
    assert.equal(folder.read('.env'), odd);
  });

  it('has git ignore a file whose values come to stand in the clear, and refuses where git tracks it', async () => {
    const [locked, plain] = [await encrypted(), 'SERVICE_KEY=plain\n'];
    const folder = new StoreFolder({ '.env': locked });
    folder.git('init', '-q');
    const done = await replaceIn(folder, { before: locked, after: plain, isPlain: true });
    assert.deepEqual(done, { kind: 'written', alsoWrote: [folder.file('.gitignore')] });
    assert.deepEqual([folder.read('.env'), folder.read('.gitignore')], [plain, '.env\n']);
    const tracked = new StoreFolder({ '.env': locked });
    tracked.git('init', '-q');
    tracked.git('add', '-f', '.env');
    assert.match(reasonIn(await replaceIn(tracked, { before: locked, after: plain, isPlain: true })), /^Git tracks \.env/);
    assert.deepEqual([tracked.read('.env'), tracked.has('.gitignore')], [locked, false]);
  });

  it('refuses a file outside the workspace, also one that a link leads to', async () => {
    const [folder, outside] = [new StoreFolder(), new StoreFolder({ '.env': before })];
    symlinkSync(outside.file('.env'), folder.file('.env'));
    assert.match(reasonIn(await replaceIn(folder)), /leads out of the workspace/);
    assert.equal(outside.read('.env'), before);
  });
});

describe('keeping a private key beside its file', () => {
  it('has git ignore the file first, and lets only its owner read it', async () => {
    const folder = new StoreFolder({ '.env': before });
    folder.git('init', '-q');
    assert.deepEqual(await keepIn(folder), { kind: 'kept', keyPath: folder.file('.env.keys') });
    assert.deepEqual(readPrivateKeys(folder.read('.env.keys')), [pair.privateKey]);
    assert.equal(folder.read('.gitignore'), '.env.keys\n');
    folder.git('add', '.');
    assert.ok(!folder.git('ls-files').includes('.env.keys'));
    if (hasModes) assert.equal(statSync(folder.file('.env.keys')).mode & 0o777, 0o600);
  });

  it('adds to the keys that are there, closes the file to others, and writes a key once', async () => {
    const folder = new StoreFolder({ '.env.keys': '# mine\nDOTENV_PRIVATE_KEY=aa\n', '.gitignore': '.env*\n' });
    chmodSync(folder.file('.env.keys'), 0o644);
    await keepIn(folder);
    await keepIn(folder);
    assert.equal(folder.read('.env.keys'), `# mine\nDOTENV_PRIVATE_KEY=aa,${pair.privateKey}\n`);
    assert.equal(folder.read('.gitignore'), '.env*\n');
    if (hasModes) assert.equal(statSync(folder.file('.env.keys')).mode & 0o777, 0o600);
  });

  it('refuses where git tracks the file', async () => {
    const folder = new StoreFolder({ '.env.keys': 'A=1\n' });
    folder.git('init', '-q');
    folder.git('add', '-f', '.env.keys');
    assert.match(reasonIn(await keepIn(folder)), /^Git tracks \.env\.keys/);
    assert.equal(folder.read('.env.keys'), 'A=1\n');
    assert.equal(folder.has('.gitignore'), false);
  });

  it('refuses where the ignore line cannot be written, or does not help', async () => {
    const folder = new StoreFolder({ '.gitignore/kept': '' });
    folder.git('init', '-q');
    assert.match(reasonIn(await keepIn(folder)), /^\.gitignore is a folder/);
    assert.equal(folder.has('.env.keys'), false);
    const taken = new StoreFolder({ '.gitignore': 'dist\n', 'app/.gitignore': '!.env.keys\n', 'app/.env': before });
    taken.git('init', '-q');
    const keyPath = taken.file('app/.env.keys');
    // The line goes to the nearest ignore file, below what takes it back: so this one is ignored after all.
    assert.deepEqual(await keepIn(taken, { keyPath }), { kind: 'kept', keyPath });
    assert.equal(taken.read('app/.gitignore'), '!.env.keys\n.env.keys\n');
  });
});

describe('keeping a private key outside', () => {
  it('makes the folder and the file, for their owner alone', async () => {
    const keyPath = path.join(temporaryFolder(), 'keys', 'shop', 'env.keys');
    assert.deepEqual(await keepIn(new StoreFolder(), { where: 'outside', keyPath }), { kind: 'kept', keyPath });
    assert.deepEqual(readPrivateKeys(readFileSync(keyPath, 'utf8')), [pair.privateKey]);
    if (hasModes) assert.deepEqual([statSync(keyPath).mode & 0o777, statSync(path.dirname(keyPath)).mode & 0o777], [0o600, 0o700]);
    assert.equal(await files.findKey({ publicKey: pair.publicKey, keyPaths: ['/nowhere', keyPath] }), pair.privateKey);
    assert.equal(await files.findKey({ publicKey: cipher.newKeyPair().publicKey, keyPaths: [keyPath] }), undefined);
  });

  it('refuses a place in the workspace folder or in another repository', async () => {
    const folder = new StoreFolder();
    assert.match(
      reasonIn(await keepIn(folder, { where: 'outside', keyPath: folder.file('keys/env.keys') })),
      /inside the workspace folder/,
    );
    const other = temporaryFolder();
    mkdirSync(path.join(other, '.git'));
    const keyPath = path.join(other, 'a', 'env.keys');
    assert.match(reasonIn(await keepIn(folder, { where: 'outside', keyPath })), /inside a git repository/);
    assert.ok(!existsSync(path.dirname(keyPath)));
  });
});

describe('a disk without room', () => {
  let disk: SmallDisk | undefined;
  beforeEach(function () {
    disk = SmallDisk.mount();
    if (disk === undefined) this.skip();
  });
  afterEach(() => disk?.unmount());

  it('leaves the environment file as it was', async () => {
    const folder = new StoreFolder({ '.env': before }, disk?.path);
    disk?.fill(0);
    assert.match(reasonIn(await replaceIn(folder)), /^\.env could not be written \(ENOSPC\); it is as it was\.$/);
    assert.equal(folder.read('.env'), before);
  });

  // The ignore file and the keys take one page each.
  for (const [room, step] of ['the ignore line', 'the key'].entries()) {
    it(`for ${step} keeps no key, and no ignore line for none`, async () => {
      const folder = new StoreFolder({ '.env': before }, disk?.path);
      disk?.fill(room);
      assert.match(reasonIn(await keepIn(folder)), /\(ENOSPC\)/);
      assert.deepEqual(readdirSync(folder.root).sort(), ['.env', 'filler', 'src']);
    });
  }

  it('that is read-only leaves everything as it was', async () => {
    const folder = new StoreFolder({ '.env': before }, disk?.path);
    disk?.makeReadOnly();
    assert.match(reasonIn(await replaceIn(folder)), /\(EROFS\)/);
    assert.match(reasonIn(await keepIn(folder)), /\(EROFS\)/);
    assert.equal(folder.read('.env'), before);
  });
});
