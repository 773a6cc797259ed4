// Strings whose body is the lines after their opening, up to a line with a tag.

import type { HeredocForm, Language, StringForm } from '../languages/language.ts';

export interface Heredoc {
  readonly tag: string;
  /** How its body is read. */
  readonly body: StringForm;
}

/** The heredocs of a text whose opening was read and whose body was not yet. */
export class Heredocs {
  readonly #text: string;
  readonly #forms: readonly HeredocForm[];
  /** Where each tag's closing line was last found, and from where on that holds; nowhere is infinity. */
  readonly #closings = new Map<string, { readonly from: number; readonly line: number }>();
  #pending: Heredoc[] = [];

  constructor(text: string, { heredocs = [] }: Language) {
    this.#text = text;
    this.#forms = heredocs;
  }

  /** The end of the opening at `at`; `undefined` when none is there, or its body never closes. */
  open(at: number): number | undefined {
    // `<<<` is a here-string in the shell.
    if (this.#text.charAt(at) !== '<' || this.#text.charAt(at - 1) === '<') return undefined;
    for (const form of this.#forms) {
      form.open.lastIndex = at;
      const match = form.open.exec(this.#text);
      const { tag, quote = '' } = match?.groups ?? {};
      if (match === null || tag === undefined) continue;
      if (this.closingLine(tag, at) === undefined) return undefined;
      this.#pending.push({ tag, body: bodyForm(form, quote) });
      return at + match[0].length;
    }
    return undefined;
  }

  /** Those whose bodies follow the line, in order. */
  take(): readonly Heredoc[] {
    const taken = this.#pending;
    if (taken.length > 0) this.#pending = [];
    return taken;
  }

  /** Where the line with the closing tag begins, from a line end on. */
  closingLine(tag: string, from: number): number | undefined {
    const known = this.#closings.get(tag);
    const line = known !== undefined && known.from <= from && from < known.line ? known.line : this.#find(tag, from);
    if (line !== known?.line) this.#closings.set(tag, { from, line });
    return line === Infinity ? undefined : line;
  }

  #find(tag: string, from: number): number {
    const closing = new RegExp(`\\n[ \\t]*${tag}(?!\\w)`, 'g');
    closing.lastIndex = from;
    const match = closing.exec(this.#text);
    return match === null ? Infinity : match.index + 1;
  }
}

function bodyForm({ body, literalQuotes }: HeredocForm, quote: string): StringForm {
  const isLiteral = quote !== '' && literalQuotes.includes(quote);
  return { open: '', close: '', multiline: true, ...(!isLiteral && body) };
}
