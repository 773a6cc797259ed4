// What samples of credentials are made with: characters by chance, and a text around them.

import type { SeededRandom } from './seeded-random.ts';

export interface CredentialSample {
  readonly secret: string;
  /** A line (or lines) in which the rule fires on the secret. */
  readonly text: string;
}

export type Maker = (random: SeededRandom) => CredentialSample;

export const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
export const base64 = `${letters}+/`;
export const base64url = `${letters}-_`;

export function characters(random: SeededRandom, alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(random.below(alphabet.length))).join('');
}

/** Letters and digits, as generators make them. */
export function value(length: number): (random: SeededRandom) => string {
  return random => characters(random, letters, length);
}

export function alone(secretOf: (random: SeededRandom) => string): Maker {
  return within(secretOf, secret => secret);
}

export function within(secretOf: (random: SeededRandom) => string, textOf: (secret: string) => string): Maker {
  return random => {
    const secret = secretOf(random);
    return { secret, text: textOf(secret) };
  };
}
