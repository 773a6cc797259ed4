// Java: `System.getenv("NAME")`, added with `+`, or formatted into a text block.

import { type Phrase, phrase } from '../../phrase.ts';
import type { CodeView } from '../code-view.ts';
import { type Dialect, type EnvironmentRequest, type Lookup, type Place, type Rewrite, rewriteTo, withheld } from '../dialect.ts';
import { concatenate } from '../join.ts';
import type { Withheld } from '../plan.ts';
import { isWhole, type Literal, quotePiece } from '../read-literal.ts';
import { bracketsAround, characterAfter, characterBefore, codeBefore, statementBefore, usesOf } from '../surroundings.ts';

export const javaDialect: Dialect = {
  refuse: ({ code }) =>
    /\b(?:class|interface|enum|record)\s+System\b/.test(code) ? phrase('Something else is named “{0}” in this file.', 'System') : undefined,
  environmentLookup,
  rewrite,
};

/** Qualified, so that no import is touched; by its short name where the file imports it. */
function environmentLookup({ view, variable, style }: EnvironmentRequest): (quote: string) => Lookup {
  const plain = `System.getenv("${variable}")`;
  const objects = /^\s*import\s+java\.util\.(?:Objects|\*)\s*;/m.test(view.code) ? 'Objects' : 'java.util.Objects';
  const required = `${objects}.requireNonNull(${plain}, "${variable} is not set")`;
  return () => ({ expression: style === 'plain' ? plain : required, isAtomic: true, needs: [] });
}

function rewrite({ view, literal, lookup }: Place): Rewrite | Withheld {
  const reason = refusePosition(view, literal);
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

const inAnnotation = phrase('An annotation takes constants only.');
const inLabel = phrase('A case label must be a constant.');

function refusePosition(view: CodeView, { span }: Literal): Phrase | undefined {
  if (isInAnnotation(view, span.start)) return inAnnotation;
  const statement = statementBefore(view, span.start, false);
  if (/(?:^|\s)case\b[^:]*$/.test(statement) && !/->|:/.test(statement.slice(statement.lastIndexOf('case')))) return inLabel;
  const [, name] = /\bfinal\s+(?:[\w.]*\.)?String\s+(\w+)\s*=/.exec(statement) ?? [];
  if (name === undefined) return undefined;
  const uses = usesOf(view, name, -1);
  if (uses.some(use => isInAnnotation(view, use))) return phrase('{0} is used in an annotation, which takes constants only.', name);
  const isLabel = uses.some(use => /\bcase\s+[\w\s,.]*$/.test(view.code.slice(Math.max(0, use - 100), use)));
  return isLabel ? phrase('{0} is used as a case label, which must be a constant.', name) : undefined;
}

function isInAnnotation(view: CodeView, offset: number): boolean {
  return bracketsAround(view, offset).some(
    ({ open, index }) => open === '(' && /@\s*[\w.]+\s*$/.test(view.code.slice(Math.max(0, index - 150), index)),
  );
}
