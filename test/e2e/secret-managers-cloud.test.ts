// A key goes from code into a secret manager that its user is signed in to by a program of a cloud, and comes back by one undo.
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../../scripts/project-root.mjs';
import { findLeak } from '../support/find-leak.ts';
import { startFakeAzure } from '../support/managers/fake-azure.ts';
import { startFakeGoogle } from '../support/managers/fake-google.ts';
import { installFakePrograms } from '../support/managers/fake-programs.ts';
import { setEnvironment } from '../support/managers/fake-worlds.ts';
import { isPackageThere, libraries, packagesFolder } from '../support/managers/helper-programs.ts';
import { helperWorlds } from '../support/managers/helper-worlds.ts';
import { sampleSecret } from '../support/sample-secret.ts';
import { acceptDialog, acceptMove, acceptName } from './support/secret-questions.ts';
import { waitFor } from './support/wait-for.ts';
import { Workbench } from './support/workbench.ts';

const runFile = promisify(execFile);
const esbuild = path.join(projectRoot, 'node_modules', '.bin', 'esbuild');
const python = libraries === undefined ? 'python3' : path.join(libraries, 'python', 'bin', 'python');

interface Cloud {
  readonly id: 'azure-key-vault' | 'google-secret-manager';
  readonly title: string;
  /** With which its user has signed in. */
  readonly program: 'az' | 'gcloud';
  readonly packages: readonly string[];
  readonly pythonModule: string;
  readonly start: () => Promise<World>;
}

interface World {
  readonly settings: Readonly<Record<string, unknown>>;
  /** The newest values it holds, by name. */
  readonly held: () => ReadonlyMap<string, string>;
  readonly close: () => Promise<void>;
}

const clouds: readonly Cloud[] = [
  {
    id: 'azure-key-vault',
    title: 'Azure Key Vault',
    program: 'az',
    packages: ['@azure/keyvault-secrets', '@azure/identity'],
    pythonModule: 'azure.keyvault.secrets',
    start: azureWorld,
  },
  {
    id: 'google-secret-manager',
    title: 'Google Secret Manager',
    program: 'gcloud',
    packages: ['@google-cloud/secret-manager'],
    pythonModule: 'google.cloud.secretmanager',
    start: googleWorld,
  },
];

type Command = readonly [command: string, ...args: string[]];

interface Language {
  readonly name: string;
  readonly rule: string;
  /** As a regular expression, for managers whose names have no underscores. */
  readonly variable: string;
  readonly file: string;
  readonly helper: string;
  readonly source: (key: string) => string;
  /** What else the folder holds. */
  readonly files?: Readonly<Record<string, string>>;
  readonly isAtHand: (cloud: Cloud) => boolean;
  /** One command after the other; the last one's output counts. */
  readonly run: readonly Command[];
}

const languages: readonly Language[] = [
  {
    name: 'TypeScript',
    rule: 'openai-project-key',
    variable: 'OPENAI.API.KEY',
    file: 'client.ts',
    helper: 'secrets.ts',
    isAtHand: () => true,
    run: [
      [esbuild, 'client.ts', '--bundle', '--platform=node', '--format=esm', '--packages=external', '--outfile=client.mjs'],
      ['node', 'client.mjs'],
    ],
    source: (key: string) => `export const send = (value: string): void => console.log(value);\n\nsend("${key}");\n`,
  },
  {
    name: 'Python',
    rule: 'anthropic-api-key',
    variable: 'ANTHROPIC.API.KEY',
    file: 'client.py',
    helper: 'app_secrets.py',
    isAtHand: ({ pythonModule }: Cloud) => spawnSync(python, ['-c', `import ${pythonModule}`]).status === 0,
    run: [[python, 'client.py']],
    source: (key: string) => `def send(value):\n    print(value)\n\n\nsend("${key}")\n`,
  },
  {
    name: 'Go',
    rule: 'groq-api-key',
    variable: 'GROQ.API.KEY',
    file: 'main.go',
    helper: 'internal/secrets/secrets.go',
    files: goModule(),
    isAtHand: () => libraries !== undefined && existsSync(path.join(libraries, 'go', 'go.sum')),
    run: [['go', 'run', '.']],
    source: (key: string) =>
      `package main\n\nimport "fmt"\n\nfunc send(value string) { fmt.Println(value) }\n\nfunc main() { send("${key}") }\n`,
  },
];

/** With the libraries where they are. */
function goModule(): Readonly<Record<string, string>> {
  const file = (name: string) => path.join(libraries ?? '', 'go', name);
  if (libraries === undefined || !existsSync(file('go.sum'))) return { 'go.mod': 'module shop\n\ngo 1.24\n' };
  const module = readFileSync(file('go.mod'), 'utf8').replace(/^module .*$/m, 'module shop');
  return { 'go.mod': module, 'go.sum': readFileSync(file('go.sum'), 'utf8') };
}

/** How code asks for a secret, and what it asks. */
const lookup = /getSecret|get_secret|MustGet/;

