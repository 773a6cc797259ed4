// What we encrypt, the real dotenvx reads; what it encrypts, we open. It is run as its package brings it, without network features.
import assert from 'node:assert/strict';
import { decryptRows, openRows } from '../../../src/engine/env-file/encrypted/decrypt-rows.ts';
import { encryptRows } from '../../../src/engine/env-file/encrypted/encrypt-rows.ts';
import { headerFor, readHeader } from '../../../src/engine/env-file/encrypted/header.ts';
import { keyNamesFor } from '../../../src/engine/env-file/encrypted/key-names.ts';
import { addPrivateKey, readPrivateKeys } from '../../../src/engine/env-file/encrypted/private-key-file.ts';
import { setEncryptedVariable } from '../../../src/engine/env-file/encrypted/set-encrypted-variable.ts';
import { dotenvxCipher as cipher } from '../../../src/node/dotenvx-cipher.ts';
import { Dotenvx, dotenvxKeyNames, readAsDotenvx } from '../../support/dotenvx.ts';
import { nastyValues } from '../../support/nasty-values.ts';
import { StoreFolder } from '../../support/store-folder.ts';

const breathe = async (): Promise<void> => {};
const text = `# rows
API_KEY="hello world" # note
export TOKEN='pa$$wörd $(id)'
BARE=abc/def+g==
LINES="first\\nsecond"
PORT=3000
`;
const values = { API_KEY: 'hello world', TOKEN: 'pa$$wörd $(id)', BARE: 'abc/def+g==', LINES: 'first\nsecond', PORT: '3000' };
const secrets = new Set(['API_KEY', 'TOKEN', 'BARE', 'LINES']);

function keyIn(folder: StoreFolder): string {
  return readPrivateKeys(folder.read('.env.keys'))[0] ?? assert.fail('no key');
}

/** A folder with the text encrypted by us, its private key beside it. */
async function encryptedFolder(fileName: string): Promise<StoreFolder> {
  const pair = cipher.newKeyPair();
  const header = headerFor(fileName, pair.publicKey);
  const change = await encryptRows({ text, fileName, names: secrets, header, privateKey: pair.privateKey, cipher, breathe });
  assert.ok(change.kind === 'changed');
  return new StoreFolder({ [fileName]: change.text, '.env.keys': addPrivateKey('', header.privateKeyName, pair.privateKey, fileName) });
}

describe('beside the real dotenvx', function () {
  // A process for each question.
  this.timeout(60_000);

  it('names keys alike, whatever the file is called', () => {
    const names = [
      '.env',
      '.env.local',
      '.env.production',
      '.env.production.local',
      '.env.a.b.c',
      '.env1',
      '.ENV.Prod',
      '.env.ci.txt',
      'prod.env',
    ];
    for (const name of names) assert.deepEqual(keyNamesFor(name), dotenvxKeyNames(name), name);
  });

  it('lets it read files of ours, whatever they are called', async () => {
    for (const fileName of ['.env', '.env.production', '.env.local', '.env.production.local']) {
      const folder = await encryptedFolder(fileName);
      assert.deepEqual(readAsDotenvx(folder.read(fileName), keyIn(folder)), values, fileName);
    }
  });

  it('lets it run programs with a file of ours, and decrypt it', async () => {
    const folder = await encryptedFolder('.env.production');
    const dotenvx = new Dotenvx(folder.root);
    assert.equal(dotenvx.runWith('.env.production', 'TOKEN'), values.TOKEN);
    dotenvx.decrypt('.env.production');
    assert.ok(folder.read('.env.production').includes('API_KEY="hello world" # note'));
  });

  for (const fileName of ['.env', '.env.production.local']) {
    it(`opens a ${fileName} that it encrypted, and writes it back as it was`, async () => {
      const folder = new StoreFolder({ [fileName]: text });
      new Dotenvx(folder.root).encrypt(fileName);
      const encrypted = folder.read(fileName);
      const privateKey = keyIn(folder);
      assert.equal(readHeader(encrypted)?.publicKey, cipher.publicKeyOf(privateKey));
      const request = { text: encrypted, fileName, privateKey, cipher, breathe };
      const opened = await openRows(request);
      assert.deepEqual(opened.kind === 'opened' && Object.fromEntries(opened.rows.map(({ name, clear }) => [name, clear])), values);
      const plain = await decryptRows(request);
      assert.equal(plain.kind === 'changed' && plain.text, text);
    });
  }

  it('lets it take the private key from the environment, whatever its name ends in', async () => {
    const folder = await encryptedFolder('.env');
    const environment = { DOTENV_PRIVATE_KEY: cipher.newKeyPair().privateKey, DOTENV_PRIVATE_KEY_0: keyIn(folder) };
    folder.write('.env.keys', '');
    assert.equal(new Dotenvx(folder.root, environment).runWith('.env', 'API_KEY'), 'hello world');
  });

  it('sets values with the public key alone that it gives to programs exactly', async () => {
    const folder = await encryptedFolder('.env');
    let written = folder.read('.env');
    const header = readHeader(written) ?? assert.fail();
    for (const [index, value] of nastyValues.entries()) {
      const change = setEncryptedVariable({ text: written, header, name: `NASTY_${index}`, value, mayReplace: false, cipher });
      assert.ok(change.kind === 'written', value);
      written = change.text;
    }
    const expected = Object.fromEntries(nastyValues.map((value, index) => [`NASTY_${index}`, value]));
    assert.deepEqual(readAsDotenvx(written, keyIn(folder)), { ...values, ...expected });
  });

  it('replaces a value under the quotes that the new one needs', async () => {
    const folder = await encryptedFolder('.env');
    let written = folder.read('.env');
    const header = readHeader(written) ?? assert.fail();
    // biome-ignore lint/suspicious/noTemplateCurlyInString: what a reader would fill in
    const changes = { API_KEY: 'a$HOME', BARE: 'b${HOME}', TOKEN: 'c', PORT: '1' };
    for (const [name, value] of Object.entries(changes)) {
      const change = setEncryptedVariable({ text: written, header, name, value, mayReplace: true, cipher });
      assert.ok(change.kind === 'written', name);
      written = change.text;
    }
    assert.deepEqual(readAsDotenvx(written, keyIn(folder)), { ...values, ...changes });
    assert.ok(written.includes(' # note'));
  });

  it('keeps keys apart in one file of private keys, as it does', async () => {
    const folder = await encryptedFolder('.env');
    folder.write('.env.staging', 'A=1\n');
    new Dotenvx(folder.root).encrypt('.env.staging');
    const keys = readPrivateKeys(folder.read('.env.keys'));
    assert.deepEqual(
      keys.map(key => cipher.publicKeyOf(key)),
      ['.env', '.env.staging'].map(name => readHeader(folder.read(name))?.publicKey),
    );
    // Two of one name: it takes them apart at the comma.
    const other = cipher.newKeyPair().privateKey;
    folder.write(
      '.env.keys',
      addPrivateKey(addPrivateKey('', 'DOTENV_PRIVATE_KEY', other, '.env'), 'DOTENV_PRIVATE_KEY', keyIn(folder), '.env'),
    );
    assert.deepEqual(new Dotenvx(folder.root).read('.env'), values);
  });
});
