// Everything that goes wrong, with every manager: nothing lost, nothing doubled, a sentence that helps, and the truth about what is where.

import assert from 'node:assert/strict';
import type { StoreFailed, StoreFailureKind } from '../../../../src/engine/managers/secret-store.ts';
import { formatPhrase } from '../../../../src/engine/phrase.ts';
import { fakeWorlds } from '../../../support/managers/fake-worlds.ts';
import { type FakeWorld, managersIn, type WorldFault } from '../../../support/managers/manager-world.ts';
import { storeRequest } from '../../../support/managers/store-behaviours.ts';

const value = ['Zk4q9Lm2', 'Xw7tRb5vHn3c'].join('');
const other = ['Pd8s1Kf6', 'Yg2jQm9wTz4x'].join('');

/** Short, as some faults only end by it. */
const impatient = { requestTimeout: 400, programTimeout: 1500 };

interface Expected {
  readonly fault: WorldFault;
  readonly on: 'writes' | 'everything';
  /** How often it goes wrong; on and on without. */
  readonly times?: number;
  readonly why: 'stored' | 'there' | readonly StoreFailureKind[];
  readonly mayBeStored?: boolean;
  /** How often the manager was told to store. */
  readonly writes?: number;
}

const table: readonly Expected[] = [
  { fault: 'hang', on: 'everything', why: ['timed-out'], mayBeStored: false, writes: 0 },
  // What was sent may still arrive: nobody can tell.
  { fault: 'hang', on: 'writes', times: 1, why: ['timed-out'], mayBeStored: true, writes: 1 },
  { fault: 'late', on: 'writes', times: 1, why: 'stored', writes: 1 },
  { fault: 'cut', on: 'writes', times: 1, why: 'stored', writes: 1 },
  { fault: 'forbidden', on: 'everything', why: ['forbidden'], mayBeStored: false, writes: 0 },
  { fault: 'forbidden', on: 'writes', why: ['forbidden'], mayBeStored: false },
  { fault: 'expired', on: 'everything', why: ['not-signed-in'], mayBeStored: false, writes: 0 },
  { fault: 'expired', on: 'writes', why: ['not-signed-in', 'forbidden'], mayBeStored: false },
  { fault: 'missing', on: 'writes', why: ['not-found', 'refused'], mayBeStored: false, writes: 1 },
  { fault: 'conflict', on: 'writes', why: ['refused', 'server-error', 'unreachable'], mayBeStored: false },
  { fault: 'busy', on: 'writes', times: 1, why: 'stored', writes: 2 },
  { fault: 'busy', on: 'everything', times: 1, why: 'stored', writes: 1 },
  { fault: 'broken', on: 'everything', why: ['server-error'], mayBeStored: false, writes: 0 },
  { fault: 'broken', on: 'writes', times: 1, why: ['server-error'], mayBeStored: false, writes: 1 },
  { fault: 'garbage', on: 'everything', why: ['unreadable-answer'], mayBeStored: false, writes: 0 },
  { fault: 'garbage', on: 'writes', times: 1, why: 'stored', writes: 1 },
];

