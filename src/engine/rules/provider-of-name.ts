// Whose key a name speaks of, for services whose keys have no form of their own: `abuseipdbToken`, `BOX_API_KEY`, `help-scout.secret`.

import { once } from '../once.ts';
import { remember } from '../remember.ts';
import { distinctProviders, ordinaryProviders } from './long-tail-providers.ts';
import { providers } from './providers.ts';
import type { Provider } from './rule.ts';

/** The words of a provider's name may be written apart: `deviant_art`. */
const mostParts = 3;

/** Services whose keys have a form are told by that, not by a name: they are none here. */
export function providerOfName(name: string): Provider | undefined {
  return find(name, ordinaryByWord());
}

/** Any service that the name puts right before words for a credential. */
export function serviceOfName(name: string): Provider | undefined {
  return find(name, anyByWord());
}

/** The service that the name is the name of, and of nothing else: `cloudflare`. */
export function serviceCalled(name: string): Provider | undefined {
  return anyByWord().get(partsOf(name).join(''));
}

function find(name: string, beforeCredential: ReadonlyMap<string, Provider>): Provider | undefined {
  const parts = partsOf(name);
  const distinct = distinctByWord();
  for (let start = 0; start < parts.length; start++) {
    for (let end = Math.min(parts.length, start + mostParts); end > start; end--) {
      const word = parts.slice(start, end).join('');
      const provider = distinct.get(word) ?? distinct.get(withoutCredential(word));
      if (provider) return provider;
      const ordinary = beforeCredential.get(word);
      if (ordinary && end < parts.length && parts.slice(end).every(part => credential.test(part))) return ordinary;
    }
  }
  return undefined;
}

/** `someApiKey2` is some, api, key2. */
const partsOf = remember(1_000, (name): readonly string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(part => part !== ''),
);

const credential =
  /^(?:api|rest|access|auth|oauth2?|bearer|private|personal|secret|client|user|server|service|account|app|application|live|prod|production|test|sandbox|dev|env|v\d)?(?:key|token|secret|password|credentials?|auth|api)?s?\d?$/;

/** `sslmatekey` is glued in names without case. */
function withoutCredential(word: string): string {
  return word.replace(/(?:api)?(?:key|token|secret)$/, '');
}

const distinctByWord = byWord(() => distinctProviders);
const ordinaryByWord = byWord(() => ordinaryProviders);
const anyByWord = byWord(providers);

/** Made when first asked: many a scan meets no name that is worth it. */
function byWord(those: () => readonly Provider[]): () => ReadonlyMap<string, Provider> {
  return once(() => {
    const words = those().flatMap(provider => (provider.words ?? []).map(word => [word.replaceAll('_', ''), provider] as const));
    return new Map(words);
  });
}
