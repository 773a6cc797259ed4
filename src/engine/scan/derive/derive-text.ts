// Everything that is written so that a scan of the plain text passes it by, as one text to scan.

import type { SourceText } from '../../text.ts';
import type { AsciiEncoder } from '../text-block.ts';
import type { WeighedMatch } from '../weigh-match.ts';
import { createBase64Sieve, type SieveBase64, searchBase64 } from './base64-sieve.ts';
import { decodeBase64Runs } from './decode-base64-runs.ts';
import { DerivedText } from './derived-text.ts';
import { joinLiterals } from './join-literals.ts';
import { unescapeValues } from './unescape.ts';

export type DeriveText = (source: SourceText) => DerivedText;

export function createDeriveText(encoder: AsciiEncoder | undefined): DeriveText {
  let sieve: SieveBase64 | undefined;
  let plainCharacters = plainlySearched;
  return source => {
    plainCharacters -= source.text.length;
    if (plainCharacters < 0) sieve ??= createBase64Sieve(encoder);
    const derived = new DerivedText();
    decodeBase64Runs(source.text, sieve ?? searchBase64, derived);
    joinLiterals(source, derived);
    unescapeValues(source, derived);
    return derived;
  };
}

/** So many characters are searched in less time than the sieve takes to make. */
const plainlySearched = 1 << 16;

/** A match in `text`, which is derived, told at its place in the source. */
export function toSource(weighed: WeighedMatch, derived: DerivedText, text: string): WeighedMatch | undefined {
  const origin = derived.originOf(weighed.match.secret);
  if (!origin) return undefined;
  return {
    ...weighed,
    match: { ...weighed.match, span: origin.span, secret: origin.span },
    facts: [...weighed.facts, origin.fact],
    decoded: text.slice(weighed.match.secret.start, weighed.match.secret.end),
  };
}
