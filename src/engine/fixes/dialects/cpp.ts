// C++: `require_env("NAME")` with the function it needs, or `std::getenv("NAME")`: like a literal, a pointer that stays.

import { type Phrase, phrase } from '../../phrase.ts';
import type { CodeView } from '../code-view.ts';
import { type Dialect, type EnvironmentRequest, type Lookup, type Place, type Rewrite, rewriteTo, withheld } from '../dialect.ts';
import type { TextEdit, Withheld } from '../plan.ts';
import { isWhole, type Literal, quotePiece } from '../read-literal.ts';
import { cppFunctions, declaresFunction, requireEnv } from './c-helper.ts';
import { isCharacterArray, refuseText, textMacro } from './c-position.ts';
import { preambleEdits } from './c-preamble.ts';
import { scopeOf } from './c-scope.ts';
import { constantEdits } from './cpp-constant.ts';
import { textContext } from './cpp-context.ts';

export const cppDialect: Dialect = { refuse, environmentLookup, rewrite, supply };

const getenv = 'getenv';
const string = 'string';

function refuse({ code }: CodeView, { uri }: { readonly uri: string }): Phrase | undefined {
  if (/\.ino$/i.test(uri) || /^[ \t]*#[ \t]*include[ \t]*<(?:Arduino|WiFi|ESP8266WiFi)\.h>/m.test(code))
    return phrase('A microcontroller has no environment: keep the value in a header that git ignores.');
  if (/\.(?:h|hh|hpp|hxx)$/i.test(uri))
    return phrase('A header is part of other files, which may need a constant: move the value to a source file first.');
  const isTaken = new RegExp(`\\b${requireEnv}\\b`).test(code) && !declaresFunction(code, requireEnv);
  return isTaken ? phrase('Something else is named “{0}” in this file.', requireEnv) : undefined;
}

function environmentLookup({ variable, style }: EnvironmentRequest): (quote: string) => Lookup {
  return () =>
    style === 'plain'
      ? { expression: `std::getenv("${variable}")`, isAtomic: true, needs: [getenv] }
      : { expression: `${requireEnv}("${variable}")`, isAtomic: true, needs: [requireEnv] };
}

function supply(view: CodeView, needs: ReadonlySet<string>): readonly TextEdit[] {
  const isMissing = needs.has(requireEnv) && !declaresFunction(view.code, requireEnv);
  const { headers, functions } = cppFunctions(view, isMissing ? [requireEnv] : []);
  const own = [...(isMissing || needs.has(getenv) ? ['cstdlib'] : []), ...(needs.has(string) ? [string] : [])];
  return preambleEdits(view, [...new Set([...own, ...headers])], functions);
}

function rewrite({ view, literal, lookup }: Place): Rewrite | Withheld {
  const { span, form } = literal;
  if (form.holds !== undefined) return withheld(phrase('The value is written in wide characters.'));
  const code = lookup('"');
  const macro = textMacro(view, span);
  if (macro !== undefined) {
    const isConstant = macro.uses.some(
      use => refuseText(view, use) !== undefined || /\bconst(?:expr|init)\b/.test(scopeOf(view, use.start).declaration),
    );
    if (isConstant || !isWhole(literal)) return withheld(phrase('{0} is used where a constant is needed.', macro.name));
    return rewriteTo([{ span, newText: code.expression }], code);
  }
  const suffix = /^sv?\b/.exec(view.code.slice(span.end, span.end + 3))?.[0] ?? '';
  const reason = refuseText(view, { start: span.start, end: span.end + suffix.length });
  if (reason !== undefined) return withheld(reason);
  const scope = scopeOf(view, span.start);
  const constant = constantEdits(view, scope, literal);
  if (constant.kind === 'withheld') return constant;
  if (constant.edits.length === 0 && isCharacterArray(scope))
    return withheld(phrase('A character array is filled when the program is built: make it a pointer first.'));
  const replaced = { start: span.start, end: span.end + suffix.length };
  if (suffix !== '' || !isWhole(literal)) return rewriteText({ view, literal, code, suffix, edits: constant.edits });
  return rewriteTo([...constant.edits, { span: replaced, newText: code.expression }], code);
}

interface TextPlace {
  readonly view: CodeView;
  readonly literal: Literal;
  readonly code: Lookup;
  /** `s` or `sv` behind the quotes. */
  readonly suffix: string;
  readonly edits: readonly TextEdit[];
}

/** What was more than the key becomes a `std::string`, or a pointer to one for as long as the call takes. */
function rewriteText({ view, literal, code, suffix, edits }: TextPlace): Rewrite | Withheld {
  const { span } = literal;
  const needs = [...code.needs, string];
  const replaced = { start: span.start, end: span.end + suffix.length };
  if (suffix === 'sv') {
    if (!isWhole(literal)) return withheld(unclear);
    return rewriteTo([...edits, { span: replaced, newText: `std::string_view(${code.expression})` }], { needs });
  }
  const context = suffix === 's' ? 'string' : textContext(view, scopeOf(view, span.start), span);
  if (context === undefined) return withheld(unclear);
  const written = write(literal, code.expression, context === 'behind a string');
  const isTight = /^\s*(?:\.|\[)/.test(view.code.slice(replaced.end));
  const newText = context === 'pointer' ? `(${written}).c_str()` : isTight ? `(${written})` : written;
  return rewriteTo([...edits, { span: replaced, newText }], { needs });
}

const unclear = phrase('Whether a std::string fits here is not clear: make the text one first.');

/** Joined from the left: the first operand decides that it is strings that are added. */
function write(literal: Literal, expression: string, isBehindString: boolean): string {
  const operands = literal.pieces.flatMap((piece, index) => [
    ...(index > 0 ? [expression] : []),
    ...(piece === '' ? [] : [quotePiece(literal, piece)]),
  ]);
  return operands.map((operand, index) => (index === 0 && !isBehindString ? `std::string(${operand})` : operand)).join(' + ');
}
