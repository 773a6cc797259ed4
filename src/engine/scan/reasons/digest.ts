// Digests: hex or base64 beside a word for a hash, integrity strings of lock files, password hashes.

import { type Check, refuse } from './reason.ts';

/** `sha512-…` of lock files and script tags, `sha256:…` of images, `md5:…`. */
const integrity = /^(?:sha(?:1|224|256|384|512)|md5|blake2b?|h1)[-:=]/i;

/** The same with the beginning of the digest, where the value is only its end: `sha256=qaN-` before `fw_…`. */
const integrityBefore = /(?<![a-z])(?:sha-?(?:1|224|256|384|512)|md5)[-=:]["']?[\w+/-]{0,100}$/i;

/** `$2b$10$…`, `$argon2id$…`, `$6$…`, `$P$…`, `{SSHA}…`, `*…` (MySQL), `pbkdf2:…`, `SCRAM-SHA-256$…`: what a store keeps instead of the password. */
const stored =
  /^(?:\$(?:2[abxy]?|[156y]|argon2(?:i|d|id)|scrypt|pbkdf2[\w-]*|apr1|7|[PHS])\$|\{(?:[\w.-]{0,20}(?:SHA|MD5|CRYPT|PBKDF2|ARGON2)[\w.-]{0,12})\}|(?:pbkdf2|scrypt|bcrypt)[:_$]|HMAC-?SHA\d|SCRAM-SHA-?\d|md5[0-9a-f]{32}$|(?:md5|sha1|unsalted_\w{3,5})\$|\*[0-9A-F]{40}$)/i;

/** `"tests/etc/passwd": "…"`: the name is a file's. */
const fileBefore = /[\w.-]\/[\w./-]{1,200}["']\s{0,4}[:=]\s{0,4}["']$/;

/** Fingerprints that clients show: `AWX2:I27X:WQFX:IOMK`; and OpenPGP's, by which a private key is chosen. */
const fingerprint = /^(?:[0-9A-Z]{4}:){3,}[0-9A-Z]{4}$/;
const openPgp = /^(?:0x)?(?:[0-9A-F]{16}|[0-9A-F]{40})$/;
const ofOpenPgp = /private_?key|gpg|pgp/i;

/** An account of Ethereum: keys are longer. */
const account = /^0x[0-9a-f]{40}$/i;

const hex = /^(?:0x)?(?:[0-9a-f]{2}){4,64}$/i;

/** Words near the value that name what it is a digest of. */
const hashWords =
  /(?:^|[^a-z])(?:sha-?(?:1|2|224|256|384|512)|md5|crc(?:32)?|check-?sum|chksum|digest|integrity|e-?tag|fingerprint|thumbprint|commit|revision|rev|blob|tree|parent|git|hash(?:es|ed)?)(?![a-z])/i;

export const digest: Check = candidate => {
  const { value, left } = candidate;
  if (integrity.test(value)) return refuse('is a checksum, as lock files have');
  if (stored.test(value)) return refuse('is the stored hash of a password');
  if (integrityBefore.test(left.slice(-112))) return refuse('is a part of a checksum');
  if (fingerprint.test(value) || (openPgp.test(value) && ofOpenPgp.test(candidate.name))) return refuse('is the fingerprint of a key');
  if (!hex.test(value)) return undefined;
  if (account.test(value)) return refuse('is the address of an account');
  if (fileBefore.test(left.slice(-240))) return refuse('is the checksum of a file');
  const before = left.slice(-60).replace(/([a-z])([A-Z])/g, '$1_$2');
  return hashWords.test(candidate.name.replace(/([a-z])([A-Z])/g, '$1_$2')) || hashWords.test(before)
    ? refuse('is a checksum or hash: the words before it say so')
    : undefined;
};
