// Keyed one-way hashes of values, as node/fingerprint.ts makes them: browsers have no hash that answers at once.

import { hmac } from '@noble/hashes/hmac.js';
import { sha1 as hashSha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** HMAC-SHA-256 under the salt, the first 32 hex digits. */
export function createFingerprint(saltHex: string): (value: string) => string {
  const key = hexToBytes(saltHex);
  return value => bytesToHex(hmac(sha256, key, utf8ToBytes(value))).slice(0, 32);
}

/** As other tools' baselines hold it: unsalted. It is compared in memory and never told. */
export function sha1(value: string): string {
  return bytesToHex(hashSha1(utf8ToBytes(value)));
}

/** 32 random bytes, hex. */
export function newSalt(): string {
  return bytesToHex(randomBytes(32));
}
