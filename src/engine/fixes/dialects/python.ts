// Python: `os.environ["NAME"]`, through an f-string where the string held more than the key.

import { phrase } from '../../phrase.ts';
import type { CodeView } from '../code-view.ts';
import { type Dialect, type EnvironmentRequest, type Lookup, type Place, type Rewrite, rewriteTo, withheld } from '../dialect.ts';
import { concatenate } from '../join.ts';
import type { TextEdit, Withheld } from '../plan.ts';
import { isWhole, type Literal } from '../read-literal.ts';
import { environOf, fromImportEdit, importEdits, refuseNames } from './python-imports.ts';
import { guessRefusal, isBesideLiteral, isLiteralType, refusals } from './python-position.ts';

export const pythonDialect: Dialect = {
  refuse: refuseNames,
  refusals,
  guessRefusal,
  environmentLookup,
  rewrite,
  supply,
};

const importOs = 'import os';

function supply(view: CodeView, needs: ReadonlySet<string>): readonly TextEdit[] {
  return [...needs].flatMap(need => (need === importOs ? importEdits(view) : fromImportEdit(view, need)));
}

function environmentLookup({ view, variable, style }: EnvironmentRequest): (quote: string) => Lookup {
  const known = environOf(view);
  const environ = known ?? 'os.environ';
  return quote => {
    const name = `${quote}${variable}${quote}`;
    const expression = style === 'plain' ? `${environ}.get(${name})` : `${environ}[${name}]`;
    return { expression, isAtomic: true, needs: known === undefined ? [importOs] : [] };
  };
}

function rewrite(place: Place): Rewrite | Withheld {
  const { view, literal } = place;
  if (isLiteralType(view, literal.span)) return withheld(refusals.type);
  const { open } = literal.form;
  const mark = open.slice(-1);
  const isBytes = literal.form.holds === 'bytes';
  const isBeside = isBesideLiteral(view, literal.span);
  if (isBytes) {
    if (isBeside) return withheld(phrase('The value is in bytes written as several literals.'));
    const lookup = place.lookup(mark);
    const text = concatenate(literal, ' + ', `${lookup.expression}.encode()`);
    return rewriteTo([{ span: literal.span, newText: isWhole(literal) ? text : `(${text})` }], lookup);
  }
  if (isWhole(literal) && !isBeside) {
    const lookup = place.lookup(mark);
    return rewriteTo([{ span: literal.span, newText: lookup.expression }], lookup);
  }
  // Before 3.12 the quote of an f-string cannot stand inside its braces: https://peps.python.org/pep-0701/
  const lookup = place.lookup(mark === '"' ? "'" : '"');
  if (isNested(view, literal)) return withheld(phrase('The string stands inside another f-string.'));
  const newText = asFormatted(literal, lookup);
  return newText === undefined
    ? withheld(phrase('The string contains an escape that an f-string cannot hold beside braces.'))
    : rewriteTo([{ span: literal.span, newText }], lookup);
}

function asFormatted({ form, pieces }: Literal, { expression }: Lookup): string | undefined {
  const prefix = /^[A-Za-z]*/.exec(form.open)?.[0].toLowerCase() ?? '';
  const quote = form.open.slice(prefix.length);
  const hole = `{${expression}}`;
  if (prefix.includes('f')) return form.open + pieces.join(hole) + form.close;
  // `\N{…}` keeps its braces in an f-string.
  if (pieces.some(piece => piece.includes('\\N{'))) return undefined;
  const doubled = pieces.map(piece => piece.replace(/[{}]/g, '$&$&'));
  return `${prefix.replace('u', '')}f${quote}${doubled.join(hole)}${quote}`;
}

function isNested({ tokens }: CodeView, { span }: Literal): boolean {
  return tokens.some(({ holes }) => holes.some(hole => hole.start < span.start && span.end < hole.end));
}
