// The real dotenvx of the registry, to be asked what it makes of our files and to make files for us. Nothing of it leaves the machine.

import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { projectRoot } from '../../scripts/project-root.mjs';

const fromProject = createRequire(path.join(projectRoot, 'package.json'));
const program = path.join(path.dirname(fromProject.resolve('@dotenvx/dotenvx/package.json')), 'src/cli/dotenvx.js');
const offline = ['--no-armor', '--no-native'];

export class Dotenvx {
  readonly #folder: string;
  readonly #environment: Readonly<Record<string, string>>;

  /** `environment`: what it gets besides a PATH and an empty home. */
  constructor(folder: string, environment: Readonly<Record<string, string>> = {}) {
    this.#folder = folder;
    this.#environment = environment;
  }

  encrypt(file: string): void {
    this.#run(['encrypt', '-f', file, ...offline]);
  }

  decrypt(file: string): void {
    this.#run(['decrypt', '-f', file, ...offline]);
  }

  /** Every variable of the file as programs get it, but for public keys. */
  read(file: string): Readonly<Record<string, string>> {
    return withoutPublicKeys(JSON.parse(this.#run(['get', '-f', file, ...offline])));
  }

  /** What a program that is run with the file sees of a variable. */
  runWith(file: string, variable: string): string {
    const print = `process.stdout.write(process.env[${JSON.stringify(variable)}] ?? '')`;
    return this.#run(['run', '--quiet', '-f', file, ...offline, '--', process.execPath, '-e', print]);
  }

  #run(args: readonly string[]): string {
    const env = { PATH: process.env['PATH'] ?? '', HOME: this.#folder, DOTENVX_NO_ARMOR: 'true', ...this.#environment };
    return execFileSync(process.execPath, [program, ...args], {
      cwd: this.#folder,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }
}

/** What its programs get of a text with that private key, asked of the part that reads files, without a process. */
export function readAsDotenvx(text: string, privateKey: string): Readonly<Record<string, string>> {
  const { parseSync } = createRequire(program)('@dotenvx/primitives');
  const { parsed } = parseSync(text, { processEnv: { DOTENV_PRIVATE_KEY_OF_TEST: privateKey }, fk: '/dev/null' });
  return withoutPublicKeys(parsed);
}

function withoutPublicKeys(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith('DOTENV_PUBLIC_KEY')));
}

/** How it names a file's keys. */
export function dotenvxKeyNames(fileName: string): { readonly publicKeyName: string; readonly privateKeyName: string } {
  return fromProject(path.join(path.dirname(program), '../lib/conventions/keynames.js'))(fileName);
}
