// Credentials that no provider's format gives away: a name that says secret, and a value that looks like one.

import { alphabetOf, endOfRun } from '../alphabet.ts';
import { once } from '../once.ts';
import { remember } from '../remember.ts';
import { kindOfName, type NameKind } from '../scan/reasons/name.ts';
import { splitWords } from '../scan/reasons/split-words.ts';
import { randomBits, surelyRandom } from '../scan/reasons/surprise.ts';
import { assignmentPattern } from './assignment.ts';
import { formOfValues, mayBeAssigned } from './assignment-glance.ts';
import { keyCharacters, noBare, passwordCharacters } from './key-characters.ts';
import { isOtherText } from './no-key.ts';
import { isNoValue } from './no-value.ts';
import { providerOfName } from './provider-of-name.ts';
import { providers } from './providers.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';
import { surroundings } from './surroundings.ts';
import { passwordInPlace } from './told-passwords.ts';
import { withPattern } from './with-pattern.ts';

/** Asked in this order: what refuses most at the least cost comes first. */
const keywords = ['key', 'secret', 'token', 'auth', 'cred', 'jwt', 'bearer', 'otp'];

/** In English, and in languages whose words for it stand for nothing else. */
const passwordWords = ['pass', 'pwd', 'pswd', '_pw', 'bindpw', 'rootpw', 'senha', 'contrasena', 'kennwort', 'wachtwoord', 'sifre'];

const keyForm = formOfValues(keyCharacters.quoted, keyCharacters.bare, 8);
const passwordForm = formOfValues(passwordCharacters.quoted, passwordCharacters.bare, 5);

export const genericRules: readonly Rule[] = [
  withPattern(
    {
      id: 'generic-api-key',
      title: 'Key, token or secret with a telling name',
      provider: 'generic',
      kind: 'secret',
      keywords,
      reach: 1024,
      glance: (text, keyword) => mayBeAssigned(text, keyword, keyForm),
      refuses: (text, keyword) => kindFrom(text, keyword) === 'denied',
      confidence: 'likely',
      check: keyIsNamed,
      doubts: ['name', 'bare', ...surroundings, 'translation', 'uuid', 'digest', 'entropy', 'random', 'test-path'],
      source: 'https://cwe.mitre.org/data/definitions/798.html',
    },
    () => assignmentPattern({ words: keywords, quoted: `${keyCharacters.quoted}{8,900}`, bare: `${keyCharacters.bare}{8,900}` }),
  ),
  withPattern(
    {
      id: 'generic-password',
      title: 'Password in code or configuration',
      provider: 'generic',
      kind: 'password',
      keywords: passwordWords,
      glance: (text, keyword) => mayBeAssigned(text, keyword, passwordForm),
      refuses: (text, keyword) => kindFrom(text, keyword) !== 'password',
      confidence: 'likely',
      check: passwordIsNamed,
      doubts: ['password-name', 'bare', ...surroundings, 'translation', 'uuid', 'digest', 'words', 'test-path'],
      source: 'https://cwe.mitre.org/data/definitions/259.html',
    },
    () =>
      assignmentPattern({
        words: [...passwordWords, 'bindPW'],
        quoted: `${passwordCharacters.quoted}{5,120}`,
        // `&` is a part of passwords, but not where it begins the next parameter or command.
        bare: `(?:[^${noBare}&]{5,120}(?=&(?:amp;)?[\\w.-]{1,30}=|&&)|${passwordCharacters.bare}{5,120})`,
      }),
  ),
];

/** What the name from the keyword on says: `password_hash` of `password_hash('sha512', …)`, whatever the whole is assigned to. */
function kindFrom(text: string, keyword: number): NameKind {
  return kindOfMatched(text.slice(keyword, endOfRun(text, keyword, longestName, nameCharacters)));
}

const nameCharacters = alphabetOf(/[\w.$-]/);

/** More than the pattern allows: what is longer matches nothing. */
const longestName = 80;

const kindOfMatched = remember(1_000, (name): NameKind => kindOfName(name.replace(comparing, '')));

/** Methods that compare what they are called on with a literal: `password.equals("…")`. */
const comparing = /\.(?:equals(?:IgnoreCase)?|compareTo|eql|isEqual\w{0,8})$/i;

function keyIsNamed(context: MatchContext): Verdict | undefined {
  return kindFrom(context.match, 0) === 'denied' || isNoKey(context) || isOtherText(context) || isNoValue(context)
    ? undefined
    : new NamedKey(context);
}

/** Whose key it is: the whole name is dear to read, and most keys are refused before anybody asks. */
class NamedKey implements Verdict {
  readonly confidence = 'likely';
  readonly #context: MatchContext;

  constructor(context: MatchContext) {
    this.#context = context;
  }

  get provider(): string | undefined {
    return ownerOfName(this.#context.name).provider;
  }

  get facts(): readonly string[] {
    return ownerOfName(this.#context.name).facts;
  }
}

interface Owner {
  readonly provider: string | undefined;
  readonly facts: readonly string[];
}

/** What is longer than most keys: certificates, public keys, pictures, ciphertexts; private keys have rules of their own. */
function isNoKey({ secret, match, line }: MatchContext): boolean {
  if (secret.length <= 300) return codeMarks.test(secret) && !isDrawnFromAll(secret);
  if (/^(?:MI[A-Z]|AAAA|LS0tLS|iVBOR|R0lGOD|\/9j\/|PHN2Z|data:)/.test(secret)) return true;
  return /(?:encrypted|wrapped|sealed|cipher)\w{0,20}$/i.test(line.slice(0, Math.max(0, line.indexOf(match))));
}

/** Brackets and separators: an expression, a pattern or a list, unless a generator drew it from all of ASCII. */
const codeMarks = /[<>[\]{},;]/;

function isDrawnFromAll(secret: string): boolean {
  return secret.length >= 12 && /[a-z]/.test(secret) && /[A-Z]/.test(secret) && /\d/.test(secret) && randomBits(secret) >= surelyRandom;
}

/** Names come again and again. */
const ownerOfName = remember(1_000, (name): Owner => {
  const service = providerOfName(name);
  const titles = service ? [service.title] : splitWords(name).flatMap(word => titlesByWord().get(word) ?? []);
  return { provider: service?.id, facts: titles.map(title => `the name says ${title}`) };
});

/** What a name may say of whose key it is. Made for the first key: the list of services is long. */
const titlesByWord = once(
  (): ReadonlyMap<string, string> => new Map(providers().flatMap(({ words = [], title }) => words.map(word => [word, title] as const))),
);

function passwordIsNamed(context: MatchContext): Verdict | undefined {
  return kindFrom(context.match, 0) === 'password' && !isVerdict(context) && !isNoValue(context) ? passwordInPlace(context) : undefined;
}

/** `ratingPass: "Buena"` beside `ratingFail: …`: what was passed. */
function isVerdict({ name, near }: MatchContext): boolean {
  const [, before] = /([a-z]\w{1,40})Pass$/.exec(name) ?? [];
  return before !== undefined && near(`${before.toLowerCase()}fail`);
}
