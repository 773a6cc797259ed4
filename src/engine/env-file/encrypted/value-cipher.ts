// What the engine is lent to write and read encrypted values: the cryptography and its chance live with the host (node/dotenvx-cipher.ts).

/** All of it in hex, as environment files and key files hold it. */
export interface KeyPair {
  /** Compressed: 66 digits. Anybody may have it: it locks and does not open. */
  readonly publicKey: string;
  /** 64 digits. In memory only. */
  readonly privateKey: string;
}

/** `malformed`: cut, or never one of ours. `not opened`: another key's, or somebody changed it; the two cannot be told apart. */
export type OpenedValue =
  | { readonly kind: 'opened'; readonly value: string }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'not opened' };

export interface ValueCipher {
  newKeyPair(): KeyPair;
  /** `undefined` for what is no private key. */
  publicKeyOf(privateKey: string): string | undefined;
  /** `encrypted:…`, another one each time; it was opened again before it is returned. `undefined` for what is no public key. */
  encrypt(publicKey: string, value: string): string | undefined;
  decrypt(privateKey: string, encrypted: string): OpenedValue;
}

/** https://dotenvx.com/docs/features/encryption */
export const encryptedPrefix = 'encrypted:';

export function isEncryptedValue(value: string): boolean {
  return value.startsWith(encryptedPrefix);
}
