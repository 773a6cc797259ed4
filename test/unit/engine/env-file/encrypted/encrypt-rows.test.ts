// Environment files are encrypted in place and come back as they were.
import assert from 'node:assert/strict';
import { decryptRows } from '../../../../../src/engine/env-file/encrypted/decrypt-rows.ts';
import { encryptRows } from '../../../../../src/engine/env-file/encrypted/encrypt-rows.ts';
import { headerFor, readHeader } from '../../../../../src/engine/env-file/encrypted/header.ts';
import { formatPhrase } from '../../../../../src/engine/phrase.ts';
import { readDefinitions } from '../../../../../src/engine/usages/read-definitions.ts';
import { dotenvxCipher as cipher } from '../../../../../src/node/dotenvx-cipher.ts';

const pair = cipher.newKeyPair();
const breathe = async (): Promise<void> => {};

const text = `#!/usr/bin/env dotenv
# my app
API_KEY="hello world" # of the shop

export TOKEN='pa$$wörd'
PORT=3000
LINES="first\\nsecond"
EMPTY=
`;

async function encrypt(before: string, names: readonly string[], fileName = '.env'): Promise<string> {
  const header = readHeader(before) ?? headerFor(fileName, pair.publicKey);
  const change = await encryptRows({ text: before, fileName, names: new Set(names), header, privateKey: pair.privateKey, cipher, breathe });
  assert.ok(change.kind === 'changed', change.kind === 'refused' ? formatPhrase(change.reason) : '');
  return change.text;
}

async function decrypt(before: string, privateKey = pair.privateKey, fileName = '.env'): Promise<string> {
  const change = await decryptRows({ text: before, fileName, privateKey, cipher, breathe });
  return change.kind === 'changed' ? change.text : formatPhrase(change.reason);
}

describe('encrypting an environment file', () => {
  it('writes the public key above, and leaves comments, order, quotes and other rows as they are', async () => {
    const after = await encrypt(text, ['API_KEY', 'TOKEN', 'LINES']);
    const shape = after.replace(/encrypted:[A-Za-z0-9+/]+=*/g, '⟨encrypted⟩').replace(pair.publicKey, '⟨key⟩');
    assert.equal(
      shape,
      `#!/usr/bin/env dotenv
#/-------------------[DOTENV_PUBLIC_KEY]--------------------/
#/            public-key encryption for .env files          /
#/       [how it works](https://dotenvx.com/encryption)     /
#/----------------------------------------------------------/
DOTENV_PUBLIC_KEY="⟨key⟩"

# .env
# my app
API_KEY="⟨encrypted⟩" # of the shop

export TOKEN='⟨encrypted⟩'
PORT=3000
LINES="⟨encrypted⟩"
EMPTY=
`,
    );
    assert.equal(await decrypt(after), text);
  });

  it('keeps Windows line ends, a missing one at the end, and a byte order mark', async () => {
    for (const before of [text.replaceAll('\n', '\r\n'), 'A_KEY=x1', '\uFEFFA_KEY=x1\n', "A_KEY='a\nb'\nB=2"]) {
      const after = await encrypt(before, ['API_KEY', 'A_KEY']);
      assert.equal(/(?<!\r)\n/.test(after), /(?<!\r)\n/.test(before) || !before.includes('\n'));
      assert.equal(await decrypt(after), before);
    }
  });

  it('adds rows to those that are encrypted, under the key of the file', async () => {
    const once = await encrypt(text, ['API_KEY']);
    const twice = await encrypt(once, ['API_KEY', 'TOKEN']);
    assert.equal(twice.split('DOTENV_PUBLIC_KEY=').length, 2);
    const keyOf = (all: string): string | undefined => readDefinitions(all).find(({ name }) => name === 'API_KEY')?.value;
    assert.equal(keyOf(twice), keyOf(once));
    assert.equal(await decrypt(twice), text);
  });

  it('encrypts every row of a name, and neither empty values nor the public key', async () => {
    const after = await encrypt('A=1\nA=2\nB=\n', ['A', 'B', 'DOTENV_PUBLIC_KEY']);
    assert.deepEqual(
      readDefinitions(after).map(({ name, value }) => [name, value.slice(0, 10)]),
      [
        ['DOTENV_PUBLIC_KEY', pair.publicKey.slice(0, 10)],
        ['A', 'encrypted:'],
        ['A', 'encrypted:'],
        ['B', ''],
      ],
    );
  });

  it('refuses a private key that does not belong to the file', async () => {
    const other = cipher.newKeyPair();
    const request = { text: 'A=1\n', fileName: '.env', names: new Set(['A']), cipher, breathe };
    for (const privateKey of [other.privateKey, 'no key', '']) {
      const change = await encryptRows({ ...request, header: headerFor('.env', pair.publicKey), privateKey });
      assert.equal(change.kind, 'refused');
    }
  });

  it('says why a file does not open', async () => {
    const after = await encrypt('A_KEY=one\nB_KEY=two\n', ['A_KEY', 'B_KEY']);
    assert.match(await decrypt(after, cipher.newKeyPair().privateKey), /^A_KEY does not open with this private key/);
    assert.match(await decrypt(after.replace(/(B_KEY=encrypted:.{40}).*/, '$1')), /^The encrypted value of B_KEY is cut or damaged/);
  });
});
