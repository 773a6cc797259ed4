// Puts a variable into the text of an environment file. Everything else in it stays as it is: order, comments, line ends.

import { type Phrase, phrase } from '../phrase.ts';
import { type Definition, readDefinitions } from '../usages/read-definitions.ts';
import { type QuotedValue, quoteValue } from './quote-value.ts';

export type SetVariable =
  | {
      readonly kind: 'written';
      readonly text: string;
      /** Programs read the value back exactly; a shell that sources the file does not. */
      readonly exceptShells: boolean;
    }
  /** The variable has this value already. */
  | { readonly kind: 'same' }
  /** The variable has another value: it is never overwritten. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'refused'; readonly reason: Phrase };

/** An empty placeholder (`NAME=`) is filled; otherwise the variable goes to the end. */
export function setVariable(text: string, name: string, value: string): SetVariable {
  return putVariable(text, name, value, quoteValue(value));
}

/** The same for a value whose form in the file is known. */
export function putVariable(text: string, name: string, value: string, quoted: QuotedValue): SetVariable {
  if (!/^[A-Za-z_]\w*$/.test(name)) return { kind: 'refused', reason: phrase('“{0}” is not a name for an environment variable.', name) };
  const before = readDefinitions(text);
  // Readers take the last of several.
  const known = before.findLast(definition => definition.name === name);
  if (known !== undefined && known.value !== '') return { kind: known.value === value ? 'same' : 'conflict' };
  if (quoted.kind === 'refused') return quoted;
  const written = known === undefined ? append(text, `${name}=${quoted.text}`) : fill(text, known, quoted.text);
  const isOpen = before.some(definition => leavesQuoteOpen(text, definition));
  const isKept = written !== undefined && !isOpen && readsBack(written, before, name, value);
  return isKept
    ? { kind: 'written', text: written, exceptShells: quoted.exceptShells }
    : { kind: 'refused', reason: phrase('The environment file is written in a way that {0} cannot be added to safely.', name) };
}

/** The name without a value, for `.env.example`. */
export function addPlaceholder(text: string, name: string): SetVariable {
  const isThere = readDefinitions(text).some(definition => definition.name === name);
  return isThere ? { kind: 'same' } : { kind: 'written', text: append(text, `${name}=`), exceptShells: false };
}

/** With the line ends the text has, and one at the end. */
export function append(text: string, line: string): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = text === '' || text.endsWith('\n') ? '' : newline;
  return `${text}${gap}${line}${newline}`;
}

/** `undefined` when the placeholder's quotes make a mere insertion wrong. */
function fill(text: string, { nameSpan }: Definition, quoted: string): string | undefined {
  const lineEnd = text.slice(nameSpan.end).search(/\r?\n|$/);
  const rest = text.slice(nameSpan.end, nameSpan.end + lineEnd);
  const placeholder = /^(?<sign>[ \t]*=[ \t]*)(?:""|'')?(?<comment>[ \t]*(?:#.*)?)$/.exec(rest)?.groups;
  if (placeholder === undefined) return undefined;
  const { sign = '=', comment = '' } = placeholder;
  const gap = comment.startsWith('#') ? ' ' : '';
  return text.slice(0, nameSpan.end) + sign.trimEnd() + quoted + gap + comment + text.slice(nameSpan.end + lineEnd);
}

/** Every other variable must mean what it meant: a quote left open above would swallow the new line. */
function readsBack(text: string, before: readonly Definition[], name: string, value: string): boolean {
  const after = readDefinitions(text);
  const others = (list: readonly Definition[]) =>
    list.filter(definition => definition.name !== name).map(({ name: other, value: kept }) => `${other}=${kept}`);
  return after.findLast(definition => definition.name === name)?.value === value && others(after).join('\n') === others(before).join('\n');
}

/** Readers disagree about a quote that does not close on its line: some take it as it stands, some go on to the next one. */
function leavesQuoteOpen(text: string, { value, valueSpan }: Definition): boolean {
  const quote = /^["'`]/.exec(value)?.[0];
  const isInsideQuotes = /["'`]/.test(text.charAt(valueSpan.start - 1));
  return quote !== undefined && !isInsideQuotes && !value.includes(quote, 1);
}
