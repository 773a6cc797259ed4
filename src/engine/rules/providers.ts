// The services whose keys are known: how people call them, which variable and hosts are theirs, where a key is revoked.

import type { Provider } from './rule.ts';

export const providers: readonly Provider[] = [
  {
    id: 'openai',
    title: 'OpenAI',
    variable: 'OPENAI_API_KEY',
    hosts: ['api.openai.com'],
    words: ['openai'],
    revokeUrl: 'https://platform.openai.com/api-keys',
    rotateUrl: 'https://help.openai.com/en/articles/5112595-best-practices-for-api-key-safety',
  },
];

const byId: ReadonlyMap<string, Provider> = new Map(providers.map(provider => [provider.id, provider]));

export function providerById(id: string): Provider | undefined {
  return byId.get(id);
}
