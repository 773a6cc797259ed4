// Scala: `sys.env.getOrElse("NAME", sys.error(…))`, in an interpolated string where the literal held more than the key.

import { type Phrase, phrase } from '../../phrase.ts';
import type { CodeView } from '../code-view.ts';
import { type Dialect, type EnvironmentRequest, type Lookup, type Place, type Rewrite, rewriteTo, withheld } from '../dialect.ts';
import { concatenate, splice } from '../join.ts';
import type { TextEdit, Withheld } from '../plan.ts';
import { isWhole, type Literal } from '../read-literal.ts';
import { sentToUsers } from '../sent-to-users.ts';
import { joinsOn } from '../stands-alone.ts';
import { bracketsAround, codeBefore, statementBefore, usesOf } from '../surroundings.ts';

export const scalaDialect: Dialect = { refuse, environmentLookup, rewrite };

function refuse({ code }: CodeView): Phrase | undefined {
  if (/^[ \t]*import\s+(?:scala\.scalajs|org\.scalajs|com\.raquo\.laminar)\b/m.test(code)) return sentToUsers;
  const isTaken = /\b(?:val|var|def|object|lazy\s+val)\s+sys\b|[(,]\s*sys\s*:/.test(code);
  return isTaken ? phrase('Something else is named “{0}” in this file.', 'sys') : undefined;
}

function environmentLookup({ variable, style }: EnvironmentRequest): (quote: string) => Lookup {
  const otherwise = style === 'plain' ? '""' : `sys.error("${variable} is not set")`;
  return () => ({ expression: `sys.env.getOrElse("${variable}", ${otherwise})`, isAtomic: true, needs: [] });
}

function rewrite({ view, literal, lookup }: Place): Rewrite | Withheld {
  const { span } = literal;
  const reason = refusePosition(view, literal);
  if (reason !== undefined) return withheld(reason);
  const constant = constantEdits(view, span.start);
  if (constant.kind === 'withheld') return constant;
  const code = lookup('"');
  return rewriteTo([...constant.edits, { span, newText: write(view, literal, code.expression) }], code);
}

function write(view: CodeView, literal: Literal, expression: string): string {
  if (isWhole(literal)) return expression;
  const hole = `\${${expression}}`;
  if (literal.form.holes !== undefined) return splice(literal, hole);
  // Inside s"…" a dollar begins a hole, and before Scala 2.13.6 no quote could be escaped.
  if (literal.pieces.every(piece => !/[\\$]/.test(piece))) return `s${splice(literal, hole)}`;
  const written = concatenate(literal, ' + ', expression);
  return joinsOn(view, literal.span, '+') ? written : `(${written})`;
}

function refusePosition(view: CodeView, { span }: Literal): Phrase | undefined {
  const { start, end } = span;
  const [tag] = /\w+$/.exec(view.code.slice(Math.max(0, start - 40), start)) ?? [];
  if (tag !== undefined) return phrase('The string belongs to {0}, which would read a lookup in its own way.', tag);
  if (isInAnnotation(view, start)) return phrase('An annotation takes constants only.');
  if (isPattern(view, start, end)) return phrase('A pattern must be a constant.');
  // `x: "…"`, `type T = "…"`
  const isType = /[\w)]\s*:\s*$|\btype\s+\w+\s*=\s*$|\|\s*$/.test(codeBefore(view, start)) && !/\|\|$/.test(codeBefore(view, start));
  return isType ? phrase('The value is part of a type.') : undefined;
}

/** `case "…" =>`, `case "…" | "…" if …`, `case Some("…") =>` */
function isPattern({ code }: CodeView, start: number, end: number): boolean {
  const line = code.slice(Math.max(code.lastIndexOf('\n', start - 1) + 1, start - 300), start);
  const afterCase = /\bcase\b((?:(?!=>|\bif\b|\bcase\b).)*)$/.exec(line)?.[1];
  return afterCase !== undefined && !/\b(?:class|object)\b/.test(afterCase) && /^[^\n]*?(?:=>|\n|$)/.test(code.slice(end));
}

/** `inline val` and literal types need the text itself; a `final val` without a type is a constant only where something needs one. */
function constantEdits(view: CodeView, offset: number): { readonly kind: 'edits'; readonly edits: readonly TextEdit[] } | Withheld {
  const statement = statementBefore(view, offset, true);
  const [, modifier, name] = /\b(final|inline)\s+val\s+(\w+)\s*(?::\s*String\s*)?=/.exec(statement) ?? [];
  if (name === undefined || modifier === undefined) return { kind: 'edits', edits: [] };
  const start = view.code.lastIndexOf(modifier, offset);
  const declared = view.code.indexOf(name, start);
  const isConstant = usesOf(view, name, declared).some(
    use => isInAnnotation(view, use) || /\binline\b/.test(statementBefore(view, use, true)),
  );
  if (isConstant) return withheld(phrase('{0} is used where a constant is needed.', name));
  if (modifier === 'final') return { kind: 'edits', edits: [] };
  const end = view.code.indexOf('val', start);
  return { kind: 'edits', edits: [{ span: { start, end }, newText: '' }] };
}

function isInAnnotation(view: CodeView, offset: number): boolean {
  return bracketsAround(view, offset).some(
    ({ open, index }) => open === '(' && /@[\w.]+$/.test(view.code.slice(Math.max(0, index - 150), index)),
  );
}
