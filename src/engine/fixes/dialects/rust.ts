// Rust: `std::env::var("NAME").expect(…)`, borrowed where the literal was a `&str`, formatted where it held more than the key.

import { phrase } from '../../phrase.ts';
import type { CodeView } from '../code-view.ts';
import { type Dialect, type EnvironmentRequest, type Lookup, type Place, type Rewrite, rewriteTo, withheld } from '../dialect.ts';
import type { Withheld } from '../plan.ts';
import { isWhole, type Literal } from '../read-literal.ts';
import { statementBefore } from '../surroundings.ts';
import { lazyStaticEdits, withoutAttributes } from './rust-constant.ts';
import { refusePosition } from './rust-position.ts';

export const rustDialect: Dialect = { environmentLookup, rewrite };

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
  const reason = refusePosition(view, literal);
  if (reason !== undefined) return withheld(reason);
  return rewriteTo([asText(view, literal, owned)], code);
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

/** What makes a `String` of the literal falls away; where a `&str` was, `&*` gives one. */
function asText(view: CodeView, { span }: Literal, owned: string): { span: { start: number; end: number }; newText: string } {
  const { start, end } = span;
  const conversion = /^\s*\.\s*(?:to_string|to_owned|into_string)\s*\(\s*\)/.exec(view.code.slice(end));
  if (conversion !== null) return { span: { start, end: end + conversion[0].length }, newText: owned };
  const from = /\bString::from\(\s*$/.exec(view.code.slice(Math.max(0, start - 20), start));
  const closing = /^\s*\)/.exec(view.code.slice(end));
  if (from !== null && closing !== null) {
    return { span: { start: start - from[0].length, end: end + closing[0].length }, newText: owned };
  }
  if (/^\s*\.\s*(?:into|len|is_empty|parse|contains|starts_with|ends_with)\b/.test(view.code.slice(end))) return { span, newText: owned };
  return { span, newText: `&*${owned}` };
}
