import assert from 'node:assert/strict';
import { llmProviders, usesSeveralProviders } from '../../../../../src/engine/fixes/gateway/llm-providers.ts';
import { providers } from '../../../../../src/engine/rules/providers.ts';

const key = (provider: string | undefined, ...names: string[]) => ({ provider, names });

describe('providers of language models', () => {
  it('are providers that rules know', () => {
    const known = new Set(providers().map(({ id }) => id));
    assert.deepEqual(
      [...llmProviders].filter(id => !known.has(id)),
      [],
    );
  });

  it('are several when keys of two of them are there', () => {
    assert.equal(usesSeveralProviders([key('openai'), key('anthropic'), key('stripe')]), true);
    assert.equal(usesSeveralProviders([key('openai'), key('openai'), key('stripe'), key(undefined)]), false);
  });

  it('count a key of Google’s only when it is called after its models', () => {
    assert.equal(usesSeveralProviders([key('openai'), key('google', 'GEMINI_API_KEY')]), true);
    assert.equal(usesSeveralProviders([key('openai'), key('google', 'MAPS_API_KEY')]), false);
  });
});
