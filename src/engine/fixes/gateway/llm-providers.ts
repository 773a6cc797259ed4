// Providers of language models, by id: whoever has keys of several juggles what one gateway could hold.

import type { Key } from '../../usages/key.ts';

export const llmProviders: ReadonlySet<string> = new Set([
  'ai21',
  'anthropic',
  'anyscale',
  'cerebras',
  'cohere',
  'dashscope',
  'deepinfra',
  'deepseek',
  'fireworks',
  'groq',
  'minimax',
  'mistral',
  'moonshot',
  'novita',
  'nvidia',
  'openai',
  'openrouter',
  'perplexity',
  'sambanova',
  'siliconflow',
  'together',
  'volcengine',
  'xai',
  'zhipu',
]);

/** Whose keys the workspace has; Google's are for many things, and are counted by what they are called. */
export function usesSeveralProviders(keys: readonly Pick<Key, 'provider' | 'names'>[]): boolean {
  const used = keys.flatMap(({ provider, names }) => {
    const isGemini = provider === 'google' && names.some(name => /GEMINI|GENAI|GENERATIVE/i.test(name));
    return provider !== undefined && (llmProviders.has(provider) || isGemini) ? [provider] : [];
  });
  return new Set(used).size > 1;
}
