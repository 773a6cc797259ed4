// Encrypts and opens values the way dotenvx does: ECIES on secp256k1, HKDF-SHA256, AES-256-GCM.
// https://ecies.org/js/ describes it. The curve is a library's, since BoringSSL, which VS Code has in the place of OpenSSL, lacks it.

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { getPublicKey, getSharedSecret, utils } from '@noble/secp256k1';
import { encryptedPrefix, isEncryptedValue, type OpenedValue, type ValueCipher } from '../engine/env-file/encrypted/value-cipher.ts';

/** Sizes in bytes; the parts follow each other in this order, the ciphertext last. */
const pointSize = 65;
const nonceSize = 16;
const tagSize = 16;
/** What the library makes a private key of without bias. */
const seedSize = 48;

export const dotenvxCipher: ValueCipher = {
  newKeyPair() {
    const privateKey = newPrivateKey();
    return { publicKey: hex(getPublicKey(privateKey)), privateKey: hex(privateKey) };
  },
  publicKeyOf(privateKey) {
    const bytes = readPrivateKey(privateKey);
    return bytes && hex(getPublicKey(bytes));
  },
  encrypt(publicKey, value) {
    const receiver = readHex(publicKey);
    return receiver && utils.isValidPublicKey(receiver) ? encryptFor(receiver, value) : undefined;
  },
  decrypt(privateKey, encrypted) {
    const own = readPrivateKey(privateKey);
    const bytes = readEncrypted(encrypted);
    if (!bytes || !utils.isValidPublicKey(bytes.subarray(0, pointSize))) return { kind: 'malformed' };
    if (!own) return { kind: 'not opened' };
    const point = bytes.subarray(0, pointSize);
    return open(keyFor(point, getSharedSecret(own, point, false)), bytes);
  },
};

function encryptFor(receiver: Uint8Array, value: string): string {
  const ephemeral = newPrivateKey();
  const point = getPublicKey(ephemeral, false);
  const key = keyFor(point, getSharedSecret(ephemeral, receiver, false));
  const nonce = randomBytes(nonceSize);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagSize });
  const text = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
  const bytes = Buffer.concat([point, nonce, cipher.getAuthTag(), text]);
  // What cannot be opened must never take a value's place: a lone half of a surrogate pair does not survive UTF-8, for one.
  const opened = open(key, bytes);
  if (opened.kind !== 'opened' || opened.value !== value) throw new Error('An encrypted value does not open to what it was made of.');
  return encryptedPrefix + bytes.toString('base64');
}

/** Both ends come to the same key: the one by its private key, the other by that of the point. */
function keyFor(point: Uint8Array, shared: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.concat([point, shared]), '', '', 32));
}

function open(key: Buffer, bytes: Buffer): OpenedValue {
  const [nonceEnd, tagEnd] = [pointSize + nonceSize, pointSize + nonceSize + tagSize];
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(pointSize, nonceEnd), { authTagLength: tagSize });
    decipher.setAuthTag(bytes.subarray(nonceEnd, tagEnd));
    const text = Buffer.concat([decipher.update(bytes.subarray(tagEnd)), decipher.final()]);
    return { kind: 'opened', value: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(text) };
  } catch {
    // The tag does not fit: OpenSSL says no more than that.
    return { kind: 'not opened' };
  }
}

function readEncrypted(encrypted: string): Buffer | undefined {
  if (!isEncryptedValue(encrypted)) return undefined;
  const text = encrypted.slice(encryptedPrefix.length);
  const bytes = Buffer.from(text, 'base64');
  const isWhole = bytes.toString('base64').replace(/=+$/, '') === text.replace(/=+$/, '');
  return isWhole && bytes.length >= pointSize + nonceSize + tagSize ? bytes : undefined;
}

function newPrivateKey(): Uint8Array {
  return utils.randomSecretKey(randomBytes(seedSize));
}

function readPrivateKey(text: string): Uint8Array | undefined {
  const bytes = readHex(text);
  return bytes && utils.isValidSecretKey(bytes) ? bytes : undefined;
}

function readHex(text: string): Uint8Array | undefined {
  return /^(?:[0-9a-f]{2})+$/i.test(text) ? Buffer.from(text, 'hex') : undefined;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
