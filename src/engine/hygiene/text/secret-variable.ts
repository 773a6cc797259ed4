// Whether what a variable in code is called promises the key itself: `apiKey`, `db_password`, `GITHUB_TOKEN`. Stricter than for names in
// environment files: in code a `key` is mostly that of a map, and a `token` that of a parser.

import { splitWords } from '../../scan/reasons/split-words.ts';
import { providerOfVariable } from '../../usages/variable-provider.ts';

const alone: ReadonlySet<string> = new Set(['password', 'passwd', 'passphrase', 'secret', 'apikey']);

/** By last word: what must stand before it. */
const pairs: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['key', wordsOf('access account admin api auth consumer encryption hmac master private secret service signing subscription')],
  ['token', wordsOf('access api auth bearer bot deploy github gitlab jwt npm oauth personal refresh secret service slack vault')],
  ['pwd', wordsOf('admin database db ftp ldap mysql pg postgres redis root smtp user')],
  ['pass', wordsOf('admin database db ftp ldap mysql pg postgres redis root smtp')],
]);

/** Words that make it something about a key, or a key nobody can use. */
const denying: ReadonlySet<string> = new Set(
  `bad can change count encrypted fake forgot foreign has hash hashed hidden invalid is len mask masked missing needs new no num obfuscated public
  publishable redacted require required reset safe sanitized should show test truncated use valid wrong`.split(/\s+/),
);

export function isSecretVariable(name: string): boolean {
  if (name.length > 80) return false;
  const words = splitWords(name);
  const last = words.at(-1) ?? '';
  if (words.some(word => denying.has(word))) return false;
  if (alone.has(last) || (last === 'key' && words.length === 2 && words[0] === 'secret')) return true;
  if (pairs.get(last)?.has(words.at(-2) ?? '')) return true;
  return /^[A-Z][A-Z0-9_]*_(?:KEY|TOKEN)$/.test(name) && providerOfVariable(name) !== undefined;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
