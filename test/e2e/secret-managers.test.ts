// A key goes from code into a secret manager, by keyboard only, and the program then reads it from there.
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../../scripts/project-root.mjs';
import { startFakeAws } from '../support/managers/fake-aws.ts';
import { startFakeVault } from '../support/managers/fake-vault.ts';
import { setEnvironment } from '../support/managers/fake-worlds.ts';
import { hasRustLibraries, rustManifest } from '../support/managers/rust-program.ts';
import { sampleSecret } from '../support/sample-secret.ts';
import { acceptDialog, acceptMove, acceptName } from './support/secret-questions.ts';
import { Workbench } from './support/workbench.ts';

const runFile = promisify(execFile);
const size = { width: 1600, height: 900 };
const esbuild = path.join(projectRoot, 'node_modules', '.bin', 'esbuild');

interface World {
  readonly settings: Readonly<Record<string, unknown>>;
  /** Of the editor, as its user has signed in. */
  readonly editor: Readonly<Record<string, string>>;
  /** Of the program. */
  readonly program: Readonly<Record<string, string>>;
  /** What has to be at hand for a program of the language to run: a command that ends well. */
  readonly needs: Readonly<Partial<Record<LanguageName, readonly [command: string, ...args: string[]]>>>;
  /** The values it holds. */
  readonly held: () => readonly string[];
  readonly close: () => Promise<void>;
}

const managers: readonly { readonly title: string; readonly start: () => Promise<World> }[] = [
  { title: 'Vault', start: vaultWorld },
  { title: 'AWS Secrets Manager', start: awsWorld },
];

const languageNames = ['TypeScript', 'Python', 'Go', 'Rust'] as const;
type LanguageName = (typeof languageNames)[number];

interface Language {
  /** Each goes by a name of its own. */
  readonly rule: string;
  readonly name: RegExp;
  readonly file: string;
  readonly source: (key: string) => string;
  /** What else the folder holds. */
  readonly files?: Readonly<Record<string, string>>;
  /** One command after the other; the last one's output counts. */
  readonly run: readonly (readonly [command: string, ...args: string[]])[];
}

const languages: Readonly<Record<LanguageName, Language>> = {
  TypeScript: {
    rule: 'openai-project-key',
    name: /OPENAI.API.KEY$/,
    file: 'client.ts',
    source: key => `export const send = (value: string): void => console.log(value);\n\nsend("${key}");\n`,
    run: [
      [esbuild, 'client.ts', '--bundle', '--platform=node', '--format=esm', '--packages=external', '--outfile=client.mjs'],
      ['node', 'client.mjs'],
    ],
  },
  Python: {
    rule: 'anthropic-api-key',
    name: /ANTHROPIC.API.KEY$/,
    file: 'client.py',
    source: key => `def send(value):\n    print(value)\n\n\nsend("${key}")\n`,
    run: [['python3', 'client.py']],
  },
  Go: {
    rule: 'stripe-test-key',
    name: /STRIPE.\w+.KEY$|STRIPE.API.KEY$/,
    file: 'main.go',
    source: key => `package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println("${key}")\n}\n`,
    run: [['go', 'run', '.']],
  },
  Rust: {
    rule: 'groq-api-key',
    name: /GROQ.API.KEY$/,
    file: 'src/client.rs',
    source: key => `pub async fn send() {\n    println!("{}", "${key}");\n}\n`,
    // The fix has to declare its module here.
    files: { 'src/main.rs': 'mod client;\n\n#[tokio::main]\nasync fn main() {\n    client::send().await;\n}\n', ...rustManifest() },
    run: [['cargo', 'run', '--quiet']],
  },
};

