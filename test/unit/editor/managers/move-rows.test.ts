import assert from 'node:assert/strict';
import { failureOf, movedRows, type RowToMove, storeRows } from '../../../../src/editor/managers/move-rows.ts';
import { neverCancelled } from '../../../../src/engine/cancel.ts';
import { failure, RememberingManagers } from '../../../support/remembering-managers.ts';

const connection = { manager: 'vault', endpoint: '', container: 'secret', scope: '' } as const;
const rows: readonly RowToMove[] = ['A', 'B', 'C'].map(name => ({
  name,
  value: `value of ${name}`,
  address: { manager: 'vault', container: 'secret', name: 'shop', field: name },
}));

async function move(managers: RememberingManagers, cancel = neverCancelled) {
  const started: string[] = [];
  const outcomes = await storeRows(managers, { connection, rows, cancel, onRow: ({ name }) => started.push(name) });
  return { outcomes, started, told: outcomes.map(({ row, outcome }) => `${row.name} ${outcome?.kind ?? 'not tried'}`) };
}

describe('moving rows', () => {
  it('stores one after the other, never over what is there', async () => {
    const managers = new RememberingManagers();
    managers.secrets.set('shop/B', 'another');
    managers.secrets.set('shop/C', 'value of C');
    const { outcomes, started, told } = await move(managers);
    assert.deepEqual(told, ['A stored', 'B there', 'C stored']);
    assert.deepEqual(started, ['A', 'B', 'C']);
    assert.deepEqual(
      movedRows(outcomes).map(({ row, stored }) => [row.name, stored.already]),
      [
        ['A', false],
        ['C', true],
      ],
    );
    assert.equal(failureOf(outcomes), undefined);
    assert.equal(managers.secrets.get('shop/B'), 'another');
  });

  it('leaves the rest alone once the manager cannot be used', async () => {
    const managers = new RememberingManagers();
    managers.faults.push(failure('not-signed-in'));
    const { outcomes, told } = await move(managers);
    assert.deepEqual(told, ['A failed', 'B not tried', 'C not tried']);
    assert.equal(failureOf(outcomes)?.why, 'not-signed-in');
    assert.deepEqual(managers.calls, ['create shop/A']);
  });

  it('goes on where only this row was refused', async () => {
    const managers = new RememberingManagers();
    managers.faults.push(failure('refused'));
    const { outcomes, told } = await move(managers);
    assert.deepEqual(told, ['A failed', 'B stored', 'C stored']);
    assert.equal(failureOf(outcomes), undefined);
  });

  it('stops between two rows when the user says so', async () => {
    const managers = new RememberingManagers();
    const cancel = {
      get isCancellationRequested() {
        return managers.calls.length === 1;
      },
    };
    assert.deepEqual((await move(managers, cancel)).told, ['A stored', 'B not tried', 'C not tried']);
  });
});
