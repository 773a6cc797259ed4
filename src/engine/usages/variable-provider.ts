// Whose key a variable holds, told by its name alone: the official variables, else a provider's word in it.

import { isPrivateKeyName } from '../env-file/encrypted/key-names.ts';
import { once } from '../once.ts';
import { catalogue } from '../rules/catalogue.ts';
import { providers } from '../rules/providers.ts';

/** Provider id, or `undefined` when the name does not say. */
export function providerOfVariable(name: string): string | undefined {
  return official().get(name) ?? longestWordIn(name);
}

/** Whether a provider's documentation tells people to use this very variable. */
export function isOfficialVariable(name: string): boolean {
  return official().has(name) || isPrivateKeyName(name);
}

function longestWordIn(name: string): string | undefined {
  const padded = `_${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')}_`;
  return words().find(({ word }) => padded.includes(`_${word}_`))?.provider;
}

const official = once((): ReadonlyMap<string, string> => {
  const ofRules = catalogue.flatMap(({ variable, provider }) => (variable === undefined ? [] : [[variable, provider] as const]));
  const ofProviders = providers().flatMap(({ variable, id }) => (variable === undefined ? [] : [[variable, id] as const]));
  return new Map([...ofRules, ...ofProviders]);
});

/** The longest first, so that `azure_openai` wins over `openai`. */
const words = once(() =>
  providers()
    .flatMap(({ id, words = [] }) =>
      [id, ...words].map(word => ({ provider: id, word: word.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_') })),
    )
    .toSorted((a, b) => b.word.length - a.word.length),
);
