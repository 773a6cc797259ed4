// C#: `System.Environment.GetEnvironmentVariable("NAME")`, inside `{…}` where the string interpolates, else added with `+`.

import { phrase } from '../../phrase.ts';
import type { CodeView } from '../code-view.ts';
import { type Dialect, type EnvironmentRequest, type Place, type Rewrite, rewriteTo, type WriteLookup, withheld } from '../dialect.ts';
import { concatenate } from '../join.ts';
import type { Withheld } from '../plan.ts';
import { isWhole, type Literal } from '../read-literal.ts';
import { characterAfter, characterBefore, indexBefore } from '../surroundings.ts';
import { constantEdits } from './csharp-constant.ts';
import { csharpHelper } from './csharp-helper.ts';
import { guessRefusal, refusals } from './csharp-position.ts';
import { helperEdits, helperLookup } from './type-helper.ts';

export const csharpDialect: Dialect = {
  refusals,
  guessRefusal,
  environmentLookup,
  rewrite,
  supply: (view, needs) => helperEdits(csharpHelper, view, needs),
};

/** Qualified: `Environment` alone is often a property of the class (ASP.NET Core) and needs `using System`. */
function environmentLookup(request: EnvironmentRequest): WriteLookup {
  const { variable, style } = request;
  const helper = helperLookup(csharpHelper, request);
  if (helper !== undefined) return helper;
  const plain = `System.Environment.GetEnvironmentVariable("${variable}")`;
  const required = `${plain} ?? throw new System.InvalidOperationException("${variable} is not set")`;
  return () =>
    style === 'plain' ? { expression: plain, isAtomic: true, needs: [] } : { expression: required, isAtomic: false, needs: [] };
}

function rewrite({ view, literal, lookup }: Place): Rewrite | Withheld {
  if (/^u8\b/.test(view.code.slice(literal.span.end))) return withheld(phrase('The value is written as UTF-8 bytes.'));
  const code = lookup('"');
  const bracketed = code.isAtomic ? code.expression : `(${code.expression})`;
  const { span, form } = literal;
  if (form.open.endsWith('"""') && !isWhole(literal) && view.text.slice(span.start, span.end).includes('\n'))
    return withheld(phrase('A raw string over several lines has no place for a lookup.'));
  const newText = write(view, literal, code.expression, bracketed);
  const constant = constantEdits(view, span);
  if (constant?.kind === 'withheld') return constant;
  return rewriteTo([...(constant?.edits ?? []), { span, newText }], code);
}

function write(view: CodeView, literal: Literal, expression: string, bracketed: string): string {
  if (isWhole(literal)) return standsAlone(view, literal) ? expression : bracketed;
  const written = concatenate(literal, ' + ', bracketed);
  const isTight =
    '.[?'.includes(characterAfter(view, literal.span.end) || ' ') || ')!'.includes(characterBefore(view, literal.span.start) || ' ');
  return isTight ? `(${written})` : written;
}

/** `?? throw` binds looser than all but assignments. */
function standsAlone(view: CodeView, { span }: Literal): boolean {
  const at = indexBefore(view.code, span.start);
  const before = view.code.slice(Math.max(0, at - 8), at + 1);
  const opens = /(?:^|[^=!<>+?])=$|[([,;{]$|=>$|(?:^|\W)return$/.test(before);
  const next = characterAfter(view, span.end);
  return opens && (next === '' || ';,)]}'.includes(next));
}
