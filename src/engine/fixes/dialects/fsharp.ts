// F#: a match on what `GetEnvironmentVariable` finds, in parentheses, added with `+` where the literal held more than the key.

import { type Phrase, phrase } from '../../phrase.ts';
import type { CodeView } from '../code-view.ts';
import { type Dialect, type EnvironmentRequest, type Lookup, type Place, type Rewrite, rewriteTo, withheld } from '../dialect.ts';
import { concatenate, splice } from '../join.ts';
import type { TextEdit, Withheld } from '../plan.ts';
import { isWhole, type Literal, quotePiece } from '../read-literal.ts';
import { sentToUsers } from '../sent-to-users.ts';
import { joinsOn, standsAloneOnLine } from '../stands-alone.ts';
import { bracketsAround, codeBefore, lineBefore, usesOf } from '../surroundings.ts';

export const fsharpDialect: Dialect = { refuse, environmentLookup, rewrite };

/** Fable compiles F# for browsers. */
function refuse({ code }: CodeView): Phrase | undefined {
  return /^[ \t]*open\s+(?:Fable\.(?:React|Core\.JsInterop)|Browser|Feliz|Elmish\.React|WebSharper)\b/m.test(code)
    ? sentToUsers
    : undefined;
}

function environmentLookup({ variable, style }: EnvironmentRequest): (quote: string) => Lookup {
  const plain = `System.Environment.GetEnvironmentVariable("${variable}")`;
  const required = `(match ${plain} with null | "" -> failwith "${variable} is not set" | value -> value)`;
  return () =>
    style === 'plain' ? { expression: plain, isAtomic: false, needs: [] } : { expression: required, isAtomic: true, needs: [] };
}

function rewrite({ view, literal, lookup }: Place): Rewrite | Withheld {
  const reason = refusePosition(view, literal);
  if (reason !== undefined) return withheld(reason);
  const constant = constantEdits(view, literal);
  if (constant.kind === 'withheld') return constant;
  const code = lookup('"');
  return rewriteTo([...constant.edits, { span: literal.span, newText: write(view, literal, code) }], code);
}

/** Most interpolated strings may not hold quotes inside their braces, so that they are taken apart, too. */
function write(view: CodeView, literal: Literal, { expression, isAtomic }: Lookup): string {
  const { span, form } = literal;
  if (isWhole(literal))
    return isAtomic && endsBinding(view, literal)
      ? expression.slice(1, -1)
      : isAtomic || standsAloneOnLine(view, span)
        ? expression
        : `(${expression})`;
  // Those in three quotes may.
  const [hole] = form.open.endsWith('"""') ? (form.holes ?? []) : [];
  if (hole !== undefined) return splice(literal, hole.open + expression + hole.close);
  const written = concatenate(literal, ' + ', expression, quoteApart);
  return joinsOn(view, span, '+') ? written : `(${written})`;
}

/** `let name = "…"`: there a match needs no parentheses. */
function endsBinding(view: CodeView, { span }: Literal): boolean {
  const isBinding = /^[ \t]*let\s[^=]*=[ \t]*$/.test(lineBefore({ text: view.code }, span.start));
  const next = /^[ \t\r]*\n(?:[ \t\r]*\n)*([ \t]*)\S/.exec(view.code.slice(span.end))?.[1] ?? '';
  const indent = /^[ \t]*/.exec(lineBefore({ text: view.code }, span.start))?.[0] ?? '';
  return isBinding && /^[ \t\r]*(?:\n|$)/.test(view.code.slice(span.end)) && next.length <= indent.length;
}

/** A quote at the end would run into the three that close the text: there it is written as a verbatim one. */
function quoteApart(literal: Literal, piece: string): string {
  if (literal.form.open !== '"""' || !piece.endsWith('"')) return quotePiece(literal, piece);
  return `@"${piece.replaceAll('"', '""')}"`;
}

function refusePosition(view: CodeView, { span }: Literal): Phrase | undefined {
  const { start, end } = span;
  const before = codeBefore(view, start, 200);
  if (/^B\b/.test(view.code.slice(end))) return phrase('The value is written as bytes.');
  if (/^[ \t]*#\w+/.test(lineBefore({ text: view.code }, start))) return phrase('The value is in an import path.');
  if (isInAttribute(view, start)) return phrase('An attribute takes constants only.');
  if (isPattern(view, start, end)) return phrase('A pattern must be a constant.');
  if (/<\s*(?:\w+\s*=\s*)?(?:const\s*)?$/.test(before) && /^\s*[>,]/.test(view.code.slice(end)))
    return phrase('The value is part of a type.');
  return /\b(?:\w*printfn?|failwithf|invalidArgf|\w*logf)$/.test(before) ? phrase('A format string must be a literal.') : undefined;
}

/** `| "…" ->`, `| Some "…" ->`, `function "…" ->` */
function isPattern({ code }: CodeView, start: number, end: number): boolean {
  const line = lineBefore({ text: code }, start);
  return /(?:\||\bwith|\bfunction)(?:(?!->|\bwhen\b)[^|])*$/.test(line) && /^[^\n=]*?->/.test(code.slice(end)) && !/\|>[^|]*$/.test(line);
}

/** `[<Name("…")>]` */
function isInAttribute(view: CodeView, offset: number): boolean {
  return bracketsAround(view, offset).some(
    ({ open, index }) => open === '[' && view.code.charAt(index + 1) === '<' && /^[\w\s.]*[A-Z]/.test(view.code.slice(index + 2)),
  );
}

/** `[<Literal>]` goes, where nothing in this file needs the constant. */
function constantEdits(view: CodeView, { span }: Literal): { readonly kind: 'edits'; readonly edits: readonly TextEdit[] } | Withheld {
  const declaration = view.code.slice(Math.max(0, span.start - 400), span.start);
  const found =
    /\[<\s*Literal\s*>\][ \t]*(?:\r?\n[ \t]*)?let\s+(?:(?:private|internal|public)\s+)?(\w+)\s*(?::\s*string\s*)?=[^=\n]*$/.exec(
      declaration,
    );
  const name = found?.[1];
  if (found === null || name === undefined) return { kind: 'edits', edits: [] };
  const start = Math.max(0, span.start - 400) + found.index;
  const end = view.code.indexOf('let', start);
  const declared = view.code.indexOf(name, end);
  const isConstant = usesOf(view, name, declared).some(
    use =>
      isInAttribute(view, use) ||
      isPattern(view, use, use + name.length) ||
      /<\s*(?:\w+\s*=\s*)?$/.test(codeBefore(view, use)) ||
      /\[<\s*Literal\s*>\]\s*let\s[^\n]*$/.test(view.code.slice(Math.max(0, use - 200), use)),
  );
  return isConstant
    ? withheld(phrase('{0} is used where a constant is needed.', name))
    : { kind: 'edits', edits: [{ span: { start, end }, newText: '' }] };
}
