// Ruby: `ENV.fetch("NAME")`, inside `#{…}` where the string interpolates, added with `+` where it does not.

import { type Phrase, phrase } from '../../phrase.ts';
import type { CodeView } from '../code-view.ts';
import { type Dialect, type EnvironmentRequest, type Lookup, type Place, type Rewrite, rewriteTo, withheld } from '../dialect.ts';
import { concatenate } from '../join.ts';
import type { Withheld } from '../plan.ts';
import { isWhole, type Literal } from '../read-literal.ts';
import { characterAfter, characterBefore, codeBefore, indexAfter, lineBefore } from '../surroundings.ts';

export const rubyDialect: Dialect = { environmentLookup, rewrite };

function environmentLookup({ variable, style }: EnvironmentRequest): (quote: string) => Lookup {
  return quote => {
    const name = `${quote}${variable}${quote}`;
    return { expression: style === 'plain' ? `ENV[${name}]` : `ENV.fetch(${name})`, isAtomic: true, needs: [] };
  };
}

function rewrite({ view, literal, lookup }: Place): Rewrite | Withheld {
  const reason = refusePosition(view, literal);
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
  const written = concatenate(literal, ' + ', code.expression);
  return rewriteTo([{ span, newText: !isWhole(literal) && needsParentheses(view, literal) ? `(${written})` : written }], code);
}

function refusePosition(view: CodeView, { form, kind, span, holes }: Literal): Phrase | undefined {
  if (kind === 'heredoc' && form.holes === undefined) return phrase('A quoted here-document does not interpolate.');
  if (form.holds === 'words') return phrase('A list of words does not interpolate.');
  if (characterBefore(view, span.start) === ':' && view.code.charAt(span.start - 1) === ':' && view.code.charAt(span.start - 2) !== ':')
    return phrase('A symbol does not read the environment.');
  if (
    view.code.charAt(span.end) === ':' &&
    view.code.charAt(span.end + 1) !== ':' &&
    holes.length === 0 &&
    characterBefore(view, span.start) !== '?'
  )
    return phrase('A symbol does not read the environment.');
  return undefined;
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
