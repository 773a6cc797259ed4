// Dart on servers and in tools: `Platform.environment['NAME'] ?? (throw …)`, inside `${…}` where the string held more.

import { phrase } from '../../phrase.ts';
import type { CodeView } from '../code-view.ts';
import { type Dialect, type EnvironmentRequest, type Lookup, type Place, type Rewrite, rewriteTo, withheld } from '../dialect.ts';
import { concatenate, splice } from '../join.ts';
import type { TextEdit, Withheld } from '../plan.ts';
import { isWhole, type Literal } from '../read-literal.ts';
import { standsAlone } from '../stands-alone.ts';
import { bracketsAround, characterAfter, characterBefore } from '../surroundings.ts';
import { constantEdits } from './dart-constant.ts';
import { importEdits, platformName } from './dart-imports.ts';
import { refuseApp, refusePosition } from './dart-position.ts';

export const dartDialect: Dialect = { refuse: refuseApp, environmentLookup, rewrite, supply };

const importIo = 'import dart:io';

function environmentLookup({ view, variable, style }: EnvironmentRequest): (quote: string) => Lookup {
  const platform = platformName(view);
  return quote => {
    const found = `${platform}.environment[${quote}${variable}${quote}]`;
    const otherwise = style === 'plain' ? quote + quote : `(throw StateError(${quote}${variable} is not set${quote}))`;
    return { expression: `${found} ?? ${otherwise}`, isAtomic: false, needs: [importIo] };
  };
}

function supply(view: CodeView, needs: ReadonlySet<string>): readonly TextEdit[] {
  return needs.has(importIo) ? importEdits(view) : [];
}

function rewrite({ view, literal, lookup }: Place): Rewrite | Withheld {
  const reason = refusePosition(view, literal.span.start);
  if (reason !== undefined) return withheld(reason);
  const constant = constantEdits(view, literal.span.start);
  if (constant.kind === 'withheld') return constant;
  const code = lookup(literal.form.close.charAt(0));
  const newText = write(view, literal, code.expression);
  if (newText === undefined) return withheld(phrase('This raw string has no place for a lookup: make it an ordinary one first.'));
  return rewriteTo([...constant.edits, { span: literal.span, newText }], code);
}

/** `{'name': '…'}` or `name: '…'`, and no choice between two values. */
function isEntry(view: CodeView, { start, end }: Literal['span']): boolean {
  const [inner] = bracketsAround(view, start);
  const own = inner === undefined ? '' : view.code.slice(inner.index + 1, start);
  return /(?:^|,)\s*(?:\w+|"·*")\s*:\s*$/.test(own) && /^\s*[,)}]/.test(view.code.slice(end));
}

function write(view: CodeView, literal: Literal, expression: string): string | undefined {
  const { form, span } = literal;
  const isAdjacent = characterBefore(view, span.start) === '"' || characterAfter(view, span.end) === '"';
  const isRaw = form.holes === undefined;
  const runsTogether = form.close.length === 3 && literal.pieces.some(piece => piece.endsWith(form.close.charAt(0)));
  if (isRaw && (isAdjacent || runsTogether)) return undefined;
  // Neighbouring strings are one string, as long as each is written as one.
  if (!isRaw && (isAdjacent || !isWhole(literal))) return splice(literal, `\${${expression}}`);
  const bracketed = `(${expression})`;
  if (isWhole(literal)) return standsAlone(view, span) || isEntry(view, span) ? expression : bracketed;
  const written = concatenate(literal, ' + ', bracketed);
  return standsAlone(view, span) ? written : `(${written})`;
}
