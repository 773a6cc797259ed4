// Ruby: `ENV.fetch("NAME")`, inside `#{…}` where the string interpolates, added with `+` where it does not.

import { type Phrase, phrase } from '../../phrase.ts';
import type { CodeView } from '../code-view.ts';
import {
  type Dialect,
  type EnvironmentRequest,
  type Lookup,
  type Place,
  type Refusals,
  type Rewrite,
  rewriteTo,
  withheld,
} from '../dialect.ts';
import { concatenate } from '../join.ts';
import type { Withheld } from '../plan.ts';
import { isWhole, type Literal } from '../read-literal.ts';
import { standsAloneOnLine } from '../stands-alone.ts';
import { characterAfter, characterBefore, codeBefore, indexAfter, lineBefore } from '../surroundings.ts';

const refusals = {
  symbol: phrase('A symbol does not read the environment.'),
  pattern: phrase('A pattern must be a constant.'),
} satisfies Refusals;

export const rubyDialect: Dialect = { refusals, guessRefusal, environmentLookup, rewrite };

function environmentLookup({ variable, style }: EnvironmentRequest): (quote: string) => Lookup {
  return quote => {
    const name = `${quote}${variable}${quote}`;
    return { expression: style === 'plain' ? `ENV[${name}]` : `ENV.fetch(${name})`, isAtomic: true, needs: [] };
  };
}

function rewrite({ view, literal, lookup }: Place): Rewrite | Withheld {
  const reason = refuseForm(view, literal);
  if (reason !== undefined) return withheld(reason);
  const { form, kind, span, secrets } = literal;
  const quote = form.open === "'" || form.open.startsWith('%q') ? "'" : '"';
  const code = lookup(quote);
  if (form.holes !== undefined && (!isWhole(literal) || kind === 'heredoc' || form.open === '`')) {
    return rewriteTo(
      secrets.map(secret => ({ span: secret, newText: `#{${code.expression}}` })),
      code,
    );
  }
  if (isBesideLiteral(view, literal)) {
    if (!isWhole(literal)) return withheld(phrase('The value is in a string written as several literals.'));
    return rewriteTo([{ span, newText: `"#{${lookup('"').expression}}"` }], code);
  }
  const isWritable = code.isAtomic || (isWhole(literal) && standsAloneOnLine(view, span));
  const written = concatenate(literal, ' + ', isWritable ? code.expression : `(${code.expression})`);
  return rewriteTo([{ span, newText: !isWhole(literal) && needsParentheses(view, literal) ? `(${written})` : written }], code);
}

function refuseForm(view: CodeView, { form, kind, span }: Literal): Phrase | undefined {
  if (kind === 'heredoc' && form.holes === undefined) return phrase('A quoted here-document does not interpolate.');
  if (form.holds === 'words') return phrase('A list of words does not interpolate.');
  // The grammar has no word for `{ "…": 1 }`, where the string is a symbol.
  const isSymbolKey = view.syntax?.positionOf(span) === 'key' && view.code.charAt(span.end) === ':';
  return isSymbolKey ? refusals.symbol : undefined;
}

function guessRefusal(view: CodeView, { span, holes }: Literal): Phrase | undefined {
  const { code } = view;
  if (code.charAt(span.start - 1) === ':' && code.charAt(span.start - 2) !== ':') return refusals.symbol;
  const isBeforeColon = code.charAt(span.end) === ':' && code.charAt(span.end + 1) !== ':';
  return isBeforeColon && holes.length === 0 && characterBefore(view, span.start) !== '?' ? refusals.symbol : undefined;
}

/** `"a" "b"` is one string: both must be literals. */
function isBesideLiteral(view: CodeView, { span }: Literal): boolean {
  const before = lineBefore({ text: view.code }, span.start);
  const isAfter = /"\s*$/.test(before) || (before.trim() === '' && /"[ \t]*\\$/.test(codeBefore(view, span.start)));
  const next = indexAfter(view.code, span.end);
  const gap = view.code.slice(span.end, next);
  return (
    isAfter ||
    (view.code.charAt(next) === '"' && (!gap.includes('\n') || gap.includes('\\'))) ||
    /^[ \t]*\\\r?\n[ \t]*"/.test(view.code.slice(span.end))
  );
}

/** `+` binds looser than a call, an index, `%` and `*`. */
function needsParentheses(view: CodeView, { span }: Literal): boolean {
  const next = characterAfter(view, span.end);
  const isBound = next === '.' || next === '&' || '[%*'.includes(view.code.slice(span.end).trimStart().charAt(0) || ' ');
  return isBound || '-!*%'.includes(characterBefore(view, span.start) || ' ');
}
