// Whose key a name speaks of, for services whose keys have no form of their own: `abuseipdbToken`, `BOX_API_KEY`, `help-scout.secret`.

import { alphabetOf, isAt } from '../alphabet.ts';
import { once } from '../once.ts';
import { rememberLast } from '../remember.ts';
import { distinctProviders, ordinaryProviders } from './long-tail-providers.ts';
import { providers } from './providers.ts';
import type { Provider } from './rule.ts';

/** The words of a provider's name may be written apart: `deviant_art`. */
const mostParts = 3;

/** Services whose keys have a form are told by that, not by a name: they are none here. */
export function providerOfName(name: string): Provider | undefined {
  return spokenOf(name).provider;
}

/** One of those, or else any service that the name puts right before words for a credential, or that it is the name of and of nothing else. */
export function serviceOfName(name: string): Provider | undefined {
  const { provider, service } = spokenOf(name);
  return provider ?? service;
}

interface SpokenOf {
  readonly provider?: Provider;
  readonly service?: Provider | undefined;
}

/** Several questions are asked about one name. */
const spokenOf = rememberLast(find);

function find(name: string): SpokenOf {
  const parts = partsOf(name);
  const { glued, starts } = parts;
  const count = starts.length - 1;
  let service: Provider | undefined;
  for (let first = 0; first < count; first++) {
    const start = starts[first] ?? 0;
    if (!mayBegin(glued, start)) continue;
    for (let last = Math.min(count, first + mostParts); last > first; last--) {
      const word = glued.slice(start, starts[last]);
      const known = meanings().get(word);
      const inGlued = withoutCredential(word);
      const provider = known?.distinct ?? inGlued?.distinct;
      if (provider) return { provider };
      // `codaToken`, `codatoken`: one way or the other a word for a credential is right behind.
      const meant = known && last < count ? known : last === first + 1 ? inGlued : undefined;
      if (!meant || !areCredentials(parts, last)) continue;
      if (meant.ordinary) return { provider: meant.ordinary };
      service ??= meant.any;
    }
  }
  return { service: service ?? (mayBegin(glued, 0) ? meanings().get(glued)?.any : undefined) };
}

/** `someApiKey2` is some, api, key2: the parts without what joins them, where each begins, and where the last one ends. */
interface Parts {
  readonly glued: string;
  readonly starts: readonly number[];
}

/** In lower case. A part ends before a mark, before a capital, and before the last of several capitals that begins a word. */
function partsOf(name: string): Parts {
  // The only character that would become two.
  const lower = name.replaceAll('İ', 'i').toLowerCase();
  const starts: number[] = [];
  let glued = '';
  let start = 0;
  for (let at = 0; at <= lower.length; at++) {
    const isInPart = at < lower.length && isAt(lower, at, partCharacters);
    if (isInPart && !(at > start && beginsPart(name, at))) continue;
    if (at > start) {
      starts.push(glued.length);
      glued += lower.slice(start, at);
    }
    start = isInPart ? at : at + 1;
  }
  starts.push(glued.length);
  return { glued, starts };
}

const partCharacters = alphabetOf(/[a-z0-9]/);
const capitals = alphabetOf(/[A-Z]/);
const smallLetters = alphabetOf(/[a-z]/);

function beginsPart(name: string, at: number): boolean {
  if (!isAt(name, at, capitals)) return false;
  return isAt(name, at - 1, partCharacters) || (isAt(name, at - 1, capitals) && isAt(name, at + 1, smallLetters));
}

function areCredentials({ glued, starts }: Parts, from: number): boolean {
  for (let part = from; part + 1 < starts.length; part++) {
    if (!credential.test(glued.slice(starts[part], starts[part + 1]))) return false;
  }
  return true;
}

const credential =
  /^(?:api|rest|access|auth|oauth2?|bearer|private|personal|secret|client|user|server|service|account|app|application|live|prod|production|test|sandbox|dev|env|v\d)?(?:key|token|secret|password|credentials?|auth|api)?s?\d?$/;

/** How `key`, `token`, `secret`, `access` and `private` end. */
const credentialEnds = alphabetOf(/[yntse]/);

/** `sslmatekey` is glued in names without case. */
function withoutCredential(word: string): Meaning | undefined {
  return isAt(word, word.length - 1, credentialEnds)
    ? meanings().get(word.replace(/(?:api)?(?:key|token|secret|access|private)$/, ''))
    : undefined;
}

/** Whose word it is: of a service that nobody means otherwise, of one called by a word of the language, of any with keys of whatever form. */
interface Meaning {
  distinct?: Provider;
  ordinary?: Provider;
  any?: Provider;
}

/** Made when first asked: many a scan meets no name that is worth it. */
const meanings = once(() => {
  const byWord = new Map<string, Meaning>();
  const add = (kind: keyof Meaning, those: readonly Provider[]): void => {
    for (const provider of those) {
      for (const word of (provider.words ?? []).map(each => each.replaceAll('_', ''))) {
        const meaning = byWord.get(word) ?? {};
        meaning[kind] = provider;
        byWord.set(word, meaning);
      }
    }
  };
  add('distinct', distinctProviders);
  add('ordinary', ordinaryProviders);
  add('any', providers());
  return byWord;
});

/** Whether a word for a service begins so: all have three characters or more, and most parts of names begin like none. */
function mayBegin(glued: string, start: number): boolean {
  if (start + 3 > glued.length) return false;
  const beginning = beginningAt(glued, start);
  return ((beginnings()[beginning >> 5] ?? 0) & (1 << (beginning & 31))) !== 0;
}

/** A bit for each three characters. Several characters may share one. */
const beginnings = once(() => {
  const bits = new Int32Array(1 << 10);
  for (const word of meanings().keys()) {
    const beginning = beginningAt(word, 0);
    bits[beginning >> 5] = (bits[beginning >> 5] ?? 0) | (1 << (beginning & 31));
  }
  return bits;
});

function beginningAt(word: string, at: number): number {
  return ((word.charCodeAt(at) & 31) << 10) | ((word.charCodeAt(at + 1) & 31) << 5) | (word.charCodeAt(at + 2) & 31);
}
