// Java: `System.getenv("NAME")`, added with `+`, or formatted into a text block.

import { type Phrase, phrase } from '../../phrase.ts';
import type { Span } from '../../text.ts';
import type { CodeView } from '../code-view.ts';
import {
  type Dialect,
  type EnvironmentRequest,
  type Lookup,
  type Place,
  type Rewrite,
  rewriteTo,
  type WriteLookup,
  withheld,
} from '../dialect.ts';
import { concatenate } from '../join.ts';
import type { Withheld } from '../plan.ts';
import { isWhole, type Literal, quotePiece } from '../read-literal.ts';
import { bracketsAround, characterAfter, characterBefore, codeBefore, statementBefore, usesOf } from '../surroundings.ts';
import { javaHelper } from './java-helper.ts';
import { helperEdits, helperLookup } from './type-helper.ts';

const inAnnotation = phrase('An annotation takes constants only.');
const inLabel = phrase('A case label must be a constant.');

export const javaDialect: Dialect = {
  refuse: ({ code }) =>
    /\b(?:class|interface|enum|record)\s+System\b/.test(code) ? phrase('Something else is named “{0}” in this file.', 'System') : undefined,
  refusals: { annotation: inAnnotation, 'case-label': inLabel },
  guessRefusal,
  environmentLookup,
  rewrite,
  supply: (view, needs) => helperEdits(javaHelper, view, needs),
};

/** Qualified, so that no import is touched; by its short name where the file imports it. */
function environmentLookup(request: EnvironmentRequest): WriteLookup {
  const { view, variable, style } = request;
  const helper = helperLookup(javaHelper, request);
  if (helper !== undefined) return helper;
  const plain = `System.getenv("${variable}")`;
  const objects = /^\s*import\s+java\.util\.(?:Objects|\*)\s*;/m.test(view.code) ? 'Objects' : 'java.util.Objects';
  const required = `${objects}.requireNonNull(${plain}, "${variable} is not set")`;
  return () => ({ expression: style === 'plain' ? plain : required, isAtomic: true, needs: [] });
}

function rewrite({ view, literal, lookup }: Place): Rewrite | Withheld {
  const reason = refuseConstant(view, literal);
  if (reason !== undefined) return withheld(reason);
  const code = lookup('"');
  const { span, form } = literal;
  if (isWhole(literal)) return rewriteTo([{ span, newText: code.expression }], code);
  if (form.multiline) return rewriteBlock(view, literal, code);
  const written = concatenate(literal, ' + ', code.expression);
  const isTight = characterAfter(view, span.end) === '.' || ')!'.includes(characterBefore(view, span.start) || ' ');
  return rewriteTo([{ span, newText: isTight ? `(${written})` : written }], code);
}

/** A text block cannot be cut without changing its margin: `%s` takes the secret's place instead. */
function rewriteBlock(view: CodeView, literal: Literal, code: Lookup): Rewrite | Withheld {
  const isFormatted = /^\s*\.\s*formatted\b/.test(view.code.slice(literal.span.end));
  const isFormat = /\bformat\s*\($/.test(codeBefore(view, literal.span.start));
  if (isFormatted || isFormat) return withheld(phrase('The text block is already a format string.'));
  const escaped = literal.pieces.map(piece => piece.replaceAll('%', '%%'));
  const values = literal.secrets.map(() => code.expression).join(', ');
  return rewriteTo([{ span: literal.span, newText: `${quotePiece(literal, escaped.join('%s'))}.formatted(${values})` }], code);
}

function guessRefusal(view: CodeView, { span }: Literal): Phrase | undefined {
  if (isInAnnotation(view, span)) return inAnnotation;
  const statement = statementBefore(view, span.start, false);
  return /(?:^|\s)case\b[^:]*$/.test(statement) && !/->|:/.test(statement.slice(statement.lastIndexOf('case'))) ? inLabel : undefined;
}

/** A constant that is looked up is none any more. */
function refuseConstant(view: CodeView, { span }: Literal): Phrase | undefined {
  const statement = statementBefore(view, span.start, false);
  const [, name] = /\bfinal\s+(?:[\w.]*\.)?String\s+(\w+)\s*=/.exec(statement) ?? [];
  if (name === undefined) return undefined;
  const uses = usesOf(view, name, -1).map(start => ({ start, end: start + name.length }));
  if (uses.some(use => isInAnnotation(view, use))) return phrase('{0} is used in an annotation, which takes constants only.', name);
  return uses.some(use => isLabel(view, use)) ? phrase('{0} is used as a case label, which must be a constant.', name) : undefined;
}

function isLabel({ code, syntax }: CodeView, span: Span): boolean {
  if (syntax !== undefined) return syntax.positionOf(span) === 'case-label';
  return /\bcase\s+[\w\s,.]*$/.test(code.slice(Math.max(0, span.start - 100), span.start));
}

function isInAnnotation(view: CodeView, span: Span): boolean {
  if (view.syntax !== undefined) return view.syntax.positionOf(span) === 'annotation';
  return bracketsAround(view, span.start).some(
    ({ open, index }) => open === '(' && /@\s*[\w.]+\s*$/.test(view.code.slice(Math.max(0, index - 150), index)),
  );
}
