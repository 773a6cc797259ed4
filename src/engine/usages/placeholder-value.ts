// Values of an environment file that stand for a value: nothing, `your-key-here`, `<token>`, `${OTHER}`, `changeme`, `xxxx`.

import { isEncryptedValue } from '../env-file/encrypted/value-cipher.ts';

const forms: readonly RegExp[] = [
  /^$/,
  /^[<[{(].*[>\]})]$/,
  /^\$(?:\{.*\}|\(.*\)|\w+)$/,
  /^%.*%$/,
  /^(.)\1*$/,
  /^(?:.{0,12}[-_])?x{3,}.*$/i,
  /\.\.\.$|\u2026$/,
  /(?:^|[^a-z])(?:your|change|replace|insert|enter|put|fill|add|paste|set)[-_ ]?(?:me|this|it|your|here|with|in|a|the|own|key|token|secret|password|value)/i,
  /(?:^|[^a-z])(?:example|placeholder|dummy|sample|todo|tbd|redacted|secret[-_ ]?here|key[-_ ]?here|token[-_ ]?here)(?:$|[^a-z])/i,
];

export function isPlaceholderValue(value: string): boolean {
  const trimmed = value.trim();
  // Of no use without the key to it.
  if (isEncryptedValue(trimmed)) return true;
  return trimmed.length <= 200 && forms.some(form => form.test(trimmed));
}
