// What the two halves of a file's key are called, as dotenvx has it: `.env.production` is locked by DOTENV_PUBLIC_KEY_PRODUCTION.
// https://dotenvx.com/docs/features/encryption

export interface KeyNames {
  /** In the file itself. */
  readonly publicKeyName: string;
  /** Beside it, or in the environment of whoever runs a program. */
  readonly privateKeyName: string;
}

const publicStart = 'DOTENV_PUBLIC_KEY';
const privateStart = 'DOTENV_PRIVATE_KEY';

/** Of a file that has no key yet. */
export function keyNamesFor(fileName: string): KeyNames {
  const name = fileName.toLowerCase();
  const file = name.startsWith('.env') && name.endsWith('.txt') ? name.slice(0, -4) : name;
  if (file === '.env') return { publicKeyName: publicStart, privateKeyName: privateStart };
  const [first, second] = file.split('.').slice(2);
  const environment = [first, second].filter(part => part !== undefined).join('_') || file.replace('.env', 'development');
  return namesWith(`_${environment.toUpperCase()}`);
}

/** Of a file that names its key: that wins over the file's name. */
export function keyNamesOf(publicKeyName: string): KeyNames {
  return namesWith(publicKeyName.slice(publicStart.length));
}

export function isPublicKeyName(name: string): boolean {
  return name.startsWith(publicStart);
}

export function isPrivateKeyName(name: string): boolean {
  return name.startsWith(privateStart);
}

function namesWith(ending: string): KeyNames {
  return { publicKeyName: publicStart + ending, privateKeyName: privateStart + ending };
}
