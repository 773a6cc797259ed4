import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { StoreResult } from '../../../src/engine/env-file/value-store.ts';
import { formatPhrase } from '../../../src/engine/phrase.ts';
import { createValueStore } from '../../../src/node/value-store.ts';
import { findLeak } from '../../support/find-leak.ts';

const value = ['v9', 'Qm+Zk', '/7tR2=='].join('');

describe('value store', () => {
  let root: string;
  const file = (name: string) => path.join(root, name);
  const read = (name: string) => readFileSync(file(name), 'utf8');
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(file(name)), { recursive: true });
    writeFileSync(file(name), text);
  };
  const modeOf = (name: string) => statSync(file(name)).mode & 0o777;
  const git = (...args: string[]) => execFileSync('git', ['-C', root, ...args], { stdio: 'pipe' });
  const store = (options: { source?: string; variable?: string; value?: string; envFile?: string; mayRunGit?: boolean } = {}) =>
    createValueStore().store({
      sourcePath: file(options.source ?? 'src/app.ts'),
      root,
      envFile: options.envFile ?? '.env',
      variable: options.variable ?? 'SERVICE_KEY',
      value: options.value ?? value,
      mayRunGit: options.mayRunGit ?? true,
    });

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'key-hygiene-store-'));
    write('src/app.ts', '');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('creates an environment file only its owner can read, an example and an ignore line', async () => {
    const result = await store();
    assert.deepEqual(result, {
      kind: 'stored',
      path: file('.env'),
      already: false,
      isEncrypted: false,
      alsoWrote: [file('.gitignore'), file('.env.example')],
      tracked: false,
      notes: [],
    });
    assert.equal(read('.env'), `SERVICE_KEY=${value}\n`);
    assert.equal(read('.env.example'), 'SERVICE_KEY=\n');
    assert.equal(read('.gitignore'), '.env\n');
    assert.equal(modeOf('.env'), 0o600);
  });

  it('leaves no temporary file behind', async () => {
    await store();
    assert.deepEqual(readdirSync(root).sort(), ['.env', '.env.example', '.gitignore', 'src']);
  });

  it('adds to the nearest file that exists, keeping its order, comments, line ends and mode', async () => {
    write('.env', 'ROOT=1\n');
    write('packages/app/.env', '# ours\r\nA="x y"\r\n');
    chmodSync(file('packages/app/.env'), 0o640);
    const result = await store({ source: 'packages/app/src/deep/app.py' });
    assert.equal(result.kind, 'stored');
    assert.equal(read('packages/app/.env'), `# ours\r\nA="x y"\r\nSERVICE_KEY=${value}\r\n`);
    assert.equal(read('.env'), 'ROOT=1\n');
    assert.equal(modeOf('packages/app/.env'), 0o640);
    // That others may read it is what a check says, for as long as it is so.
    assert.deepEqual(notesOf(result), []);
  });

  it('creates the file beside the nearest manifest', async () => {
    write('service/go.mod', 'module a\n');
    assert.equal(pathOf(await store({ source: 'service/cmd/main.go' })), file('service/.env'));
  });

  it('says so when the value is there already, and writes nothing', async () => {
    await store();
    const before = statSync(file('.env'));
    const result = await store();
    assert.equal(result.kind === 'stored' && result.already, true);
    assert.equal(statSync(file('.env')).mtimeMs, before.mtimeMs);
    assert.equal(read('.gitignore'), '.env\n');
  });

  it('never overwrites another value, and then changes no file', async () => {
    write('.env', 'SERVICE_KEY=other\n');
    assert.equal(reasonOf(await store()), 'SERVICE_KEY in .env already has another value.');
    assert.equal(read('.env'), 'SERVICE_KEY=other\n');
    assert.deepEqual(readdirSync(root).sort(), ['.env', 'src']);
  });

  it('fills a placeholder', async () => {
    write('.env', 'A=1\nSERVICE_KEY= # from the console\nB=2\n');
    await store();
    assert.equal(read('.env'), `A=1\nSERVICE_KEY=${value} # from the console\nB=2\n`);
  });

  it('uses the sample file that exists', async () => {
    write('.env.sample', 'A=\n');
    await store();
    assert.equal(read('.env.sample'), 'A=\nSERVICE_KEY=\n');
    assert.equal(existsSync(file('.env.example')), false);
  });

  describe('and git', () => {
    beforeEach(() => git('init', '-q'));

    it('adds no line when git ignores the file already', async () => {
      write('.gitignore', '.env*\n!.env.example\n');
      await store();
      assert.equal(read('.gitignore'), '.env*\n!.env.example\n');
    });

    it('puts its line below a rule that would take it back', async () => {
      write('.gitignore', '.env\n!.env');
      await store();
      assert.equal(read('.gitignore'), '.env\n!.env\n.env\n');
      git('check-ignore', '-q', '.env');
    });

    it('tells that the file is tracked, though ignored by name', async () => {
      write('.env', 'A=1\n');
      write('.gitignore', '.env\n');
      chmodSync(file('.env'), 0o600);
      git('add', '-f', '.env');
      const result = await store();
      assert.equal(result.kind === 'stored' && result.tracked, true);
      assert.match(notesOf(result).join(), /^\.env is tracked by git/);
      assert.equal(read('.gitignore'), '.env\n');
    });

    it('reads the ignore files itself where git may not be run', async () => {
      write('.gitignore', '*.env\n');
      await store({ mayRunGit: false });
      assert.equal(read('.gitignore'), '*.env\n');
    });

    it('goes by the ignore files when there is no git', async () => {
      const { PATH } = process.env;
      process.env['PATH'] = root;
      try {
        assert.equal((await store()).kind, 'stored');
        assert.equal((await store({ variable: 'OTHER_KEY' })).kind, 'stored');
      } finally {
        process.env['PATH'] = PATH;
      }
      assert.equal(read('.gitignore'), '.env\n');
    });
  });

  describe('refuses, and leaves everything as it was:', () => {
    const unchanged = async (result: Promise<StoreResult>, reason: RegExp, names: readonly string[]) => {
      assert.match(reasonOf(await result), reason);
      assert.deepEqual(readdirSync(root).sort(), [...names, 'src'].sort());
    };

    it('a folder in the file’s place', async () => {
      mkdirSync(file('.env'));
      await unchanged(store(), /^\.env is a folder/, ['.env']);
    });

    it('a link that leads out of the workspace', async () => {
      const outside = mkdtempSync(path.join(tmpdir(), 'key-hygiene-outside-'));
      try {
        writeFileSync(path.join(outside, 'env'), 'A=1\n');
        symlinkSync(path.join(outside, 'env'), file('.env'));
        await unchanged(store(), /leads out of the workspace/, ['.env']);
        assert.equal(readFileSync(path.join(outside, 'env'), 'utf8'), 'A=1\n');
      } finally {
        rmSync(outside, { recursive: true });
      }
    });

    it('an ignore file that leads out of the workspace', async () => {
      const outside = mkdtempSync(path.join(tmpdir(), 'key-hygiene-outside-'));
      try {
        writeFileSync(path.join(outside, 'ignore'), 'dist\n');
        symlinkSync(path.join(outside, 'ignore'), file('.gitignore'));
        await unchanged(store(), /^\.gitignore leads out of the workspace/, ['.gitignore']);
        assert.equal(readFileSync(path.join(outside, 'ignore'), 'utf8'), 'dist\n');
      } finally {
        rmSync(outside, { recursive: true });
      }
    });

    it('a folder that cannot be written to', async function () {
      // Nothing stops the administrator.
      if (process.getuid?.() === 0 || process.platform === 'win32') this.skip();
      chmodSync(root, 0o555);
      try {
        await unchanged(store(), /could not be stored \(EACCES\)/, []);
      } finally {
        chmodSync(root, 0o755);
      }
    });

    it('an ignore file that is a folder', async () => {
      mkdirSync(file('.gitignore'));
      await unchanged(store(), /^\.gitignore is a folder/, ['.gitignore']);
    });

    it('an example that is a folder, after the ignore line was written', async () => {
      mkdirSync(file('.env.example'));
      write('.gitignore', 'dist\n');
      await unchanged(store(), /^\.env\.example is a folder/, ['.env.example', '.gitignore']);
      assert.equal(read('.gitignore'), 'dist\n');
    });

    it('a source outside the workspace', async () => {
      await unchanged(store({ source: '../elsewhere.ts' }), /outside the workspace/, []);
    });

    it('a name with a path in it', async () => {
      await unchanged(store({ envFile: '../.env' }), /is not a file name/, []);
    });

    it('a file that is not UTF-8', async () => {
      writeFileSync(file('.env'), Buffer.from([0x41, 0x3d, 0xe9, 0x0a]));
      await unchanged(store(), /not written in UTF-8/, ['.env']);
    });

    it('an open quote that would swallow the new line', async () => {
      write('.env', "A='open\n");
      await unchanged(store({ value: `${value} #` }), /cannot be added to safely/, ['.env']);
      assert.equal(read('.env'), "A='open\n");
    });

    it('a value no reader gets back', async () => {
      await unchanged(store({ value: `a'b"c` }), /readers of environment files disagree/, []);
    });
  });

  it('tells nothing of the value, whatever fails', async () => {
    mkdirSync(file('.gitignore'));
    const results = [await store(), await store({ envFile: '../.env' }), await store({ source: '../elsewhere.ts' })];
    write('.env', `SERVICE_KEY=${value}2\n`);
    results.push(await store(), await store({ value: `${value}'"` }), await store({ variable: 'not a name' }));
    for (const result of results) {
      assert.equal(result.kind, 'failed');
      assert.equal(findLeak(value, result), undefined);
    }
  });

  it('writes hard links in place', async () => {
    write('.env', 'A=1\n');
    linkSync(file('.env'), file('other-name'));
    await store();
    assert.equal(read('other-name'), `A=1\nSERVICE_KEY=${value}\n`);
  });

  it('keeps values that are stored at the same time', async () => {
    const shared = createValueStore();
    const request = { sourcePath: file('src/app.ts'), root, envFile: '.env', mayRunGit: true };
    const results = await Promise.all(
      ['A_KEY', 'B_KEY', 'C_KEY'].map(variable => shared.store({ ...request, variable, value: `${value}${variable}` })),
    );
    assert.deepEqual(
      results.map(({ kind }) => kind),
      ['stored', 'stored', 'stored'],
    );
    assert.equal(read('.env'), ['A_KEY', 'B_KEY', 'C_KEY'].map(variable => `${variable}=${value}${variable}\n`).join(''));
  });

  it('tells the target and the name a value is kept under', async () => {
    write('.env', `OLD_KEY=${value}\nA=1\n`);
    const request = { sourcePath: file('src/app.ts'), root, envFile: '.env' };
    assert.deepEqual(await createValueStore().target(request), { path: file('.env'), names: ['OLD_KEY', 'A'] });
    assert.equal(await createValueStore().nameOf({ ...request, value }), 'OLD_KEY');
    assert.equal(await createValueStore().nameOf({ ...request, value: 'x' }), undefined);
  });
});

function pathOf(result: StoreResult): string | undefined {
  return result.kind === 'stored' ? result.path : undefined;
}

function reasonOf(result: StoreResult): string {
  assert.equal(result.kind, 'failed');
  return result.kind === 'failed' ? formatPhrase(result.reason) : '';
}

function notesOf(result: StoreResult): string[] {
  return result.kind === 'stored' ? result.notes.map(formatPhrase) : [];
}
