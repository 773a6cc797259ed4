// Where neither C nor C++ takes an expression in a text's place.

import { type Phrase, phrase } from '../../phrase.ts';
import type { Span } from '../../text.ts';
import type { CodeView } from '../code-view.ts';
import { bracketsAround, characterAfter, codeBefore, usesOf } from '../surroundings.ts';
import { directiveAround, type Scope } from './c-scope.ts';

/** Of a literal, or of the use of a macro that stands for one. */
export function refuseText(view: CodeView, span: Span): Phrase | undefined {
  const { start, end } = span;
  const before = codeBefore(view, start);
  if (directiveAround(view, start) !== undefined) return phrase('The value is in a directive of the preprocessor.');
  if (isAdjacent(view, span, before)) return phrase('Neighbouring texts are joined to one here: make them one literal first.');
  if (/\b(?:sizeof|alignof|decltype|typeof)\s*\(?$/.test(before)) return phrase('The size of the text is taken when the program is built.');
  const inner = bracketsAround(view, start);
  if (inner.some(({ open, index }) => open === '[' && view.code.charAt(index - 1) === '['))
    return phrase('An attribute takes literals only.');
  for (const { open, index } of inner) {
    const callee = open === '(' ? (/\w+$/.exec(codeBefore(view, index))?.[0] ?? '') : '';
    if (/^(?:_Static_assert|static_assert|__attribute__|__declspec|asm|__asm__|_Pragma|deprecated|section)$/.test(callee))
      return literalOnly;
    if (/^(?:[A-Z][A-Z0-9_]+|QStringLiteral|QByteArrayLiteral|QLatin1StringView)$/.test(callee) && !checks.test(callee)) return literalOnly;
  }
  return isFormat(view, start) || /^\w/.test(view.code.slice(end)) ? phrase('A format string must be a literal.') : undefined;
}

const literalOnly = phrase('This macro takes literals only.');

/** Macros of test frameworks that compare what they are given. */
const checks = /^(?:EXPECT|ASSERT|CHECK|REQUIRE|INFO|CAPTURE|FAIL|LOG)(?:_[A-Z]+)*$/;

/** Beside another literal, or a macro that may be one. */
function isAdjacent(view: CodeView, { end }: Span, before: string): boolean {
  if (before.endsWith('"') || characterAfter(view, end) === '"' || /^\s+[A-Za-z_]/.test(view.code.slice(end))) return true;
  return /\w$/.test(before) && !/\b(?:return|else|case|throw|co_return|co_yield|co_await|do|sizeof|and|or|not)$/.test(before);
}

/** The first text in the brackets of `printf` and its kin. */
function isFormat(view: CodeView, start: number): boolean {
  const [inner] = bracketsAround(view, start);
  if (inner?.open !== '(' || view.code.slice(inner.index, start).includes('"')) return false;
  return /\b(?:\w*printf|\w*printf_s|\w*scanf|v?syslog|errx?|warnx?|strftime|NSLog|(?:std::)?v?format|(?:std|fmt)::print(?:ln)?)$/.test(
    codeBefore(view, inner.index),
  );
}

/** A character array is filled when the program is built. */
export function isCharacterArray({ declaration }: Scope): boolean {
  return /\bchar\s+(?:const\s+)?\w+\s*(?:\[[^\]]*\]\s*)+=?$/.test(declaration);
}

/** `const char name[] = "…"` may be a pointer as well, where nobody asks for its size: the place from `name` to `]`. */
export function arrayAsPointer(
  view: CodeView,
  { declaration, braces }: Scope,
  start: number,
): { readonly name: string; readonly span: Span } | undefined {
  const [, name] = /^(?:static\s+)?(?:const\s+char|char\s+const)\s+(\w+)\s*\[\s*\]\s*=$/.exec(declaration) ?? [];
  if (name === undefined || braces > 0 || characterAfter(view, start) !== '"') return undefined;
  const at = view.code.lastIndexOf(name, start);
  const isMeasured = usesOf(view, name, at).some(use =>
    /\b(?:sizeof|alignof|decltype|typeof)\s*\(?$|&$|\b(?:std::)?(?:size|begin|end|data|countof)\s*\($|:$|\b[A-Z_]{3,}\s*\($/.test(
      codeBefore(view, use),
    ),
  );
  if (isMeasured) return undefined;
  return { name, span: { start: at, end: view.code.indexOf(']', at) + 1 } };
}

/** A name of the file's own macro. */
export interface TextMacro {
  readonly name: string;
  readonly uses: readonly Span[];
}

/** `#define NAME "…"`, with nothing else in it; `undefined` for other places. */
export function textMacro(view: CodeView, span: Span): TextMacro | undefined {
  const directive = directiveAround(view, span.start);
  if (directive === undefined) return undefined;
  const [, name] = /^[ \t]*#[ \t]*define[ \t]+(\w+)[ \t]+\(?\s*$/.exec(view.code.slice(directive.start, span.start)) ?? [];
  if (name === undefined || !/^\s*\)?\s*$/.test(view.code.slice(span.end, directive.end))) return undefined;
  const declared = view.code.indexOf(name, directive.start + '#define'.length);
  return { name, uses: usesOf(view, name, declared).map(start => ({ start, end: start + name.length })) };
}
