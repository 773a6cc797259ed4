// A Rust constant cannot be looked up: it becomes a static that is read on first use, and its uses borrow from that.

import { type Phrase, phrase } from '../../phrase.ts';
import type { Span } from '../../text.ts';
import type { CodeView } from '../code-view.ts';
import { withheld } from '../dialect.ts';
import type { TextEdit, Withheld } from '../plan.ts';
import { bracketsAround, codeBefore, statementBefore, usesOf } from '../surroundings.ts';
import { isPattern } from './rust-position.ts';

/** https://doc.rust-lang.org/std/sync/struct.LazyLock.html, since Rust 1.80 */
export function lazyStaticEdits(
  view: CodeView,
  span: Span,
  owned: string,
): { readonly kind: 'edits'; readonly edits: readonly TextEdit[] } | Withheld {
  const statement = withoutAttributes(statementBefore(view, span.start, false));
  const [, visibility, name] = /^(pub(?:\([^)]*\))?\s+)?(?:const|static)\s+(\w+)\s*:\s*&\s*(?:'static\s+)?str\s*=$/.exec(statement) ?? [];
  if (name === undefined || !/^\s*;/.test(view.code.slice(span.end)))
    return withheld(phrase('This constant is built from several parts, so a lookup cannot take its place.'));
  if (visibility !== undefined) return withheld(phrase('Other files may need {0} to be a constant: make it private first.', name));
  const [inner] = bracketsAround(view, span.start);
  if (inner !== undefined && /\b(?:impl|trait)\b[^;{}]*$/.test(codeBefore(view, inner.index, 500)))
    return withheld(phrase('An associated constant cannot be looked up.'));
  const start = view.code.lastIndexOf(statement, span.start);
  const declared = view.code.lastIndexOf(name, span.start);
  const uses = usesOf(view, name, declared);
  const reason = whyConstant(view, name, uses);
  if (reason !== undefined) return withheld(reason);
  const declaration = `static ${name}: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| ${owned})`;
  return {
    kind: 'edits',
    edits: [
      { span: { start, end: span.end }, newText: declaration },
      ...uses.map(use => ({ span: { start: use + name.length, end: use + name.length }, newText: '.as_str()' })),
    ],
  };
}

/** `#[allow(dead_code)]` before a declaration stays as it is. */
export function withoutAttributes(statement: string): string {
  return statement.replace(/^(?:#\[[^\]]*\]\s*)+/, '');
}

function whyConstant(view: CodeView, name: string, uses: readonly number[]): Phrase | undefined {
  const inFormat = new RegExp(`\\{${name}\\b`);
  const isFormatted = view.tokens.some(
    ({ kind, content }) => kind === 'string' && inFormat.test(view.text.slice(content.start, content.end)),
  );
  const isConstant = uses.some(
    use =>
      isPattern(view, { start: use, end: use + name.length }) ||
      /^(?:pub(?:\([^)]*\))?\s+)?(?:const|static|use)\b/.test(statementBefore(view, use, false)),
  );
  return isFormatted || isConstant ? phrase('{0} is used where a constant is needed.', name) : undefined;
}
