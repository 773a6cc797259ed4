import assert from 'node:assert/strict';
import { managerOf, managers } from '../../../../src/engine/managers/catalogue.ts';
import { rowReplacement } from '../../../../src/engine/managers/row-replacement.ts';

describe('what becomes of a row', () => {
  it('is a reference where the manager’s tool fills it in', () => {
    const address = { manager: '1password', container: 'Private', name: 'shop-A_KEY', field: 'credential' } as const;
    assert.deepEqual(rowReplacement(managerOf('1password'), 'A_KEY', address), {
      kind: 'reference',
      reference: 'op://Private/shop-A_KEY/credential',
    });
  });

  it('is a comment everywhere else, which tells where the value is', () => {
    const address = { manager: 'vault', container: 'secret', name: 'shop', field: 'A_KEY' } as const;
    assert.deepEqual(rowReplacement(managerOf('vault'), 'A_KEY', address), {
      kind: 'comment',
      text: 'A_KEY is kept in Vault: vault:secret/data/shop#A_KEY',
    });
    for (const manager of managers.filter(({ id }) => id !== '1password')) {
      const replacement = rowReplacement(manager, 'A_KEY', { manager: manager.id, container: 'c/d', name: 'shop-A' });
      assert.equal(replacement.kind, 'comment', manager.id);
      assert.ok(replacement.kind === 'comment' && !replacement.text.includes('\n'));
    }
  });
});
