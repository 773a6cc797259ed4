import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { failureOf, StoreFolder, storedValue as value } from '../../support/store-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('value store, in .NET user secrets', () => {
  const { HOME, APPDATA } = process.env;
  let home = '';
  before(function () {
    if (process.platform === 'win32') this.skip();
  });
  beforeEach(() => {
    home = temporaryFolder();
    process.env['HOME'] = home;
    delete process.env['APPDATA'];
  });
  after(() => {
    for (const [name, known] of Object.entries({ HOME, APPDATA })) {
      if (known === undefined) delete process.env[name];
      else process.env[name] = known;
    }
  });

  const userSecrets = 'aspnet-Shop-1f0c.dev';
  const file = (id = userSecrets): string => path.join(home, '.microsoft', 'usersecrets', id, 'secrets.json');
  const write = (text: string): void => {
    mkdirSync(path.dirname(file()), { recursive: true });
    writeFileSync(file(), text);
  };
  const store = (folder = new StoreFolder(), variable = 'OpenAI__ApiKey') => folder.store({ userSecrets, variable });

  it('creates the file of the project, for its owner only, and leaves the workspace alone', async () => {
    const folder = new StoreFolder();
    const result = await store(folder);
    assert.equal(result.kind === 'stored' && result.path, file());
    assert.deepEqual(JSON.parse(readFileSync(file(), 'utf8')), { 'OpenAI:ApiKey': value });
    assert.equal(statSync(file()).mode & 0o777, 0o600);
    assert.equal(statSync(path.dirname(file())).mode & 0o777, 0o700);
    for (const name of ['.env', '.env.example', '.gitignore', 'secrets.json']) assert.equal(folder.has(name), false, name);
  });

  it('keeps what is there as it is written, the byte order mark too', async () => {
    const before = '\uFEFF{\r\n  // ours\r\n  "Stripe:Key": "1"\r\n}';
    write(before);
    assert.equal((await store()).kind, 'stored');
    assert.equal(readFileSync(file(), 'utf8'), before.replace('"1"', `"1",\r\n  "OpenAI:ApiKey": "${value}"`));
  });

  it('knows a value that is there, nested or in other capitals, and never overwrites another one', async () => {
    write(JSON.stringify({ openai: { APIKEY: value }, 'Stripe:Key': 'other' }));
    const before = readFileSync(file(), 'utf8');
    const same = await store();
    assert.equal(same.kind === 'stored' && same.already, true);
    assert.match(failureOf(await store(new StoreFolder(), 'STRIPE__Key')), /already has another value/);
    assert.equal(readFileSync(file(), 'utf8'), before);
    const folder = new StoreFolder();
    assert.equal(await folder.valueStore.nameOf(folder.request({ userSecrets })), 'openai__APIKEY');
  });

  it('leaves a broken file alone', async () => {
    for (const text of ['{ "A": ', '[]', '1']) {
      write(text);
      assert.match(failureOf(await store()), /not valid JSON/, text);
      assert.equal(readFileSync(file(), 'utf8'), text);
    }
  });

  it('follows no link out of the folder of the project', async () => {
    const outside = path.join(temporaryFolder(), 'other.json');
    writeFileSync(outside, '{}');
    mkdirSync(path.dirname(file()), { recursive: true });
    symlinkSync(outside, file());
    assert.notEqual(failureOf(await store()), '');
    assert.equal(readFileSync(outside, 'utf8'), '{}');
  });

  it('takes no id that leads elsewhere', async () => {
    for (const id of ['../../x', '..', '.', 'a/b', 'a\\b', '', '/etc']) {
      const folder = new StoreFolder();
      assert.match(failureOf(await folder.store({ userSecrets: id })), /is not a UserSecretsId/, id);
    }
    assert.equal(existsSync(path.join(home, '.microsoft')), false);
  });

  it('says where a value would go before there is a file', async () => {
    const folder = new StoreFolder();
    assert.deepEqual(await folder.valueStore.target(folder.request({ userSecrets })), { path: file(), names: [] });
    assert.equal(existsSync(path.join(home, '.microsoft')), false);
  });
});