for (const [index, manager] of managers.entries()) {
  describe(`a key that moves to ${manager.title}`, () => {
    let world: World;
    let workbench: Workbench;
    let restore: () => void;
    const keys = new Map(languageNames.map((language, at) => [language, sampleSecret(languages[language].rule, 711 + index * 10 + at)]));

    before(async () => {
      world = await manager.start();
      restore = setEnvironment(world.editor);
      const sources = languageNames.map(language => {
        const { file, source } = languages[language];
        return [file, source(keys.get(language) ?? '')] as const;
      });
      workbench = await Workbench.launch({
        files: {
          'package.json': '{ "name": "shop", "type": "module" }\n',
          'go.mod': 'module shop\n\ngo 1.19\n',
          'tsconfig.json': '{ "compilerOptions": { "module": "NodeNext", "strict": true } }\n',
          ...Object.fromEntries(sources),
          ...Object.assign({}, ...languageNames.map(language => languages[language].files ?? {})),
        },
        settings: world.settings,
        size,
      });
      // What a person has installed who is told to.
      symlinkSync(path.join(projectRoot, 'node_modules'), path.join(workbench.folder.path, 'node_modules'));
    });
    afterEach(async function () {
      await workbench.screenshotOnFailure(this.currentTest);
    });
    after(async () => {
      await workbench.dispose();
      restore();
      await world.close();
    });

    for (const [at, name] of languageNames.entries()) {
      const { file, run } = languages[name];

      it(`is stored, read back, and looked up in ${name}`, async () => {
        const key = keys.get(name) ?? '';
        const editor = await workbench.open(file);
        await editor.waitForSquiggles(1);
        await acceptMove(workbench, key);
        assert.match(await acceptName(workbench), languages[name].name);
        if (at === 0) assert.match(await acceptDialog(workbench), /Send a key to 127\.0\.0\.1:\d+\?/);
        await editor.waitForText(text => /getSecret|get_secret|must_get|secrets\./.test(text) && !text.includes(key));
        assert.ok(world.held().includes(key));
        await workbench.waitForNotification(/; a lookup took its place\./);
        await workbench.screenshot(`${manager.title}-${name}-moved`);
        assert.deepEqual(await editor.waitForSquiggles(0), []);
        await editor.save();
      });

      it(`is what the ${name} program reads there`, async function () {
        const [probe, ...rest] = world.needs[name] ?? [];
        if (probe === undefined || spawnSync(probe, rest, { cwd: workbench.folder.path }).status !== 0) {
          console.log(`      skipped: the client library of ${manager.title} for ${name} is not here`);
          this.skip();
        }
        let stdout = '';
        const options = { cwd: workbench.folder.path, env: { ...process.env, ...world.program } };
        for (const [command, ...args] of run) ({ stdout } = await runFile(command, args, options));
        assert.equal(stdout.trim(), keys.get(name));
      });
    }
  });
}

const rustProbe: World['needs'] = hasRustLibraries ? { Rust: ['cargo', '--version'] } : {};

async function vaultWorld(): Promise<World> {
  const server = await startFakeVault();
  return {
    settings: { 'keyHygiene.manager': 'vault', 'keyHygiene.vault': { address: server.url } },
    editor: { VAULT_TOKEN: server.token },
    program: { VAULT_ADDR: server.url, VAULT_TOKEN: server.token },
    needs: { TypeScript: ['node', '--version'], Python: ['python3', '-c', 'import hvac'], ...rustProbe },
    held: () => [...server.held.values()].flatMap(versions => Object.values(versions.at(-1) ?? {}).map(String)),
    close: server.close,
  };
}

async function awsWorld(): Promise<World> {
  const server = await startFakeAws();
  return {
    settings: { 'keyHygiene.manager': 'aws-secrets-manager', 'keyHygiene.aws': { region: 'eu-central-1', endpoint: server.url } },
    editor: server.environment,
    program: server.environment,
    needs: { TypeScript: ['node', '--version'], Python: ['python3', '-c', 'import boto3'], ...rustProbe },
    held: () => [...server.secrets.values()].map(versions => versions.at(-1) ?? ''),
    close: server.close,
  };
}
