// JSON Web Tokens that are no longer good, are good for ever, or for longer than the project allows.

import { phrase } from '../../phrase.ts';
import { claimsOf, dayOf, momentOf, never } from '../../rules/jwt-claims.ts';
import type { CheckedText } from './checked-text.ts';
import type { Sighting, TextCheck } from './text-check.ts';

const source = 'https://www.rfc-editor.org/rfc/rfc8725';

export const tokenExpired: TextCheck = {
  id: 'token-expired',
  family: 'tokens',
  title: 'Expired token in use',
  why: 'The token ended, so what uses it fails, and a place that holds one will hold the next. Let the program fetch a fresh token where it is needed instead of keeping one.',
  severity: 'information',
  source,
  isAboutKeys: true,
  find: text =>
    tokensIn(text).flatMap(({ expiry, sighting }) =>
      expiry < text.now ? [sighting(phrase('This token expired on {0}.', dayOf(expiry)))] : [],
    ),
};

export const tokenWithoutExpiry: TextCheck = {
  id: 'token-without-expiry',
  family: 'tokens',
  title: 'Token that never expires',
  why: 'A token without an expiry is good for whoever finds it until the key that signed it is replaced. Have it issued with an expiry, as short as the work allows.',
  severity: 'information',
  source,
  isAboutKeys: true,
  find: text =>
    tokensIn(text).flatMap(({ expiry, sighting }) =>
      expiry === never ? [sighting(phrase('This token never expires: have it issued with an expiry.'))] : [],
    ),
};

export const tokenLongLived: TextCheck = {
  id: 'token-long-lived',
  family: 'tokens',
  title: 'Token that lives too long',
  why: 'The longer a token is good, the longer a lost one can be used. A year is much for any token; `maxTokenDays` in `.keyhygiene.json` says what this project allows.',
  severity: 'information',
  source,
  isAboutKeys: true,
  find: text => {
    const most = text.policy.maxTokenDays ?? defaultDays;
    return tokensIn(text).flatMap(({ expiry, begin, sighting }) => {
      const days = Math.round((expiry - begin) / dayLength);
      const isLong = expiry !== never && begin !== never && expiry >= text.now && days > most;
      return isLong ? [sighting(phrase('This token is good for {0} days, and {1} are allowed.', days, most))] : [];
    });
  },
};

/** Of a leap year. */
const defaultDays = 366;
const dayLength = 86_400_000;

interface Token {
  /** Milliseconds since 1970, or never. */
  readonly expiry: number;
  readonly begin: number;
  readonly sighting: (message: Sighting['message']) => Sighting;
}

function tokensIn(text: CheckedText): readonly Token[] {
  return text.findings.flatMap(({ ruleId, span, fingerprint }): readonly Token[] => {
    const value = ruleId.includes('jwt') ? text.slice(span) : '';
    const claims = value.startsWith('eyJ') ? claimsOf(value) : undefined;
    if (!claims) return [];
    const { exp, nbf, iat } = claims;
    const begin = momentOf(nbf) === never ? momentOf(iat) : momentOf(nbf);
    return [{ expiry: momentOf(exp), begin, sighting: message => ({ span, fingerprint, message }) }];
  });
}
