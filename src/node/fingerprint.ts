// Keyed one-way hashes of values. The key (salt) is the project's own, so that a word list alone cannot undo a fingerprint.

import { once } from '../engine/once.ts';

/** HMAC-SHA-256 under the salt, the first 32 hex digits: enough to tell values apart, too little to be worth more. */
export function createFingerprint(saltHex: string | (() => string)): (value: string) => string {
  let key: Buffer | undefined;
  return value => {
    key ??= Buffer.from(typeof saltHex === 'string' ? saltHex : saltHex(), 'hex');
    return crypto().createHmac('sha256', key).update(value, 'utf8').digest('hex').slice(0, 32);
  };
}

/** As other tools' baselines hold it: unsalted. It is compared in memory and never told. */
export function sha1(value: string): string {
  return crypto().createHash('sha1').update(value, 'utf8').digest('hex');
}

/** 32 random bytes, hex. */
export function newSalt(): string {
  return crypto().randomBytes(32).toString('hex');
}

/** Not before something is hashed: to load it takes longer than to scan a file that holds no key. */
const crypto = once((): typeof import('node:crypto') => require('node:crypto'));
