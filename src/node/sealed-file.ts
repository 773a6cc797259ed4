// A file of our own that tells nothing to whoever has not its key: compressed, encrypted and authenticated (AES-256-GCM,
// https://csrc.nist.gov/pubs/sp/800/38/d/final), readable for this user only, replaced in one step.

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { SealedFile } from '../engine/usages/sealed-file.ts';
import { errorCode } from './error-code.ts';

const nonceBytes = 12;
const tagBytes = 16;
const largestText = 512 * 1024 * 1024;

/** `secret` in hex. Two files never share a key: it is derived with the path. */
export function openSealedFile(path: string, secret: string): SealedFile {
  const key = Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'hex'), path, 'sealed file', 32));
  return {
    read: () => readSealed(path, key),
    write: text => writeSealed(path, key, text),
  };
}

async function readSealed(path: string, key: Buffer): Promise<string | undefined> {
  try {
    return (await promisify(gunzip)(open(await readFile(path), key), { maxOutputLength: largestText })).toString('utf8');
  } catch {
    return undefined; // not there, cut off, changed by somebody, or sealed with a key that is gone: all the same, it is made anew
  }
}

async function writeSealed(path: string, key: Buffer, text: string): Promise<string | undefined> {
  const draft = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(draft, seal(await promisify(gzip)(text, { level: 1 }), key), { mode: 0o600, flag: 'wx' });
    await rename(draft, path);
    return undefined;
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined); // on a disk that takes no change there is no draft either
    return errorCode(error);
  }
}

function seal(bytes: Buffer, key: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

function open(bytes: Buffer, key: Buffer): Buffer {
  const end = bytes.length - tagBytes;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes));
  decipher.setAuthTag(bytes.subarray(end));
  return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, end)), decipher.final()]);
}
