// Strings whose body is the lines after their opening, up to a line with a tag.

import type { HeredocForm, Language, StringForm } from '../languages/language.ts';

export interface Heredoc {
  readonly tag: string;
  /** Characters of the opening. */
  readonly length: number;
  /** How its body is read. */
  readonly body: StringForm;
}

/** The heredoc that opens here, if one does. */
export function openingAt(text: string, at: number, { heredocs = [] }: Language): Heredoc | undefined {
  // `<<<` is a here-string in the shell.
  if (text.charAt(at) !== '<' || text.charAt(at - 1) === '<') return undefined;
  for (const form of heredocs) {
    form.open.lastIndex = at;
    const match = form.open.exec(text);
    const { tag, quote = '' } = match?.groups ?? {};
    if (match !== null && tag !== undefined) return { tag, length: match[0].length, body: bodyForm(form, quote) };
  }
  return undefined;
}

/** Where the line with the closing tag begins, from a line end on. */
export function closingLine(text: string, tag: string, from: number): number | undefined {
  const closing = new RegExp(`\\n[ \\t]*${tag}(?!\\w)`, 'g');
  closing.lastIndex = from;
  const match = closing.exec(text);
  return match === null ? undefined : match.index + 1;
}

function bodyForm({ body, literalQuotes }: HeredocForm, quote: string): StringForm {
  const isLiteral = quote !== '' && literalQuotes.includes(quote);
  return { open: '', close: '', multiline: true, ...(!isLiteral && body) };
}
