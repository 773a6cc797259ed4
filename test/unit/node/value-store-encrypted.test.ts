// What the value store does where the environment file is encrypted: the row it adds is, too.
import assert from 'node:assert/strict';
import { addPrivateKey } from '../../../src/engine/env-file/encrypted/private-key-file.ts';
import { readDefinitions } from '../../../src/engine/usages/read-definitions.ts';
import { dotenvxCipher as cipher } from '../../../src/node/dotenvx-cipher.ts';
import { createValueStore } from '../../../src/node/value-store.ts';
import { readAsDotenvx } from '../../support/dotenvx.ts';
import { failureOf, StoreFolder, storedValue as value } from '../../support/store-folder.ts';

const pair = cipher.newKeyPair();
const head = `DOTENV_PUBLIC_KEY="${pair.publicKey}"\n`;
const keys = addPrivateKey('', 'DOTENV_PRIVATE_KEY', pair.privateKey, '.env');

describe('value store, in an encrypted file', () => {
  it('adds an encrypted row with the public key alone, and names it in the example', async () => {
    const folder = new StoreFolder({ '.env': `${head}A=1\n` });
    const result = await folder.store();
    assert.equal(result.kind, 'stored', failureOf(result));
    assert.ok(!folder.read('.env').includes(value));
    assert.deepEqual(readAsDotenvx(folder.read('.env'), pair.privateKey), { A: '1', SERVICE_KEY: value });
    assert.equal(folder.read('.env.example'), 'SERVICE_KEY=\n');
  });

  it('leaves it to its people whether git takes the file', async () => {
    const folder = new StoreFolder({ '.env': head });
    folder.git('init', '-q');
    folder.git('add', '-f', '.env');
    const result = await folder.store();
    assert.ok(result.kind === 'stored' && result.notes.length === 0 && !result.tracked);
    assert.equal(folder.has('.gitignore'), false);
  });

  it('stores values that no plain row can hold', async () => {
    const folder = new StoreFolder({ '.env': head });
    const mixed = `it's "all" \`of\` $it \\ #`;
    await folder.store({ value: mixed });
    assert.equal(readAsDotenvx(folder.read('.env'), pair.privateKey)['SERVICE_KEY'], mixed);
  });

  it('fills an empty placeholder, and never writes over another value', async () => {
    const folder = new StoreFolder({ '.env': `${head}SERVICE_KEY= # here\n` });
    await folder.store();
    const after = folder.read('.env');
    assert.match(after, /^SERVICE_KEY=encrypted:\S+ # here$/m);
    assert.equal((await folder.store({ value: 'other' })).kind, 'failed');
    assert.equal(folder.read('.env'), after);
  });

  it('knows the value that is there where the private key is at hand', async () => {
    const folder = new StoreFolder({ '.env': head, '.env.keys': keys });
    await folder.store({ variable: 'OLD_KEY' });
    const again = await folder.store({ variable: 'OLD_KEY' });
    assert.equal(again.kind === 'stored' && again.already, true);
    assert.equal(await folder.valueStore.nameOf(folder.request()), 'OLD_KEY');
    assert.equal(readDefinitions(folder.read('.env')).length, 2);
    const elsewhere = createValueStore(async publicKey => (publicKey === pair.publicKey ? pair.privateKey : undefined));
    folder.write('.env.keys', '');
    assert.equal(await elsewhere.nameOf(folder.request()), 'OLD_KEY');
    assert.equal(await folder.valueStore.nameOf(folder.request()), undefined);
  });

  it('refuses a file whose public key is none', async () => {
    const folder = new StoreFolder({ '.env': 'DOTENV_PUBLIC_KEY="02abc"\n' });
    assert.match(failureOf(await folder.store()), /DOTENV_PUBLIC_KEY of the file is not a public key/);
    assert.equal(folder.read('.env'), 'DOTENV_PUBLIC_KEY="02abc"\n');
  });
});
