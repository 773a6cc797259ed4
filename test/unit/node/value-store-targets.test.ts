// Which file a value goes to, in projects whose tools read a file of their own.
import assert from 'node:assert/strict';
import { statSync, utimesSync } from 'node:fs';
import { notesOf, StoreFolder, storedValue as value } from '../../support/store-folder.ts';

describe('value store, by project', () => {
  it('writes the file of the framework into the project’s folder, whatever lies above it', async () => {
    const folder = new StoreFolder({ '.env.local': 'A=1\n', 'apps/web/package.json': '{}', 'apps/web/src/a.ts': '' });
    const result = await folder.store({
      sourcePath: folder.file('apps/web/src/a.ts'),
      envFile: '.env.local',
      folder: folder.file('apps/web'),
    });
    assert.equal(result.kind === 'stored' && result.path, folder.file('apps/web/.env.local'));
    assert.equal(folder.read('apps/web/.env.local'), `SERVICE_KEY=${value}\n`);
    assert.equal(folder.read('apps/web/.env.example'), 'SERVICE_KEY=\n');
    assert.equal(folder.read('.gitignore'), '.env.local\n');
    assert.equal(folder.read('.env.local'), 'A=1\n');
  });

  it('refuses a project’s folder outside the workspace', async () => {
    const outside = new StoreFolder();
    const result = await new StoreFolder().store({ folder: outside.root });
    assert.equal(result.kind, 'failed');
    assert.equal(outside.has('.env'), false);
  });

  it('writes the variables of Cloudflare Workers as rows', async () => {
    const folder = new StoreFolder();
    await folder.store({ envFile: '.dev.vars' });
    assert.equal(folder.read('.dev.vars'), `SERVICE_KEY=${value}\n`);
    assert.equal(folder.read('.dev.vars.example'), 'SERVICE_KEY=\n');
  });

  it('writes .Renviron without an example', async () => {
    const folder = new StoreFolder();
    await folder.store({ envFile: '.Renviron' });
    assert.equal(folder.read('.Renviron'), `SERVICE_KEY=${value}\n`);
    assert.equal(folder.has('.Renviron.example'), false);
  });

  describe('in local.settings.json', () => {
    const envFile = 'local.settings.json';

    it('creates a file that Azure Functions reads, private and ignored', async () => {
      const folder = new StoreFolder();
      await folder.store({ envFile });
      assert.deepEqual(JSON.parse(folder.read(envFile)), { IsEncrypted: false, Values: { SERVICE_KEY: value } });
      assert.equal(folder.read('.gitignore'), 'local.settings.json\n');
      if (process.platform !== 'win32') assert.equal(statSync(folder.file(envFile)).mode & 0o777, 0o600);
    });

    it('adds to the values that are there, and keeps the rest as it is written', async () => {
      const before = '{\n\t// ours\n\t"IsEncrypted": false,\n\t"Values": {\n\t\t"A": "1"\n\t},\n\t"Host": {}\n}\n';
      const folder = new StoreFolder({ [envFile]: before });
      await folder.store({ envFile });
      assert.equal(folder.read(envFile), before.replace('"A": "1"', `"A": "1",\n\t\t"SERVICE_KEY": "${value}"`));
    });

    it('knows the value that is there, and never overwrites another one', async () => {
      const folder = new StoreFolder({ [envFile]: JSON.stringify({ Values: { SERVICE_KEY: value, OTHER: 'x' } }) });
      const same = await folder.store({ envFile });
      assert.equal(same.kind === 'stored' && same.already, true);
      assert.equal((await folder.store({ envFile, variable: 'OTHER' })).kind, 'failed');
      assert.equal(await folder.valueStore.nameOf(folder.request({ envFile })), 'SERVICE_KEY');
    });

    it('leaves broken and encrypted files alone', async () => {
      for (const text of ['{ "Values": ', '{"IsEncrypted": true, "Values": {}}', '[]']) {
        const folder = new StoreFolder({ [envFile]: text });
        assert.equal((await folder.store({ envFile })).kind, 'failed', text);
        assert.equal(folder.read(envFile), text);
        assert.equal(folder.has('.gitignore'), false);
      }
    });
  });

  describe('with several environment files', () => {
    it('takes the name under which a neighbouring file holds the value', async () => {
      const folder = new StoreFolder({ '.env': 'A=1\n', '.env.development': `DEV_KEY='${value}'\n` });
      assert.equal(await folder.valueStore.nameOf(folder.request()), 'DEV_KEY');
    });

    it('does not take a name that stands for another value in the target', async () => {
      const folder = new StoreFolder({ '.env': 'DEV_KEY=other\n', '.env.development': `DEV_KEY=${value}\n` });
      assert.equal(await folder.valueStore.nameOf(folder.request()), undefined);
    });

    it('reads no names from examples and half-written files', async () => {
      const row = `MY_KEY=${value}\n`;
      const folder = new StoreFolder({ '.env.example': row, '.env.0123456789ab.tmp': row });
      assert.equal(await folder.valueStore.nameOf(folder.request()), undefined);
    });

    it('writes nothing into .env.local that .env tells already', async () => {
      const folder = new StoreFolder({ '.env': `SERVICE_KEY=${value}\n`, '.env.local': 'A=1\n' });
      const result = await folder.store({ envFile: '.env.local' });
      assert.deepEqual(result.kind === 'stored' && [result.path, result.already], [folder.file('.env'), true]);
      assert.equal(folder.read('.env.local'), 'A=1\n');
    });

    it('writes into .env.local what .env has another value for', async () => {
      const folder = new StoreFolder({ '.env': 'SERVICE_KEY=shared\n', '.env.local': 'A=1\n' });
      await folder.store({ envFile: '.env.local' });
      assert.equal(folder.read('.env.local'), `A=1\nSERVICE_KEY=${value}\n`);
      assert.equal(folder.read('.env'), 'SERVICE_KEY=shared\n');
    });
  });

  it('says which readers do not get a value of several lines', async () => {
    const folder = new StoreFolder();
    const [note] = notesOf(await folder.store({ value: 'first\nsecond' }));
    assert.match(note ?? '', /a shell that sources \.env does not/);
  });

  it('removes what a killed process left behind, and nothing that is being written', async () => {
    const leftover = '.env.0123456789ab.tmp';
    const fresh = '.env.ba9876543210.tmp';
    const folder = new StoreFolder({ [leftover]: 'A=1\n', [fresh]: 'A=1\n', '.env.tmp': 'mine\n' });
    const longAgo = new Date(2020, 1, 1);
    for (const name of [leftover, '.env.tmp']) utimesSync(folder.file(name), longAgo, longAgo);
    await folder.store();
    assert.deepEqual(
      [leftover, fresh, '.env.tmp'].map(name => folder.has(name)),
      [false, true, true],
    );
  });

  describe('in a repository', () => {
    it('keeps the new example committable where .env* is ignored', async () => {
      const folder = new StoreFolder({ '.gitignore': '.env*\n' });
      folder.git('init', '-q');
      await folder.store();
      assert.equal(folder.read('.gitignore'), '.env*\n!.env.example\n');
      folder.git('add', '.');
      assert.equal(folder.git('ls-files').includes('.env.example'), true);
      folder.git('check-ignore', '-q', '.env');
    });

    it('leaves the ignore file as it is where a line could not help, or the example is older', async () => {
      const whole = new StoreFolder({ '.gitignore': 'app/\n', 'app/package.json': '{}', 'app/a.ts': '' });
      whole.git('init', '-q');
      await whole.store({ sourcePath: whole.file('app/a.ts') });
      assert.equal(whole.read('.gitignore'), 'app/\n');
      const older = new StoreFolder({ '.gitignore': '.env*\n', '.env.example': 'A=\n' });
      older.git('init', '-q');
      await older.store();
      assert.equal(older.read('.gitignore'), '.env*\n');
    });

    it('has git forget a file only where it can be ignored', async () => {
      const folder = new StoreFolder({ '.env': 'A=1\n', '.gitignore/kept': '' });
      folder.git('init', '-q');
      folder.git('add', '-f', '.env');
      assert.equal((await folder.valueStore.untrack({ path: folder.file('.env'), root: folder.root })).kind, 'failed');
      assert.equal(folder.git('ls-files').includes('.env'), true);
    });

    it('has git forget a file, which stays on disk', async () => {
      const folder = new StoreFolder({ '.env': 'A=1\n' });
      folder.git('init', '-q');
      folder.git('add', '-f', '.env');
      folder.write('.env', 'A=1\nB=2\n');
      const request = { path: folder.file('.env'), root: folder.root };
      assert.deepEqual(await folder.valueStore.untrack(request), { kind: 'untracked', wrote: [folder.file('.gitignore')] });
      assert.equal(folder.read('.gitignore'), '.env\n');
      assert.equal(folder.git('ls-files').includes('.env'), false);
      assert.equal(folder.read('.env'), 'A=1\nB=2\n');
      assert.equal((await folder.valueStore.untrack(request)).kind, 'failed');
    });
  });
});