for (const [index, cloud] of clouds.entries()) {
  describe(`a key that moves to ${cloud.title}`, () => {
    let world: World;
    let workbench: Workbench;
    let restore: () => void;
    const programs = installFakePrograms([cloud.program]);
    const keyOf = (at: number) => sampleSecret(languages[at]?.rule ?? '', 751 + index * 10 + at);

    before(async () => {
      world = await cloud.start();
      // Whoever runs the tests may have an account of their own.
      restore = setEnvironment({ GOOGLE_APPLICATION_CREDENTIALS: '', CLOUDSDK_CONFIG: '' });
      // VS Code takes the PATH of its extension host from the login shell.
      const profile = `export PATH="${programs.folder}:$PATH"\n`;
      workbench = await Workbench.launch({
        files: {
          'package.json': '{ "name": "shop", "type": "module" }\n',
          'tsconfig.json': '{ "compilerOptions": { "module": "NodeNext", "strict": true } }\n',
          ...Object.assign({}, ...languages.map(({ files }) => files ?? {})),
          ...Object.fromEntries(languages.map(({ file, source }, at) => [file, source(keyOf(at))])),
        },
        settings: { 'keyHygiene.manager': cloud.id, 'workbench.colorTheme': 'Default Dark Modern', ...world.settings },
        home: { '.profile': profile, '.zprofile': profile },
        size: { width: 1600, height: 900 },
      });
      symlinkSync(path.join(packagesFolder, 'node_modules'), path.join(workbench.folder.path, 'node_modules'));
    });
    afterEach(async function () {
      await workbench.screenshotOnFailure(this.currentTest);
    });
    after(async () => {
      await workbench.dispose();
      restore();
      await world.close();
    });

    for (const [at, { name, file, helper, variable, source, run, isAtHand }] of languages.entries()) {
      const key = keyOf(at);

      it(`is stored, and looked up in ${name}`, async () => {
        const editor = await workbench.open(file);
        await editor.waitForSquiggles(1);
        await acceptMove(workbench, key);
        assert.match(await acceptName(workbench), new RegExp(`${variable}$`));
        if (at === 0) assert.match(await acceptDialog(workbench), /Send a key to 127\.0\.0\.1:\d+[\w/-]*\?/);
        await editor.waitForText(text => lookup.test(text) && !text.includes(key));
        assert.ok([...world.held().values()].includes(key));
        assert.deepEqual(new Set(programs.calls.map(({ program }) => program)), new Set([cloud.program]));
        await workbench.waitForNotification(new RegExp(`${variable}; a lookup took its place\\.`));
        // Beside what is shown VS Code tells screen readers the word of the code that a menu of fixes was opened on.
        const shown = await workbench.page.locator('.monaco-workbench > :not(.monaco-aria-container)').allInnerTexts();
        assert.equal(findLeak(key, shown.join('\n')), undefined);
        assert.deepEqual(await editor.waitForSquiggles(0), []);
        await workbench.screenshot(`${cloud.title}-${name}-moved`);
        await editor.save();
        await workbench.folder.waitFor(helper, text => lookup.test(text));
        assert.equal(findLeak(key, workbench.folder.read(helper) + workbench.folder.read(file)), undefined);
      });

      it(`is what the ${name} program reads there`, async function () {
        // The server that stands in for the cloud comes with its library for JavaScript, whatever the program is written in.
        if (!isPackageThere(cloud.packages) || !isAtHand(cloud)) {
          console.log(`      skipped: the client library of ${cloud.title} for ${name} is not in KEY_HYGIENE_HELPER_LIBRARIES`);
          this.skip();
        }
        assert.equal(await outputOf(run, cloud, world, workbench.folder.path), key);
      });

      it(`is back in ${name} after one undo`, async () => {
        const { editor } = workbench;
        await editor.goTo(1);
        await editor.undo();
        await editor.waitForText(text => text === source(key));
        await waitFor(
          () => !workbench.folder.has(helper),
          () => `${helper} is still there`,
        );
        await editor.waitForSquiggles(1);
        await workbench.screenshot(`${cloud.title}-${name}-undone`);
        // What was stored is nobody's to delete.
        assert.ok([...world.held().values()].includes(key));
        assert.deepEqual((await workbench.notifications()).map(text => findLeak(key, text)).filter(Boolean), []);
      });
    }
  });
}

/** What the program says where the cloud, as its official library reaches it, holds what the world does. */
async function outputOf(commands: readonly Command[], { id }: Cloud, world: World, cwd: string): Promise<string> {
  const official = await helperWorlds[id]?.(packagesFolder);
  assert.ok(official);
  try {
    for (const [secret, value] of world.held()) official.hold(secret, value);
    let stdout = '';
    for (const [command, ...args] of commands)
      ({ stdout } = await runFile(command, args, { cwd, env: { ...process.env, GOFLAGS: '-mod=mod', ...official.environment } }));
    return stdout.trim();
  } finally {
    await official.close();
  }
}

async function azureWorld(): Promise<World> {
  const server = await startFakeAzure();
  return {
    settings: { 'keyHygiene.azureKeyVault': { vaultUrl: server.url } },
    held: () => new Map([...server.held].map(([name, versions]) => [name, versions.at(-1) ?? ''])),
    close: server.close,
  };
}

async function googleWorld(): Promise<World> {
  const server = await startFakeGoogle();
  const textOf = (data = '') => Buffer.from(data, 'base64').toString('utf8');
  return {
    settings: { 'keyHygiene.googleSecretManager': { project: server.project, endpoint: server.url } },
    held: () => new Map([...server.held].map(([name, versions]) => [name, textOf(versions.at(-1))])),
    close: server.close,
  };
}
