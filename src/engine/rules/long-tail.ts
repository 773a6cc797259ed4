// Keys of the hundreds of services whose keys are random characters like everybody's: a name that says the service and a credential,
// then a value that was drawn by chance. One rule for all; its check names the provider.

import { once } from '../once.ts';
import { countOf, digit, hasMoreThan, kindsIn, letter } from '../scan/reasons/characters.ts';
import { randomBits, surelyRandom } from '../scan/reasons/surprise.ts';
import { gap, spellings, valueEnd } from './context-rule.ts';
import { hasValueBehind } from './gap-walk.ts';
import { providerOfName, serviceOfName } from './provider-of-name.ts';
import { providers } from './providers.ts';
import type { MatchContext, Provider, Rule, Verdict } from './rule.ts';
import { anyUuid } from './shapes.ts';
import { classOf, isOf, isRun } from './walk-characters.ts';
import { nameStart } from './word-edges.ts';

/** Words that are too common in code to look at each of them: their names are read where a word for a credential stands (`generic.ts`). */
const frequent: ReadonlySet<string> = new Set(
  'close float front branch abstract phrase iterable flat private defined fixer hive square mite cursor semaphore segment together linear'.split(
    ' ',
  ),
);

/** Bundles know the keywords without it, and read the list of services when a name may be one's (lazy-rules.ts). */
const keywords = once((): readonly string[] => {
  const words = providers().flatMap(({ words = [] }) => words.filter(word => word.length >= 4 && !frequent.has(word)));
  return [...new Set(words.flatMap(spellings))];
});

/** `help-scout-token-…`: the value hangs on the name's last word. */
const joinedByDash = '[\\w-]{0,30}(?:[Kk]ey|KEY|[Tt]oken|TOKEN|[Ss]ecret|SECRET|PRIVATE|private|ACCESS|access)[.-](?:key[.-]|KEY[.-])?';

const shortestValue = 15;
const longestValue = 300;

export const longTailRules: readonly Rule[] = [
  {
    id: 'named-service-key',
    title: 'Key of a service that its name tells',
    provider: 'generic',
    kind: 'secret',
    get keywords() {
      return keywords();
    },
    // Which word it is, the check looks up: hundreds of alternatives in the pattern would be tried one by one.
    pattern: new RegExp(
      `${nameStart}[A-Za-z](?=[A-Za-z0-9 _.-]{3})(?:${gap}|${joinedByDash})(?<secret>(?!(?<=\\\\)u[0-9a-f]{4})(?=[A-Za-z_.+/~-]{0,${longestValue - 1}}\\d)[A-Za-z0-9][A-Za-z0-9_.+/~-]{${shortestValue - 1},${longestValue - 1}}={0,2}(?<![.]))${valueEnd}`,
      'd',
    ),
    edge: 'word',
    glance: mayNameService,
    confidence: 'likely',
    check: nameService,
    doubts: ['bare', 'template', 'placeholder', 'echo', 'path', 'digest', 'translation', 'test-path'],
  },
];

function mayNameService(text: string, keyword: number): boolean {
  return hasValueBehind(text, keyword, 0, isIssued) || isRunWithDigit(text, keyword, shortestByDash);
}

function isIssued(text: string, _joint: number, end: number): boolean {
  return isRunWithDigit(text, end, shortestValue);
}

/** Whether a value of so many characters may begin there. */
function isRunWithDigit(text: string, start: number, length: number): boolean {
  return isRun(text, start, length, valueCharacters) && hasDigit(text, start, longestName + longestValue);
}

const valueCharacters = classOf(/[A-Za-z0-9_.+/~-]/);
const digits = classOf(/[0-9]/);

/** Whether a digit is among such characters that stand in a row, of which `most` are looked at. */
function hasDigit(text: string, start: number, most: number): boolean {
  const limit = Math.min(text.length, start + most);
  let at = start;
  while (at < limit && isOf(text.charCodeAt(at), valueCharacters) && !isOf(text.charCodeAt(at), digits)) at++;
  return at < limit && isOf(text.charCodeAt(at), digits);
}

