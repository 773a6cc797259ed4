// Programs that read a secret through the helper a fix has written, as their languages run them. Each asks twice for one secret,
// for one that is not there, twice for one that is refused once, and for that of the literal that the fix replaced.

import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../../../scripts/project-root.mjs';
import { isInstalled } from '../fixed-programs.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { csharpProgram } from './csharp-program.ts';
import { directWorlds, type HelperWorlds } from './helper-worlds.ts';
import { rustProgram } from './rust-program.ts';

export interface Heard {
  readonly first: string;
  readonly again: string;
  readonly missing: string;
  readonly refused: string;
  readonly afterwards: string;
  readonly host: string;
}

/** Where the official libraries are: `npm`, `python`, `go`, `rust`. Without it, those of this project's own. */
export const libraries = process.env['KEY_HYGIENE_HELPER_LIBRARIES'];

export const packagesFolder = libraries === undefined ? projectRoot : path.join(libraries, 'npm');

export interface HelperProgram {
  readonly extension: string;
  /** What the language has no library for here is not run. */
  readonly isAtHand: (imported: readonly string[]) => boolean;
  /** Where its libraries speak another protocol than most. */
  readonly worlds?: HelperWorlds;
  /** Makes the files of a project a program, and says how it is run. */
  readonly prepare: (files: Readonly<Record<string, string>>) => Command;
}

interface Command {
  readonly folder: string;
  readonly file: string;
  readonly args: readonly string[];
}

export function isPackageThere(names: readonly string[]): boolean {
  return names.every(name => existsSync(path.join(packagesFolder, 'node_modules', name)));
}

function nodeProgram(extension: 'mjs' | 'cjs', load: string): HelperProgram {
  return {
    extension,
    isAtHand: isPackageThere,
    prepare(files) {
      const folder = temporaryFolder(files);
      symlinkSync(path.join(packagesFolder, 'node_modules'), path.join(folder, 'node_modules'));
      writeFileSync(path.join(folder, `main.${extension}`), `${load}\n${nodeDriver}`);
      return { folder, file: process.execPath, args: [`main.${extension}`] };
    },
  };
}

const nodeDriver = `
const [good, missing, flaky] = process.argv.slice(2);
const failing = name => getSecret(name).then(() => '', error => error.message);
(async () => {
  const heard = { first: await getSecret(good), again: await getSecret(good), missing: await failing(missing) };
  console.log(JSON.stringify({ ...heard, refused: await failing(flaky), afterwards: await getSecret(flaky), host: await send() }));
})();
`;

const pythonDriver = `
import json, sys
import app_secrets

def failing(name):
    try:
        app_secrets.get_secret(name)
        return ""
    except RuntimeError as error:
        return str(error)

good, missing, flaky = sys.argv[1:]
get = app_secrets.get_secret
heard = {"first": get(good), "again": get(good), "missing": failing(missing), "refused": failing(flaky), "afterwards": get(flaky)}
import host
print(json.dumps({**heard, "host": host.key}))
`;

const phpDriver = `<?php

require __DIR__ . '/host.php';

function failing(string $name): string
{
    try {
        AppSecrets::get($name);
        return '';
    } catch (RuntimeException $error) {
        return $error->getMessage();
    }
}

[, $good, $missing, $flaky] = $argv;
$heard = ['first' => AppSecrets::get($good), 'again' => AppSecrets::get($good), 'missing' => failing($missing)];
echo json_encode([...$heard, 'refused' => failing($flaky), 'afterwards' => AppSecrets::get($flaky), 'host' => $key]);
`;

const rubyDriver = `
require "json"
require_relative "app_secrets"

def failing(name)
  AppSecrets.get(name)
  ""
rescue StandardError => error
  error.message
end

good, missing, flaky = ARGV
heard = { first: AppSecrets.get(good), again: AppSecrets.get(good), missing: failing(missing) }
heard.update(refused: failing(flaky), afterwards: AppSecrets.get(flaky))
key = nil
eval(File.read(File.join(__dir__, "host.rb")), binding, File.join(__dir__, "host.rb"))
puts JSON.generate(heard.merge(host: key))
`;

