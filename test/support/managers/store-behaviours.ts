// What storing means for every manager: told once, tried on fakes and on real servers.

import assert from 'node:assert/strict';
import { neverCancelled } from '../../../src/engine/cancel.ts';
import { formatPhrase } from '../../../src/engine/phrase.ts';
import { type ManagerWorld, managersIn } from './manager-world.ts';

/** Values that tools like to change on the way: quotes, line breaks, marks of shells and templates, other alphabets. */
export const awkwardValues: readonly string[] = [
  ['Zk4q9Lm2', 'Xw7tRb5v'].join(''),
  ['quoted "and" ', "'single' \\ back"].join(''),
  ['-----BEGIN KEY-----', 'line one', 'line two', '-----END KEY-----', ''].join('\n'),
  ['ключ-鍵-🗝️-', 'p@ss$HOME%PATH%`id`'].join(''),
  ['@file', 'like'].join('-'),
];

export function storeRequest({ connection, address }: ManagerWorld, name: string, value: string) {
  return { connection, address: address(name), value, mode: 'create', cancel: neverCancelled } as const;
}

/** Declares the tests. `world` is started by the caller, before each test or once. */
export function describeStoring(world: () => ManagerWorld, uniqueName: () => string, values: readonly string[] = awkwardValues): void {
  it('stores values and gives them back as they were', async () => {
    const managers = managersIn(world());
    for (const value of values) {
      const request = storeRequest(world(), uniqueName(), value);
      assert.deepEqual(await managers.read(request), { kind: 'absent' });
      assert.deepEqual(await managers.describe(request), { kind: 'absent' });
      const stored = await managers.store(request);
      assert.equal(stored.kind, 'stored', stored.kind === 'failed' ? formatPhrase(stored.reason) : stored.kind);
      assert.ok(stored.kind === 'stored' && !stored.already);
      assert.deepEqual(await managers.read(request), { kind: 'value', value });
      assert.equal((await managers.describe(request)).kind, 'there');
    }
  });

  it('says that a value is there already, and does not store it again', async () => {
    const managers = managersIn(world());
    const request = storeRequest(world(), uniqueName(), values[0] ?? '');
    const first = await managers.store(request);
    const second = await managers.store(request);
    assert.ok(first.kind === 'stored' && second.kind === 'stored', 'both are stored');
    assert.ok(second.already);
    assert.equal(second.version, first.version);
  });

  it('never writes over another value, and tells what is there', async () => {
    const managers = managersIn(world());
    const name = uniqueName();
    const [value = '', other = ''] = values;
    await managers.store(storeRequest(world(), name, value));
    const answer = await managers.store(storeRequest(world(), name, other));
    assert.equal(answer.kind, 'there');
    assert.deepEqual(await managers.read(storeRequest(world(), name, '')), { kind: 'value', value });
  });

  it('adds a version when it is asked to', async () => {
    const managers = managersIn(world());
    const name = uniqueName();
    const [value = '', other = ''] = values;
    const first = await managers.store(storeRequest(world(), name, value));
    const answer = await managers.store({ ...storeRequest(world(), name, other), mode: 'new-version' });
    assert.ok(first.kind === 'stored' && answer.kind === 'stored' && !answer.already);
    if (first.version !== undefined) assert.notEqual(answer.version, first.version);
    assert.deepEqual(await managers.read(storeRequest(world(), name, '')), { kind: 'value', value: other });
  });

  it('creates what an explicit new version finds missing', async () => {
    const request = { ...storeRequest(world(), uniqueName(), values[0] ?? ''), mode: 'new-version' } as const;
    assert.equal((await managersIn(world()).store(request)).kind, 'stored');
  });

  it('lists what it holds', async () => {
    const managers = managersIn(world());
    const request = storeRequest(world(), uniqueName(), values[0] ?? '');
    await managers.store(request);
    const listed = await managers.list(request);
    assert.ok(listed.kind === 'names', listed.kind);
    const { field, ...place } = request.address;
    assert.ok(
      listed.addresses.some(address => address.name === place.name && address.manager === place.manager),
      `${place.name} is not among ${listed.addresses.map(({ name }) => name).join(', ')}`,
    );
  });
}
