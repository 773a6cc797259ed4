// Julia: `ENV["NAME"]`, which throws when the variable is unset, inside `$(…)` where the string held more than the key.

import { type Phrase, phrase } from '../../phrase.ts';
import type { CodeView } from '../code-view.ts';
import {
  type Dialect,
  type EnvironmentRequest,
  type FileContext,
  type Lookup,
  type Place,
  type Rewrite,
  rewriteTo,
  withheld,
} from '../dialect.ts';
import { concatenate, splice } from '../join.ts';
import type { Withheld } from '../plan.ts';
import { isWhole, type Literal } from '../read-literal.ts';
import { bracketsAround, characterBefore, codeBefore, lineBefore } from '../surroundings.ts';
import { headersAround } from './block-headers.ts';

export const juliaDialect: Dialect = { refuse, environmentLookup, rewrite };

function refuse({ code }: CodeView): Phrase | undefined {
  return /^[ \t]*(?:const\s+|global\s+)?ENV\s*=[^=]/m.test(code) ? phrase('Something else is named “{0}” in this file.', 'ENV') : undefined;
}

/** https://docs.julialang.org/en/v1/base/base/#Base.ENV */
function environmentLookup({ variable, style }: EnvironmentRequest): (quote: string) => Lookup {
  const expression = style === 'plain' ? `get(ENV, "${variable}", "")` : `ENV["${variable}"]`;
  return () => ({ expression, isAtomic: true, needs: [] });
}

function rewrite({ view, literal, lookup, context }: Place): Rewrite | Withheld {
  const reason = refuseForm(view, literal) ?? refusePosition(view, literal, context);
  if (reason !== undefined) return withheld(reason);
  const code = lookup('"');
  return rewriteTo([{ span: literal.span, newText: write(literal, code) }], code);
}

function write(literal: Literal, { expression }: Lookup): string {
  if (isWhole(literal)) return expression;
  return literal.form.holes === undefined ? `string(${concatenate(literal, ', ', expression)})` : splice(literal, `$(${expression})`);
}

/** The lines of a text in three quotes are indented as the least of them is, so that it is not taken apart. */
function refuseForm(view: CodeView, { form, span, pieces }: Literal): Phrase | undefined {
  if (form.holds === 'bytes') return phrase('The value is written as bytes.');
  if (form.holds === 'words') return phrase('The value is in a command: put it into a variable first.');
  const isRead = /\w/.test(view.code.charAt(span.start - 1)) || /\w/.test(view.code.charAt(span.end));
  if (isRead || (/(?:^|[\s([{,=])@\w[\w.!]*$/.test(codeBefore(view, span.start)) && !plainMacro.test(codeBefore(view, span.start))))
    return phrase('This macro takes literals only.');
  const isRawText = form.open === 'raw"""' && pieces.some(piece => piece.includes('\n'));
  // A backslash before the quote would escape it.
  const endsInBackslash = form.holes === undefined && pieces.some(piece => piece.endsWith('\\'));
  return isRawText || endsInBackslash ? phrase('This raw string has no place for a lookup: make it an ordinary one first.') : undefined;
}

const plainMacro = /@(?:show|info|warn|error|debug|assert|test|time|elapsed)$/;

function refusePosition(view: CodeView, { span }: Literal, { uri }: FileContext): Phrase | undefined {
  const { start, end } = span;
  const line = lineBefore({ text: view.code }, start);
  const isDocumentation =
    line.trim() === '' &&
    characterBefore(view, start) !== '=' &&
    /^[ \t\r]*\n[ \t]*(?:function|macro|struct|mutable|abstract|module|const|\w+\()/.test(view.code.slice(end)) &&
    bracketsAround(view, start).length === 0;
  if (isDocumentation) return phrase('The value is in a documentation string.');
  if (/\binclude\s*\($/.test(codeBefore(view, start))) return phrase('The value is in an import path.');
  const isPackage = /^[ \t]*(?:bare)?module\b/m.test(view.code) || uri.includes('/src/');
  return isPackage && !isInFunction(view, start)
    ? phrase('Code outside of functions runs when the package is precompiled: read the value in a function.')
    : undefined;
}

/** `function f(…)`, `f(x) = …`, `x -> …`, `do x` */
function isInFunction(view: CodeView, offset: number): boolean {
  const line = lineBefore({ text: view.code }, offset);
  return [line, ...headersAround(view, offset)].some(header =>
    /^\s*(?:@\w+\s+)?(?:function\b|[\w.!]+(?:\{[^}]*\})?\([^=]*\)\s*(?:::\s*[\w.{}]+\s*)?=(?!=))|->|\bdo\b/.test(header),
  );
}
