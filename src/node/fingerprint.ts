// Keyed one-way hashes of values. The key (salt) is the project's own, so that a word list alone cannot undo a fingerprint.

import { createHash, createHmac, randomBytes } from 'node:crypto';

/** HMAC-SHA-256 under the salt, the first 32 hex digits: enough to tell values apart, too little to be worth more. */
export function createFingerprint(saltHex: string): (value: string) => string {
  const key = Buffer.from(saltHex, 'hex');
  return value => createHmac('sha256', key).update(value, 'utf8').digest('hex').slice(0, 32);
}

/** As other tools' baselines hold it: unsalted. It is compared in memory and never told. */
export function sha1(value: string): string {
  return createHash('sha1').update(value, 'utf8').digest('hex');
}

/** 32 random bytes, hex. */
export function newSalt(): string {
  return randomBytes(32).toString('hex');
}
