// Writes a value so that the common readers of environment files read back exactly that value.

import { type Phrase, phrase } from '../phrase.ts';

export type QuotedValue =
  | {
      readonly kind: 'quoted';
      readonly text: string;
      /** Programs read the value back exactly; a shell that sources the file does not. */
      readonly exceptShells: boolean;
    }
  | { readonly kind: 'refused'; readonly reason: Phrase };

/**
 * Measured with npm dotenv, `node --env-file`, python-dotenv, Ruby's and Go's dotenv, phpdotenv, docker compose and `source` in a shell:
 * bare where every one of them agrees, else single quotes, else double quotes, else not at all. Bare comes first also
 * because `docker run --env-file` keeps quotes as a part of the value.
 */
export function quoteValue(value: string): QuotedValue {
  if (value === '') return refused(phrase('There is no value to store.'));
  if (/^[\w./:@%+,=-]+$/.test(value)) return quoted(value);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these cannot be written
  if (/[\u0000-\u0009\u000b-\u001f\u007f]/.test(value))
    return refused(phrase('The value contains control characters that an environment file cannot hold.'));
  // Between single quotes, some readers undo `\\` and `\'`, and python-dotenv fills in `${NAME}`.
  if (!/['\n]|\\\\|\\$|\$\{/.test(value) && !seemsToOpenLines(value)) return quoted(`'${value}'`);
  if (!/["$\\`]/.test(value)) return { ...quoted(`"${value.replaceAll('\n', '\\n')}"`), exceptShells: value.includes('\n') };
  return refused(phrase('The value mixes characters that readers of environment files disagree about: keep it in a file of its own.'));
}

/** phpdotenv takes `="` anywhere in a row for the start of several lines, unless another quote follows: then it gives up on the whole file. */
function seemsToOpenLines(value: string): boolean {
  return value.includes('="') && (value.match(/(?<!\\)"/g) ?? []).length === 1;
}

function quoted(text: string): Extract<QuotedValue, { kind: 'quoted' }> {
  return { kind: 'quoted', text, exceptShells: false };
}

function refused(reason: Phrase): QuotedValue {
  return { kind: 'refused', reason };
}
