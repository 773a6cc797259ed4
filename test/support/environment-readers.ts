// The programs that read environment files, as far as this machine has them: each says what it makes of a text.
// CONTRIBUTING.md tells how to install those that are missing.

import { spawnSync } from 'node:child_process';
import { parseEnv } from 'node:util';
import { parse } from 'dotenv';
import { temporaryFolder } from './temporary-folder.ts';

type Values = Readonly<Record<string, string | undefined>>;

export interface EnvironmentReader {
  readonly title: string;
  /** Throws where the reader refuses the text or is not installed. */
  readonly read: (text: string) => Values;
}

export function isInstalled({ read }: EnvironmentReader): boolean {
  try {
    return read('KEY_0=probe\n')['KEY_0'] === 'probe';
  } catch {
    // Whatever the reason: it cannot be asked.
    return false;
  }
}

export const environmentReaders: readonly EnvironmentReader[] = [
  { title: 'npm dotenv', read: text => parse(text) },
  { title: 'node --env-file', read: text => parseEnv(text) as Values },
  { title: 'sh', read: text => fromShell('sh', text) },
  { title: 'bash', read: text => fromShell('bash', text) },
  {
    title: 'python-dotenv',
    read: text =>
      fromProgram('python3', ['-c', 'import dotenv, json; print(json.dumps(dict(dotenv.dotenv_values(".env", encoding="utf-8"))))'], text),
  },
  {
    title: 'ruby dotenv',
    read: text =>
      fromProgram(
        'ruby',
        ['-rdotenv', '-rjson', '-e', 'puts JSON.generate(Dotenv::Parser.call(File.read(".env", encoding: "utf-8")))'],
        text,
      ),
  },
  { title: 'phpdotenv', read: text => fromProgram('php', ['-r', phpScript], text) },
  { title: 'godotenv', read: text => fromGo('github.com/joho/godotenv', 'v1.5.1', '', 'godotenv.Unmarshal(string(text))', text) },
  {
    title: 'docker compose',
    read: text =>
      fromGo('github.com/compose-spec/compose-go/v2', 'v2.1.0', '/dotenv', 'dotenv.UnmarshalWithLookup(string(text), nil)', text),
  },
];

// Debian's package brings an autoloader of its own; a project's would be in vendor/.
const phpScript = `
include_once 'Dotenv/autoload.php';
echo json_encode(Dotenv\\Dotenv::parse(file_get_contents('.env')));`;

/** Every name that the text gives a value, as a shell that read the file has it: only names like these tests use. */
function fromShell(shell: string, text: string): Values {
  const names = [...new Set([...text.matchAll(/^(KEY_\d+)=/gm)].map(([, name = '']) => name))];
  const script = `. ./.env; printf '%s\\0' ${names.map(name => `"$${name}"`).join(' ')}`;
  const values = output(shell, ['./print.sh'], temporaryFolder({ '.env': text, 'print.sh': script })).split('\0');
  return Object.fromEntries(names.map((name, index) => [name, values[index]]));
}

function fromProgram(command: string, args: readonly string[], text: string): Values {
  return JSON.parse(output(command, args, temporaryFolder({ '.env': text }))) as Values;
}

/** Only with modules that this machine has: a test downloads nothing. */
function fromGo(module: string, version: string, folder: string, call: string, text: string): Values {
  const files = {
    'go.mod': `module reader\n\ngo 1.21\n\nrequire ${module} ${version}\n`,
    'main.go': goProgram(`${module}${folder}`, call),
    '.env': text,
  };
  const env = { ...process.env, GOFLAGS: '-mod=mod', GOPROXY: 'off', GONOSUMDB: '*', GOTOOLCHAIN: 'local' };
  return JSON.parse(output('go', ['run', '.'], temporaryFolder(files), env)) as Values;
}

function goProgram(module: string, call: string): string {
  return `package main

import (
	"encoding/json"
	"os"

	"${module}"
)

func main() {
	text, _ := os.ReadFile(".env")
	values, err := ${call}
	if err != nil {
		panic(err)
	}
	json.NewEncoder(os.Stdout).Encode(values)
}
`;
}

function output(command: string, args: readonly string[], cwd: string, env = process.env): string {
  const { stdout, stderr, status } = spawnSync(command, args, { cwd, encoding: 'utf8', env });
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr ?? ''}`);
  return stdout;
}
