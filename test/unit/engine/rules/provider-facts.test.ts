import assert from 'node:assert/strict';
import { factsOfProvider, providersWithFacts } from '../../../../src/engine/rules/provider-facts.ts';
import { providerById } from '../../../../src/engine/rules/providers.ts';

describe('what is known of providers', () => {
  it('belongs to providers that there are', () => {
    assert.deepEqual(
      providersWithFacts.filter(id => providerById(id) === undefined),
      [],
    );
  });

  it('has a page of its own for every row, and says nothing twice', () => {
    for (const id of providersWithFacts) {
      const facts = factsOfProvider(id);
      assert.equal(new Set(facts.map(({ kind }) => kind)).size, facts.length, id);
      for (const { source } of facts) assert.match(source, /^https:\/\/[\w.-]+\/\S+$/);
    }
    assert.deepEqual(factsOfProvider('nobody'), []);
  });
});
