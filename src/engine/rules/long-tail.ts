// Keys of the hundreds of services whose keys are random characters like everybody's: a name that says the service and a credential,
// then a value that was drawn by chance. One rule for all; its check names the provider.

import { randomBits } from '../scan/reasons/surprise.ts';
import { gap, nameStart, spellings, valueEnd } from './context-rule.ts';
import { distinctProviders } from './long-tail-providers.ts';
import { providerOfName } from './provider-of-name.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';
import { anyUuid } from './shapes.ts';

const words = distinctProviders.flatMap(({ words = [] }) => words);

export const longTailRules: readonly Rule[] = [
  {
    id: 'named-service-key',
    title: 'Key of a service that its name tells',
    provider: 'generic',
    kind: 'secret',
    keywords: [...new Set(words.flatMap(spellings))],
    // Which word it is, the check looks up: hundreds of alternatives in the pattern would be tried one by one.
    pattern: new RegExp(
      `${nameStart}[A-Za-z](?=[A-Za-z0-9 _.-]{3})${gap}(?<secret>[A-Za-z0-9][A-Za-z0-9_.+/~-]{14,299}={0,2}(?<![.]))${valueEnd}`,
      'd',
    ),
    confidence: 'likely',
    check: nameService,
    doubts: ['bare', 'template', 'placeholder', 'echo', 'path', 'digest', 'test-path'],
  },
];

function nameService({ match, secret }: MatchContext): Verdict | undefined {
  const before = match.slice(0, match.length - secret.length);
  const provider = providerOfName(before);
  if (!provider || denying.test(before) || !looksIssued(secret)) return undefined;
  const facts = [`the name says ${provider.title}`];
  if (telling.test(before)) return { confidence: 'likely', provider: provider.id, facts };
  // The name alone: a package, a section, a commit are called after services, too.
  const surely = secret.length >= 24 && !anyUuid.test(secret) && randomBits(secret) >= surelyRandom;
  return surely ? { confidence: 'possible', provider: provider.id, facts } : undefined;
}

const telling = /key|token|secret|passw|pwd|auth|cred|bearer|access|private|api(?![a-z])|[_-]pat\b/i;

/** What is assigned is public, names something, or is about the key. */
const denying =
  /public|publishable|(?:^|[_.-])(?:id|url|uri|host|domain|endpoint|version|name|path|file|hash|sha\d*|md5|digest|checksum|integrity|commit|rev|ref)["'`\])]*\s{0,12}[=:,(]|[a-z](?:Id|Url|Uri|Host|Name|Path|File|Hash|Version)["'`\])]*\s{0,12}[=:,(]/;

/** Bits by which chance explains a value better than a writer does. */
const surelyRandom = 10;

/** Drawn by a machine: a UUID, or letters and digits in a run that no identifier has. */
function looksIssued(value: string): boolean {
  if (new RegExp(`^${anyUuid.source}$`).test(value)) return true;
  if (!/\d/.test(value) || !/[A-Za-z]/.test(value) || /[/.]{2}/.test(value)) return false;
  if (new Set(value.toLowerCase()).size < 6) return false;
  return randomBits(value) >= surelyRandom || (/^[A-Za-z0-9]+$/.test(value) && value.replace(/\D/g, '').length >= 4);
}
