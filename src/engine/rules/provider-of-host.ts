// Whose host an address names: `api.themoviedb.org`, `min-api.cryptocompare.com`.

import { once } from '../once.ts';
import { distinctProviders } from './long-tail-providers.ts';
import { providers } from './providers.ts';
import type { Provider } from './rule.ts';

/** By a known host or one below it, else by a word of the host's name that means nothing else. `host`: lower case, without a port. */
export function providerOfHost(host: string): Provider | undefined {
  const labels = host.split('.');
  for (let first = 0; first < labels.length - 1; first++) {
    const known = byHost().get(labels.slice(first).join('.'));
    if (known) return known;
  }
  // The last label says where in the world.
  for (const label of labels.slice(0, -1)) {
    const named = byWord().get(label.replaceAll('-', ''));
    if (named) return named;
  }
  return undefined;
}

const byHost = once(
  (): ReadonlyMap<string, Provider> => new Map(providers().flatMap(provider => (provider.hosts ?? []).map(host => [host, provider]))),
);

const byWord = once((): ReadonlyMap<string, Provider> => {
  const wordsOf = ({ words = [] }: Provider): readonly string[] => words.map(word => word.replaceAll('_', ''));
  return new Map(distinctProviders.flatMap(provider => wordsOf(provider).map(word => [word, provider])));
});
