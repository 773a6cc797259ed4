// Rust: `std::env::var("NAME").expect(…)`, borrowed where the literal was a `&str`, formatted where it held more than the key.

import { phrase } from '../../phrase.ts';
import type { Span } from '../../text.ts';
import type { CodeView } from '../code-view.ts';
import { type Dialect, type EnvironmentRequest, type Lookup, type Place, type Rewrite, rewriteTo, withheld } from '../dialect.ts';
import type { TextEdit, Withheld } from '../plan.ts';
import { isWhole, type Literal } from '../read-literal.ts';
import { indexAfter, lineBefore, statementBefore, statementStart, usesOf } from '../surroundings.ts';
import { lazyStaticEdits, withoutAttributes } from './rust-constant.ts';
import { guessRefusal, refusals, refuseText, takesOwned } from './rust-position.ts';

export const rustDialect: Dialect = { refusals, guessRefusal, environmentLookup, rewrite };

/** Never `env!`: that is read when the program is built and bakes the value in. */
function environmentLookup({ variable, style }: EnvironmentRequest): (quote: string) => Lookup {
  const ending = style === 'plain' ? '.unwrap_or_default()' : `.expect("${variable} must be set")`;
  return () => ({ expression: `std::env::var("${variable}")${ending}`, isAtomic: true, needs: [] });
}

function rewrite({ view, literal, lookup }: Place): Rewrite | Withheld {
  const code = lookup('"');
  const owned = write(literal, code.expression);
  if (owned === undefined) return withheld(phrase('The string contains an escape that a format string cannot hold.'));
  if (/^(?:pub(?:\([^)]*\))?\s+)?(?:const|static)\b/.test(withoutAttributes(statementBefore(view, literal.span.start, false)))) {
    const constant = lazyStaticEdits(view, literal.span, owned);
    return constant.kind === 'withheld' ? constant : rewriteTo(constant.edits, code);
  }
  const reason = refuseText(view, literal);
  if (reason !== undefined) return withheld(reason);
  return rewriteTo(replaceText(view, literal, owned), code);
}

/** Makes a `String` of it. */
function write(literal: Literal, expression: string): string | undefined {
  if (isWhole(literal)) return expression;
  const { form, pieces } = literal;
  const braced = pieces.map(piece => piece.replace(/[{}]/g, '$&$&'));
  if (form.escape !== undefined && pieces.some(piece => piece.includes('\\u{'))) return undefined;
  const values = literal.secrets.map(() => expression).join(', ');
  return `format!(${form.open}${braced.join('{}')}${form.close}, ${values})`;
}

/** What makes a `String` of the literal falls away; where a `&str` was, one is borrowed. */
function replaceText(view: CodeView, { span }: Literal, owned: string): readonly TextEdit[] {
  const { start, end } = span;
  const conversion = /^\s*\.\s*(?:to_string|to_owned|into_string)\s*\(\s*\)/.exec(view.code.slice(end));
  if (conversion !== null) return [{ span: { start, end: end + conversion[0].length }, newText: owned }];
  const from = /\bString::from\(\s*$/.exec(view.code.slice(Math.max(0, start - 20), start));
  const closing = /^\s*\)/.exec(view.code.slice(end));
  if (from !== null && closing !== null) {
    return [{ span: { start: start - from[0].length, end: end + closing[0].length }, newText: owned }];
  }
  if (takesOwned(view, end)) return [{ span, newText: owned }];
  return borrowFromLet(view, span, owned) ?? [{ span, newText: `&*${owned}` }];
}

/** `let client = Client::new("…");` may keep what it was given: the text gets a `let` of its own, which lives as long. */
function borrowFromLet(view: CodeView, span: Span, owned: string): readonly TextEdit[] | undefined {
  const start = indexAfter(view.code, statementStart(view, span.start, false));
  const statement = view.code.slice(start, span.start);
  if (!/^let\b/.test(statement) || /=\s*$|\|/.test(statement)) return undefined;
  const name = ['secret', 'secret_text', 'secret_value'].find(candidate => usesOf(view, candidate, -1).length === 0);
  if (name === undefined) return undefined;
  const indent = lineBefore({ text: view.code }, start);
  const declaration = `let ${name} = ${owned};${view.newline}${indent.trim() === '' ? indent : ''}`;
  return [
    { span: { start, end: start }, newText: declaration },
    { span, newText: `${name}.as_str()` },
  ];
}
