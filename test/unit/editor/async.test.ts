// Waiting for quiet, and for the one before.
import assert from 'node:assert/strict';
import { Debouncer, Latest } from '../../../src/editor/async.ts';

const turn = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 0));

describe('Debouncer', () => {
  it('runs only the newest action', async () => {
    const ran: string[] = [];
    const debouncer = new Debouncer(0);
    debouncer.run(() => ran.push('first'));
    await new Promise<void>(resolve => debouncer.run(() => resolve(void ran.push('second'))));
    await turn();
    assert.deepEqual(ran, ['second']);
  });

  it('tells whether an action waits', async () => {
    const debouncer = new Debouncer(0);
    assert.equal(debouncer.isWaiting, false);
    const ran = new Promise<boolean>(resolve => debouncer.run(() => resolve(debouncer.isWaiting)));
    assert.equal(debouncer.isWaiting, true);
    assert.equal(await ran, false);
  });

  it('runs nothing once disposed', async () => {
    const ran: string[] = [];
    const debouncer = new Debouncer(0);
    debouncer.run(() => ran.push('never'));
    debouncer.dispose();
    await turn();
    await turn();
    assert.deepEqual(ran, []);
  });
});

describe('Latest', () => {
  it('runs one action at a time, and of those asked for meanwhile only the newest', async () => {
    const ran: string[] = [];
    let release = (): void => assert.fail('not started');
    const latest = new Latest(error => assert.fail(String(error)));
    latest.run(async () => {
      ran.push('a begins');
      await new Promise<void>(resolve => {
        release = resolve;
      });
      ran.push('a ends');
    });
    latest.run(async () => void ran.push('b'));
    const last = new Promise<void>(resolve => latest.run(async () => resolve(void ran.push('c'))));
    release();
    await last;
    assert.deepEqual(ran, ['a begins', 'a ends', 'c']);
  });

  it('tells an error and goes on', async () => {
    const errors: unknown[] = [];
    const latest = new Latest(error => errors.push(error));
    latest.run(() => Promise.reject(new Error('one')));
    await new Promise<void>(resolve => latest.run(async () => resolve()));
    assert.equal(errors.length, 1);
  });
});