/** A letter, a word for a credential, its joint and a value. */
const shortestByDash = 1 + 'key-'.length + shortestValue;
const longestName = 60;

function nameService({ match, secret, line }: MatchContext): Verdict | undefined {
  if (!looksIssued(secret)) return undefined;
  const before = match.slice(0, match.length - secret.length);
  const provider = providerOfName(before);
  const service = serviceOfName(before);
  if (!service || denying.test(before) || denyingHump.test(before)) return undefined;
  const facts = [`the name says ${service.title}`];
  const named = { facts, ...(provider && { provider: provider.id }) };
  if (telling.test(withoutWords(before, service))) return { confidence: 'likely', ...named };
  // The name alone: a package, a section, a commit are called after services, too.
  if (secret.length < 24) return undefined;
  const isUuid = anyUuid.test(secret);
  const isAlone = line.trim() === match && /^[\w.-]+[ \t]+$/.test(before);
  if (isAlone && (isUuid || isNoDigest(secret))) return { confidence: 'likely', ...named };
  if (isUuid ? !provider : randomBits(secret) < surelyRandom) return undefined;
  if (assignsToName.test(before) && (isUuid || isNoDigest(secret))) return { confidence: 'likely', ...named };
  if (isUuid) return undefined;
  return provider && { confidence: 'possible', ...named };
}

/** `sourcegraph: …`, `"artifactory", "…"`: the service's name is all of the name. */
const assignsToName = /^[A-Za-z][\w.-]{0,40}["'`]?\s{0,4}(?::=|[:=,])\s{0,4}["'`]?$/;

/** Commits, checksums and their like are hex in one case, of a length that they have. */
function isNoDigest(value: string): boolean {
  if (!/^[A-Za-z0-9_-]+$/.test(value)) return false;
  return !/^(?:[0-9a-f]+|[0-9A-F]+)$/.test(value) || ![24, 32, 40, 48, 56, 64, 96, 128].includes(value.length);
}

/** The name of `tokeet` says `token` as little as that of `authress` says `auth`. */
function withoutWords(before: string, { words = [] }: Provider): string {
  return words.reduce((text, word) => text.replaceAll(word, ''), before.toLowerCase());
}

const telling = /key|token|secret|passw|pwd|auth|cred|bearer|access|private|api(?![a-z])|[_-]pat\b/;

/** What is assigned is public, names something, or is about the key. */
const denying =
  /public|publishable|(?:^|[^A-Za-z])(?:id|url|uri|host|domain|endpoint|version|name|path|file|hash|sha\d*|md5|digest|checksum|integrity|commit|rev|ref)["'`\])]*\s{0,12}[=:,(]/i;
const denyingHump = /[a-z](?:Id|Url|Uri|Host|Name|Path|File|Hash|Version)["'`\])]*\s{0,12}[=:,(]/;

/** `1A2B3C4D-5E6F-…`: UUIDs, and the groups of licence keys. */
const grouped = /^[A-Za-z0-9]{4,12}(?:-[A-Za-z0-9]{4,12}){2,7}$/;

/** Drawn by a machine: a UUID, or letters and digits in a run that no identifier has. */
function looksIssued(value: string): boolean {
  const kinds = kindsIn(value);
  if ((kinds & digit) === 0) return false;
  if (value.includes('-') && grouped.test(value) && countOf(value, digit) >= 6) return true;
  if ((kinds & letter) === 0 || !hasMoreThan(5, value) || /[/.]{2}/.test(value)) return false;
  const isPlain = (kinds & ~(letter | digit)) === 0;
  const digits = countOf(value, digit);
  if (isPlain && digits >= 4) return true;
  return randomBits(value) >= surelyRandom || (/^[\w-]{20,}$/.test(value) && digits >= 8 && (value.match(/\d+/g) ?? []).length >= 4);
}