const goDriver = `package main

import (
	"context"
	"encoding/json"
	"os"

	"example.com/sample/internal/secrets"
)

func get(name string) string {
	value, err := secrets.Get(context.Background(), name)
	if err != nil {
		return err.Error()
	}
	return value
}

func main() {
	good, missing, flaky := os.Args[1], os.Args[2], os.Args[3]
	heard := map[string]string{}
	heard["first"], heard["again"], heard["missing"] = get(good), get(good), get(missing)
	heard["refused"], heard["afterwards"], heard["host"] = get(flaky), get(flaky), key()
	if err := json.NewEncoder(os.Stdout).Encode(heard); err != nil {
		panic(err)
	}
}
`;

export const helperPrograms: readonly HelperProgram[] = [
  nodeProgram('mjs', "import { send } from './src/host.mjs';\nimport { getSecret } from './src/lib/secrets.mjs';"),
  nodeProgram('cjs', "const send = require('./src/host.cjs');\nconst { getSecret } = require('./src/lib/secrets.cjs');"),
  {
    extension: 'py',
    isAtHand: () => libraries !== undefined,
    prepare(files) {
      const folder = temporaryFolder({ ...files, 'src/main.py': pythonDriver });
      return { folder, file: path.join(libraries ?? '', 'python', 'bin', 'python'), args: ['src/main.py'] };
    },
  },
  {
    extension: 'php',
    worlds: directWorlds,
    isAtHand: imported => imported.length === 0 && isInstalled('php'),
    prepare(files) {
      return {
        folder: temporaryFolder({ ...files, 'src/main.php': phpDriver }),
        file: 'php',
        args: ['-d', 'error_reporting=-1', 'src/main.php'],
      };
    },
  },
  {
    extension: 'go',
    isAtHand: () => libraries !== undefined,
    prepare(files) {
      const folder = temporaryFolder({ ...files, 'src/main.go': goDriver });
      const module = readFileSync(path.join(libraries ?? '', 'go', 'go.mod'), 'utf8');
      writeFileSync(path.join(folder, 'go.mod'), module.replace(/^module .*$/m, 'module example.com/sample'));
      cpSync(path.join(libraries ?? '', 'go', 'go.sum'), path.join(folder, 'go.sum'));
      const options = { cwd: folder, env: { ...process.env, GOFLAGS: '-mod=mod' } };
      assertFormatted(folder);
      execFileSync('go', ['vet', './...'], options);
      execFileSync('go', ['build', '-o', 'program', './src'], options);
      return { folder, file: path.join(folder, 'program'), args: [] };
    },
  },
  {
    extension: 'rb',
    worlds: directWorlds,
    isAtHand: imported => imported.length === 0 && isInstalled('ruby'),
    prepare: files => ({ folder: temporaryFolder({ ...files, 'src/main.rb': rubyDriver }), file: 'ruby', args: ['-w', 'src/main.rb'] }),
  },
  csharpProgram,
  rustProgram,
];

function assertFormatted(folder: string): void {
  const unformatted = execFileSync('gofmt', ['-l', 'src/host.go', 'internal'], { cwd: folder, encoding: 'utf8' });
  if (unformatted !== '') throw new Error(`not as gofmt writes it: ${unformatted}`);
}

/** `names`: of a secret that is there, one that is not, one that is refused once. Nothing of this process's environment is handed on. */
export async function runHelper(
  { folder, file, args }: Command,
  names: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Heard> {
  const own = { PATH: process.env['PATH'] ?? '', HOME: folder };
  const { stdout } = await promisify(execFile)(file, [...args, ...names], { cwd: folder, env: { ...own, ...env }, timeout: 120_000 });
  return JSON.parse(stdout) as Heard;
}
