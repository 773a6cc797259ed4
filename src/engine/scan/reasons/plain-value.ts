// Numbers, dates, versions, colours, booleans, object identifiers: values that everyone can read and nobody hides.

import { alphabetOf, isAt } from '../../alphabet.ts';
import { isCodeFile } from './bare.ts';
import { kindOfName } from './name.ts';
import { type Candidate, type Check, type Opinion, refuse } from './reason.ts';

const number =
  /^[+-]?(?:0x[0-9a-f_]{1,16}|0b[01]+|0o[0-7]+|[\d_]{1,3}(?:[,_]\d{3})+|\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?:px|r?em|%|ms|s|m|h|d|kb|mb|gb|[ul]{1,3}|[iu](?:8|16|32|64|128|size)|f(?:32|64)?)?$/i;
const date = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ].*)?$|^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$|^\d{1,2}:\d{2}(?::\d{2})?/;
const version = /^(?:[=~^]=?)?v?\d+(?:\.\d+){1,}(?:[-+.][\w.-]{0,60})?$/;
/** Curves and digests: `secp256k1`, `x5t#S256`. */
const algorithm = /^(?:secp\d{3}[kr]\d|x5t#S256|prime256v1|curve25519)$/i;
const colour = /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i;
/** `X-XSRF-TOKEN`, `X-Shop-Kms-Sealed-Key-S3`. */
const header = /^[Xx](?:-(?:[A-Z]?[a-z]{1,20}|[A-Z]{1,12})\d?){1,12}$/;
/** How mail writes what is not ASCII (RFC 2047). */
const encodedWord = /^=\?[\w-]{1,20}\?[BQ]\?/i;
const word = /^(?:true|false|yes|no|on|off|null|nil|none|undefined|nan|optional|required|enabled|disabled|n\/a)$/i;

const longestWord = 9;

/** No number, date, version or colour begins so. */
const wordStarts = alphabetOf(/[A-Za-uw-z]/);

/** Longer digit strings may be secrets (older tokens are), shorter ones are counts, times and one-time codes. */
const longNumber = 24;

/** What a name says is a key or token may be digits from here on: times in milliseconds have 13. */
const longNumberOfKey = 15;

export const plainValue: Check = candidate => {
  const { value } = candidate;
  if (header.test(value)) return refuse('is the name of a header');
  if (isAt(value, 0, wordStarts)) return value.length <= longestWord ? readWord(value) : undefined;
  if (encodedWord.test(value)) return refuse('is a word of a mail');
  if (number.test(value) && value.length < (isKey(candidate) ? longNumberOfKey : longNumber) && !isPassword(candidate))
    return refuse('is a number');
  if (date.test(value) || version.test(value)) return refuse('is a date or a version');
  if (colour.test(value)) return refuse('is a colour');
  return readWord(value);
};

function readWord(value: string): Opinion | undefined {
  if (algorithm.test(value)) return refuse('is the name of an algorithm');
  return word.test(value) ? refuse('is a plain word like true or none') : undefined;
}

/**
 * Digits under a password's name, in quotes or in settings, or between a user and a host: codes of errors and amounts are shorter or
 * rounder.
 */
function isPassword({ value, name, left, next, uri }: Candidate): boolean {
  if (!/^\d{6,}$/.test(value) || /0{4}/.test(value)) return false;
  if (next === '@') return userInfo.test(left.slice(-100));
  const isWhole = /["'`]/.test(next) ? left.endsWith(next) : /^[\r\n]?$/.test(next) && !isCodeFile(uri);
  return isWhole && kindOfName(name) === 'password';
}

const userInfo = /:\/\/[^\s/:@]{1,80}:$/;

/** Round numbers are amounts and limits, whatever they are called. */
function isKey({ value, name }: Candidate): boolean {
  return kindOfName(name) === 'key' && /^\d+$/.test(value) && !/0{5}/.test(value);
}
