// What people choose for a password, told from what they call things: `Summer2024`, `rT7!garden`, `kitten482`; not `client1`, `sha256`.

import { joinedWords } from '../scan/reasons/random.ts';

const algorithm =
  /^(?:(?:hmac|rsa|aes|sha|hs|rs|es|ps|eddsa|ed|x|ecdsa|secp|curve|md|utf|base|ascii|iso|oauth|http|tls|ssl|ipv|win|amd|arm|x86|mp|h|s|ec|vp|lz)[-_]?)\d{1,5}[a-z]{0,4}\d{0,4}$/i;

/** Marks that neither join the words of a name nor belong to an address, a path or a pattern. */
const marked = /^(?=.*[A-Za-z])(?=.*(?:\d|[A-Z].*[a-z]|[a-z].*[A-Z]))[\w.!#%^&*~+=?-]*[\w](?:[!#%^*~+?&]|@(?![\w-]+\.))[\w.!@#%^&*~+=?-]*$/;

/** Words with capitals and a year or another number behind, or a number between. */
const capitals = /^(?:[A-Z][a-z]+){1,3}\d{2,6}[A-Za-z]{0,6}$|^(?=[^A-Z]*[A-Z])(?=(?:[^a-z]*[a-z]){3})(?=(?:\D*\d){2})[A-Za-z0-9]{8,24}$/;

/** Letters and three digits or more. */
const numbered = /^[a-z]{3,16}\d{3,6}[a-z]{0,4}$/;

export function looksChosen(value: string): boolean {
  if (value.length < 6 || value.length > 40 || algorithm.test(value)) return false;
  return (value.length >= 7 && (numbered.test(value) || capitals.test(value))) || joinedWords.test(value) || marked.test(value);
}
