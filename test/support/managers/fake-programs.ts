// Plays managers' own programs: scripts of Node on a PATH of their own that keep what they store in a file, write down how they were
// called, and fail when a file says so.

import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../temporary-folder.ts';
import { dopplerScript } from './fake-doppler.ts';
import { opScript } from './fake-op.ts';
import { programStart } from './fake-program-start.ts';

/** How a program was called, as everybody on the machine could see it. */
interface ProgramCall {
  readonly program: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** `/proc/PID/cmdline` and `environ`, where the system has them. */
  readonly seen: string;
}

/** `write`: only what stores something fails. `kind` as of the fake servers; `says`: exits with 1 and these words, having done nothing. */
interface ProgramFault {
  readonly kind: 'hang' | 'late' | 'cut' | 'garbage' | 'says';
  readonly says?: string;
  readonly write: boolean;
  readonly times: number;
}

export interface FakePrograms {
  /** For `PATH`. */
  readonly folder: string;
  readonly calls: readonly ProgramCall[];
  /** Values by name, the last one in force. */
  readonly held: ReadonlyMap<string, readonly string[]>;
  plant(name: string, value: string): void;
  fail(fault: ProgramFault): void;
  heal(): void;
}

const azScript = "process.stdout.write(JSON.stringify({ accessToken: 'azure-token', tokenType: 'Bearer', tenant: 't' }));";
const gcloudScript = "process.stdout.write('google-token\\n');";

const scripts: Readonly<Record<string, string>> = { op: opScript, doppler: dopplerScript, az: azScript, gcloud: gcloudScript };

export function installFakePrograms(names: readonly string[]): FakePrograms {
  const folder = temporaryFolder();
  const inFolder = (name: string) => join(folder, name);
  for (const name of names) {
    writeFileSync(inFolder(name), `#!${process.execPath}\n${programStart}\n${scripts[name]}\n`);
    chmodSync(inFolder(name), 0o755);
  }
  const readHeld = () => JSON.parse(textOf(inFolder('held.json')) || '[]') as [string, string[]][];
  return {
    folder,
    get calls() {
      return textOf(inFolder('calls'))
        .split('\n')
        .filter(Boolean)
        .map(line => JSON.parse(line) as ProgramCall);
    },
    get held() {
      return new Map(readHeld());
    },
    plant: (name, value) => writeFileSync(inFolder('held.json'), JSON.stringify([...readHeld(), [name, [value]]])),
    fail: fault => writeFileSync(inFolder('fault.json'), JSON.stringify(fault)),
    heal: () => rmSync(inFolder('fault.json'), { force: true }),
  };
}

function textOf(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
