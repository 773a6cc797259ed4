// Whether a value looks drawn by chance, reads like words, or could be either.

import { digit, hexDigit, kindsIn } from './characters.ts';
import { fillsInVariables } from './fills-in-variables.ts';
import { believe, type Candidate, type Check, doubt, type Opinion, refuse } from './reason.ts';
import { isOfWords } from './split-words.ts';
import { isStopgap } from './stopgap.ts';
import { randomBits } from './surprise.ts';

/** Chance explains the value better than a writer by a factor of about a thousand. */
const surely = 10;

/** For keys and tokens, which machines make: words are refused, and what could be either is doubted. People make up secrets, too. */
export const random: Check = candidate => {
  const { value } = candidate;
  const bits = randomBits(value);
  if (bits < surely && (isMadeUp(candidate) || (value.length >= 12 && ofAllKinds.test(value)))) return undefined;
  if (bits <= 0) return refuse('reads like words');
  if (bits < surely) return doubt('could be made of words');
  return isHex(value) ? undefined : believe('looks random');
};

/** `M+bQf-ad$-%@8Wt7`: capitals, small letters, digits and marks among each other. */
const ofAllKinds = /^(?=(?:[^!@#$^&*~]*[!@#$^&*~]){2})(?=[^\d]*\d)(?=[^a-z]*[a-z])(?=[^A-Z]*[A-Z])[!-~]{12,64}$/;

/** Names of keys that people make up for a program of their own; those of services are drawn by machines. */
const ownKey =
  /(?:secret|(?:secret|encrypt(?:ion)?|aes|des|crypt(?:o)?|signing|signature|hmac|jwt|master|cipher)_?-?key|(?:secret|password)_?-?salt)$/i;

/** `Jedi228force`: no joints, and digits that belong to no algorithm's name. */
const glued = /^(?=[A-Za-z])(?=.*[A-Za-z]{3})(?:[A-Za-z0-9]{8,}|(?=.*[!@#$%^&*])[A-Za-z0-9!@#$%^&*]{8,})$/;
const algorithms = /(?:aes|des|sha|md|rsa|[hrep]s|utf|base|oauth|pkcs|x|ed|v|key|part|level|step|test|dev|prod)[-_]?\d{1,4}/gi;

/** What the value looks like is asked first: a name is dear to read, and most values are names themselves. */
function isMadeUp(candidate: Candidate): boolean {
  const { value } = candidate;
  if (isMarked(candidate) && /secret$/i.test(candidate.name)) return true;
  const isCounted = sizes.has(value.length) && counted.test(value);
  if (!isCounted && !isGlued(value) && !isPhrase(value)) return false;
  const { name, left } = candidate;
  // Deployments call by that name what they refer to.
  if (/^secret$/i.test(name) && !/["'`]$/.test(left)) return false;
  if (!ownKey.test(name) || isStopgap(value)) return false;
  return (isCounted && ofCipher.test(name)) || isGlued(value) || isPhrase(value);
}

function isGlued(value: string): boolean {
  return (kindsIn(value) & digit) !== 0 && glued.test(value) && /\d.*\d/.test(value.replace(algorithms, ''));
}

/** AES takes keys of so many characters: who writes one of words counts them. */
const ofCipher = /(?:aes|encrypt(?:ion)?|crypto?|cipher)_?-?key$/i;
const sizes: ReadonlySet<number> = new Set([16, 24, 32]);
const counted = /^(?![a-z]+$)[A-Za-z]{1,12}[^\s_.:/-]+$/;

/** `keep-the-lights-on-in-harbour-street`: more words than a setting's name has. */
function isPhrase(value: string): boolean {
  if (value.length < 24 || !/^[A-Za-z0-9]+(?:[-_!@#$]+[A-Za-z0-9]+)*[!@#$]*$/.test(value)) return false;
  let words = 0;
  return isOfWords(value, ({ length }) => length < 2 || ++words > 0) && words >= leastOfPhrase;
}

/** So many words joined are a phrase that somebody made up. */
export const leastOfPhrase = 5;

/** Digests, identifiers and test vectors are hex too: chance is no reason to believe there. */
function isHex(value: string): boolean {
  return value !== '' && (kindsIn(value) & ~hexDigit) === 0;
}

/** For passwords, which people make: words are doubted only. */
export const words = (candidate: Pick<Candidate, 'value' | 'uri'>): Opinion | undefined => {
  const { value } = candidate;
  const bits = readBits(value);
  if (bits >= surelyForPasswords) return believe('looks random');
  if (mixed.test(value) || (joinedWords.test(value) && !/pass|pwd/i.test(value)) || isMarked(candidate)) return undefined;
  if (bits <= 0) return doubt('reads like words');
  return /^(?:[a-z]+|[A-Z]+)$/.test(value) ? doubt('could be a word') : undefined;
};

/** `p@ssw0rd` and `s3cr3t` are words to whoever reads them. */
function readBits(value: string): number {
  const spelled = value.replace(/(?<=^|[A-Za-z][0-9@$!]?)[0134578@$!](?=[0-9@$!]?[A-Za-z])/g, sign => letterOf[sign] ?? sign);
  const bits = randomBits(value);
  return spelled === value ? bits : Math.min(bits, randomBits(spelled) + spellingBits);
}

const letterOf: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b', '@': 'a', $: 's', '!': 'i' };

/** What a writer pays for spelling a word with other signs. */
const spellingBits = 3;

/** A name that says password speaks for the value as well. */
const surelyForPasswords = 7;

/** `hunter2024`, `Summer-2024!`: letters and digits without a joint between, or with a mark that no identifier has. */
const mixed = /^(?=.*[A-Za-z])(?=.*\d)(?:[A-Za-z0-9!@#$%^&*?~+=]{7,}|(?=.*[!@#$%^&*?~+=]).{8,})$/;

/** `Berlin_Rocket3`, `Granite-winter55`: capitals inside and a number behind. What is called so is in one case, or camel's. */
export const joinedWords = /^(?=.{8,40}$)[A-Z][a-z]+[-_.][A-Za-z]*[a-z]\d{1,4}$/;

/** `open$sesame`, `sunflower#`: a mark that neither joins words nor ends a sentence. */
const marked = /^(?=.{8})[A-Za-z][\w-]*(?:[!#$%^*~@][\w-]*[A-Za-z0-9]|[!#$%])$/;

function isMarked({ value, uri }: Pick<Candidate, 'value' | 'uri'>): boolean {
  return marked.test(value) && !(value.includes('$') && fillsInVariables(uri));
}
