// A value that exists nowhere else moves through every manager, with the debug log on: afterwards it is in its store and nowhere else.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatPhrase } from '../../../../src/engine/phrase.ts';
import { findLeak } from '../../../support/find-leak.ts';
import { installFakePrograms } from '../../../support/managers/fake-programs.ts';
import { fakeWorlds } from '../../../support/managers/fake-worlds.ts';
import { connectionTo, type FakeWorld, managersIn, type WorldFault } from '../../../support/managers/manager-world.ts';
import { storeRequest } from '../../../support/managers/store-behaviours.ts';

let made = 0;

/** Unlike anything else on this machine. */
const canaryStart = `Ca${process.pid.toString(36)}q${Date.now().toString(36)}W`;

function canary(): string {
  return `${canaryStart}${(++made).toString(36)}zKm7Xw`;
}

const faults: readonly (WorldFault | undefined)[] = [undefined, 'cut', 'garbage', 'broken', 'forbidden'];

for (const { title, start } of fakeWorlds) {
  it(`a value that is stored in ${title} is nowhere else`, async () => {
    const begin = Date.now();
    for (const fault of faults) {
      const world = await start();
      try {
        await assertNowhereElse(world, fault);
      } finally {
        await world.close();
      }
    }
    assert.deepEqual(filesWith(canaryStart, begin), [], 'in a temporary file');
  });
}

it('programs cannot be seen with a value by anybody on the machine', async () => {
  const programs = installFakePrograms(['op', 'doppler']);
  const environment = { PATH: programs.folder };
  const value = canary();
  for (const [manager, container] of [
    ['1password', 'Shop'],
    ['doppler', 'shop/dev'],
  ] as const) {
    const connection = connectionTo(manager, { container });
    const world = { connection, deps: { environment, homeFolder: programs.folder } };
    const address = { manager, container, name: `CANARY_${container.length}` };
    const request = { connection, address, value, mode: 'create', cancel: { isCancellationRequested: false } } as const;
    const managers = managersIn({ ...world, address: () => address, close: async () => {} });
    assert.equal((await managers.store(request)).kind, 'stored');
    assert.equal((await managers.store({ ...request, value: canary(), mode: 'new-version' })).kind, 'stored');
  }
  assert.ok(programs.calls.length > 8);
  for (const { seen, args, environment: given } of programs.calls) {
    for (const held of programs.held.values()) {
      for (const kept of held) assert.equal(findLeak(kept, [seen, args, given]), undefined);
    }
    if (process.platform === 'linux') assert.ok(seen.includes(args[0] ?? '?'), 'the system shows what the program was called with');
  }
});

async function assertNowhereElse(world: FakeWorld, fault: WorldFault | undefined): Promise<void> {
  const value = canary();
  const log: string[] = [];
  if (fault) world.fail(fault, 'writes', 1);
  const managers = managersIn(world, { log: line => log.push(line), requestTimeout: 400, programTimeout: 1500 });
  const request = storeRequest(world, 'CANARY', value);
  const said = await captureOutput(async () => {
    const stored = await managers.store(request);
    const described = await managers.describe(request);
    const listed = await managers.list(request);
    return { stored, described, listed, reason: stored.kind === 'failed' ? formatPhrase(stored.reason) : '' };
  });
  assert.ok(log.length > 0, 'the debug log is on');
  assert.equal(findLeak(value, log), undefined, 'in the log');
  assert.equal(findLeak(value, said), undefined, 'in an answer or on the console');
  assert.equal(findLeak(value, callsIn(world)), undefined, 'in arguments or the environment of a program');
  assert.equal(findLeak(value, process.env), undefined, 'in our own environment');
}

/** Fake programs write down how they were called. */
function callsIn({ deps }: FakeWorld): string {
  const folder = deps.environment?.['PATH'];
  try {
    return folder ? readFileSync(join(folder, 'calls'), 'utf8') : '';
  } catch {
    return ''; // no program was called
  }
}

/** What was written to temporary folders since, but for what a fake keeps its secrets in. */
function filesWith(value: string, begin: number): readonly string[] {
  return readdirSync(tmpdir(), { withFileTypes: true })
    .filter(entry => statOf(join(tmpdir(), entry.name)) >= begin - 1000)
    .flatMap(entry => (entry.isDirectory() ? namesIn(join(tmpdir(), entry.name)).map(name => join(entry.name, name)) : [entry.name]))
    .filter(name => !name.endsWith('held.json') && contentOf(join(tmpdir(), name)).includes(value));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // gone meanwhile
  }
}

function statOf(path: string): number {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return 0; // gone meanwhile
  }
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // a folder, or gone meanwhile
  }
}

/** What is done, and what was printed by it. */
async function captureOutput(work: () => Promise<unknown>): Promise<unknown> {
  const printed: string[] = [];
  const streams = [process.stdout, process.stderr] as const;
  const writes = streams.map(({ write }) => write);
  for (const stream of streams) {
    stream.write = ((chunk: string | Uint8Array) => printed.push(String(chunk)) > 0) as typeof stream.write;
  }
  try {
    return { done: await work(), printed };
  } finally {
    streams.forEach((stream, index) => {
      stream.write = writes[index] ?? stream.write;
    });
  }
}
