// What a JSON Web Token says of itself, read offline. https://www.rfc-editor.org/rfc/rfc7519

import { decodeBase64Text } from '../base64.ts';

export type Claims = Readonly<Record<string, unknown>>;

/** The payload of a token. */
export function claimsOf(token: string): Claims | undefined {
  return readObject(token.split('.')[1] ?? '');
}

/** One of its parts that is an object: header or payload. */
export function readObject(part: string): Claims | undefined {
  const text = decodeBase64Text(part);
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Claims) : undefined;
  } catch {
    // Not JSON, so not a token: an expected answer, which the language gives by throwing.
    return undefined;
  }
}

export const never = Number.POSITIVE_INFINITY;

/** In milliseconds since 1970; what is not there, or no number, never comes. */
export function momentOf(seconds: unknown): number {
  return typeof seconds === 'number' ? seconds * 1000 : never;
}

/** Dates with more than four digits for the year are slips: of milliseconds taken for seconds, mostly. */
export const lastMoment = Date.UTC(9999, 11, 31);

export function dayOf(milliseconds: number): string {
  if (Math.abs(milliseconds) > lastMoment) return 'at an impossible date';
  return new Date(milliseconds).toISOString().slice(0, 10);
}
