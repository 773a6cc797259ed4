// Whether a value looks drawn by chance, reads like words, or could be either.

import { hexDigit, kindsIn } from './characters.ts';
import { fillsInVariables } from './fills-in-variables.ts';
import { believe, type Candidate, type Check, doubt, type Opinion, refuse } from './reason.ts';
import { randomBits } from './surprise.ts';

/** Chance explains the value better than a writer by a factor of about a thousand. */
const surely = 10;

/** For keys and tokens, which machines make: words are refused, and what could be either is doubted. People make up secrets, too. */
export const random: Check = candidate => {
  const { value } = candidate;
  const bits = randomBits(value);
  if (bits < surely && isMarked(candidate) && /secret$/i.test(candidate.name)) return undefined;
  if (bits <= 0) return refuse('reads like words');
  if (bits < surely) return doubt('could be made of words');
  return isHex(value) ? undefined : believe('looks random');
};

/** Digests, identifiers and test vectors are hex too: chance is no reason to believe there. */
function isHex(value: string): boolean {
  return value !== '' && (kindsIn(value) & ~hexDigit) === 0;
}

/** For passwords, which people make: words are doubted only. */
export const words = (candidate: Pick<Candidate, 'value' | 'uri'>): Opinion | undefined => {
  const { value } = candidate;
  const bits = readBits(value);
  if (bits >= surelyForPasswords) return believe('looks random');
  if (mixed.test(value) || isMarked(candidate)) return undefined;
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

/** `open$sesame`, `sunflower#`: a mark that neither joins words nor ends a sentence. */
const marked = /^(?=.{8})[A-Za-z][\w-]*(?:[!#$%^*~@][\w-]*[A-Za-z0-9]|[!#$%])$/;

function isMarked({ value, uri }: Pick<Candidate, 'value' | 'uri'>): boolean {
  return marked.test(value) && !(value.includes('$') && fillsInVariables(uri));
}
