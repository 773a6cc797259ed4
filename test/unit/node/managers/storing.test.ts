// Every manager stores: the same promises, kept by each.

import assert from 'node:assert/strict';
import { fakeWorlds } from '../../../support/managers/fake-worlds.ts';
import { type FakeWorld, managersIn } from '../../../support/managers/manager-world.ts';
import { awkwardValues, describeStoring, storeRequest } from '../../../support/managers/store-behaviours.ts';

for (const { title, start } of fakeWorlds) {
  describe(`storing in ${title}`, () => {
    let world: FakeWorld;
    let names = 0;
    beforeEach(async () => {
      world = await start();
    });
    afterEach(() => world.close());

    describeStoring(
      () => world,
      () => `NAME_${++names}`,
    );

    it('writes exactly once', async () => {
      const request = storeRequest(world, 'ONCE', awkwardValues[0] ?? '');
      await managersIn(world).store(request);
      assert.deepEqual(world.held(request.address), [request.value]);
      assert.equal(world.writes(), 1);
    });
  });
}
