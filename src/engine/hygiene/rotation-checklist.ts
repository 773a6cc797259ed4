// The steps of replacing a key, as a Markdown document to work through: names and places, never a value.

import { type Phrase, phrase } from '../phrase.ts';
import { factsOfProvider } from '../rules/provider-facts.ts';
import { providerById } from '../rules/providers.ts';
import { isDefinition } from '../usages/is-definition.ts';
import type { Key, PlacedUsage } from '../usages/key.ts';

/** How the document’s sentences and places are written: in the reader’s language, from the workspace on. */
export interface ChecklistWords {
  readonly say: (sentence: Phrase) => string;
  /** `apps/web/.env:3` */
  readonly place: (usage: PlacedUsage) => string;
}

export function rotationChecklist(key: Key, { say, place }: ChecklistWords): string {
  const provider = key.provider === undefined || key.provider === 'generic' ? undefined : providerById(key.provider);
  const title = code(key.title);
  const listed = (usages: readonly PlacedUsage[]): readonly string[] =>
    [...new Set(usages.map(place))].map(text => `   - [ ] ${code(text)}`);
  const held = key.usages.filter(({ kind }) => kind === 'hardcoded' || kind === 'config');
  const named = key.usages.filter(usage => isDefinition(usage) && !held.includes(usage));
  const readers = key.usages.filter(({ kind }) => kind === 'environment' || kind === 'manager');
  const step = (number: number, sentence: Phrase, details: readonly string[] = []): readonly string[] => [
    `${number}. [ ] ${say(sentence)}`,
    ...details,
    '',
  ];
  const page = (sentence: Phrase, url: string | undefined): readonly string[] =>
    url === undefined ? [] : [`   - ${say(sentence)}: <${url}>`];
  return [
    `# ${say(phrase('Replace the key {0}', title))}`,
    '',
    ...(key.masked === undefined ? [] : [say(phrase('Value, masked: {0}', code(key.masked))), '']),
    ...(provider ? [say(phrase('Provider: {0}', provider.title)), ''] : []),
    ...step(1, phrase('Generate a new key with the permissions of the old one, or fewer.'), [
      ...page(phrase('Where keys are made and revoked'), provider?.revokeUrl),
      ...page(phrase('How keys are rotated'), provider?.rotateUrl),
      ...narrower(key.provider, page),
    ]),
    ...step(
      2,
      phrase('Distribute it: put it into every place that holds the old value, and where programs that run elsewhere get theirs.'),
      listed(held),
    ),
    ...step(3, phrase('Update what reads it: programs that were started with the old value keep it until they start again.'), [
      ...listed(readers),
      ...listed(named),
    ]),
    ...step(4, phrase('Test everything that uses it.')),
    ...step(5, phrase('Monitor logs and metrics for errors of the provider until nobody uses the old key any more.')),
    ...step(
      6,
      phrase('Revoke the old key, at once if it was ever committed, logged or shared.'),
      page(phrase('Where keys are made and revoked'), provider?.revokeUrl),
    ),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

function narrower(provider: string | undefined, page: (sentence: Phrase, url: string) => readonly string[]): readonly string[] {
  const sources = factsOfProvider(provider ?? '').filter(({ kind }) => kind === 'chosen-permissions' || kind === 'narrower-kind');
  return sources.flatMap(({ source }) => page(phrase('How a key is limited to what it needs'), source));
}

/** File names may hold what Markdown gives a meaning to. */
function code(text: string): string {
  const plain = text.replace(/[\r\n]+/g, ' ');
  const fence = plain.includes('`') ? '``' : '`';
  return plain.includes('`') ? `${fence} ${plain} ${fence}` : `${fence}${plain}${fence}`;
}