for (const { title, start } of fakeWorlds) {
  describe(`what goes wrong with ${title}`, () => {
    let world: FakeWorld;
    beforeEach(async () => {
      world = await start();
    });
    afterEach(() => world.close());

    for (const expected of table) {
      const { fault, on, times } = expected;
      it(`${fault} ${on === 'writes' ? 'when it is told to store' : 'whatever it is asked'}${times === 1 ? ', once' : ''}`, async () => {
        const request = storeRequest(world, 'FAULT', value);
        world.fail(fault, on, times);
        const answer = await managersIn(world, impatient).store(request);
        if (expected.writes !== undefined) assert.equal(world.writes(), expected.writes, 'times that it was told to store');
        const kept = world.held(request.address);
        if (expected.why === 'stored') {
          assert.equal(answer.kind, 'stored', answer.kind === 'failed' ? formatPhrase(answer.reason) : answer.kind);
          assert.ok(answer.kind === 'stored' && !answer.already, 'it was not there before');
          assert.deepEqual(kept, [value], 'stored once');
        } else if (answer.kind === 'failed') {
          assert.deepEqual(kept, []);
          assertHelpful(answer, expected);
        } else {
          // A manager that says that the name is taken is believed.
          assert.ok(fault === 'conflict' && answer.kind === 'there', answer.kind);
        }
      });
    }

    it('does not wait for hours', async () => {
      const request = storeRequest(world, 'FAULT', value);
      world.fail('busy for long', 'everything');
      const answer = await managersIn(world).store(request);
      assert.ok(answer.kind === 'failed', answer.kind);
      assert.equal(answer.why, 'rate-limited');
      assert.equal(answer.mayBeStored, false);
    });

    it('tells that the value may be there when nothing can be asked any more', async () => {
      const request = storeRequest(world, 'FAULT', value);
      world.fail('late', 'writes', 1);
      const managers = managersIn(world, impatient);
      const storing = managers.store(request);
      await until(() => world.held(request.address).length > 0);
      world.fail('broken', 'everything');
      const answer = await storing;
      assert.ok(answer.kind === 'failed', answer.kind);
      assert.equal(answer.mayBeStored, true);
      assert.deepEqual(world.held(request.address), [value]);
    });

    it('finds that a value arrived when it is stored again after a failure', async () => {
      const request = storeRequest(world, 'FAULT', value);
      world.fail('broken', 'writes', 1);
      const managers = managersIn(world);
      assert.equal((await managers.store(request)).kind, 'failed');
      assert.equal((await managers.store(request)).kind, 'stored');
      assert.deepEqual(world.held(request.address), [value]);
    });

    it('keeps the old value when a new version fails', async () => {
      const request = storeRequest(world, 'FAULT', value);
      const managers = managersIn(world);
      await managers.store(request);
      world.fail('broken', 'writes', 1);
      const answer = await managers.store({ ...request, value: other, mode: 'new-version' });
      assert.ok(answer.kind === 'failed' && !answer.mayBeStored, answer.kind);
      assert.equal(world.held(request.address).at(-1), value);
    });

    it('is told apart when nobody is there', async () => {
      await world.vanish();
      const answer = await managersIn(world, impatient).store(storeRequest(world, 'FAULT', value));
      assert.ok(answer.kind === 'failed', answer.kind);
      assert.match(answer.why, /^(?:unreachable|missing-tool)$/);
      assert.equal(answer.mayBeStored, false);
    });

    it('stops when it is cancelled, before and during a request', async () => {
      const request = storeRequest(world, 'FAULT', value);
      const cancel = { isCancellationRequested: true };
      const managers = managersIn(world);
      const early = await managers.store({ ...request, cancel });
      assert.ok(early.kind === 'failed' && early.why === 'cancelled' && !early.mayBeStored);
      assert.equal(world.writes(), 0);

      cancel.isCancellationRequested = false;
      world.fail('hang', 'writes', 1);
      const storing = managers.store({ ...request, cancel });
      await until(() => world.writes() > 0);
      cancel.isCancellationRequested = true;
      const late = await storing;
      assert.ok(late.kind === 'failed' && late.why === 'cancelled' && late.mayBeStored, late.kind);
    });

    it('tells the same of looking, reading and listing', async () => {
      world.fail('broken', 'everything');
      const managers = managersIn(world);
      const request = storeRequest(world, 'FAULT', value);
      for (const answer of [await managers.describe(request), await managers.read(request), await managers.list(request)]) {
        assert.ok(answer.kind === 'failed', answer.kind);
        assert.equal(answer.why, 'server-error');
        assert.equal(answer.mayBeStored, false);
      }
    });
  });
}

function assertHelpful(answer: StoreFailed, { why, mayBeStored }: Expected): void {
  const sentence = formatPhrase(answer.reason);
  assert.ok(Array.isArray(why) && why.includes(answer.why), `${answer.why}: ${sentence}`);
  assert.equal(answer.mayBeStored, mayBeStored, sentence);
  assert.ok(sentence.length > 20 && !sentence.includes('{') && !sentence.includes('undefined'), sentence);
  assert.ok(!sentence.includes(value.slice(0, 8)), 'the sentence holds a piece of the value');
}

async function until(condition: () => boolean): Promise<void> {
  for (const end = Date.now() + 10_000; !condition(); ) {
    assert.ok(Date.now() < end, 'it never happened');
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}
