// Names are told to people, and a name can be a secret: a map by key, a reference with a token in its path. Such names are masked.

import { maskTokenName } from './mask-tokens.ts';
import { mask } from './secret.ts';
import { firstEndingAfter } from './span-search.ts';
import type { Span } from './text.ts';

/** How far from its place a name may stand. */
const reach = 400;

/** Shorter pieces of a secret are words by chance. */
const shortestPiece = 9;

/** The name with every secret in it masked, or masked as a whole where it is a piece of one. */
export type HideSecrets = (name: string, place: Span) => string;

/** `secrets` are sorted and do not overlap. */
export function hideSecretsOf(text: string, secrets: readonly Span[]): HideSecrets {
  return (name, place) => {
    if (name.length < shortestPiece) return name;
    let hidden = name;
    for (let index = firstEndingAfter(secrets, place.start - reach); index < secrets.length; index++) {
      const { start, end } = secrets[index] ?? place;
      if (start > place.end) break;
      const secret = text.slice(start, end);
      if (secret.includes(name)) return mask(name);
      if (secret.length >= shortestPiece) hidden = hidden.replaceAll(secret, mask(secret));
    }
    return maskTokenName(hidden);
  };
}
