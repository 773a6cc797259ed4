// C: `require_env("NAME")` with the function it needs, or `getenv("NAME")`, inside functions.

import { type Phrase, phrase } from '../../phrase.ts';
import type { Span } from '../../text.ts';
import type { CodeView } from '../code-view.ts';
import { type Dialect, type EnvironmentRequest, type Lookup, type Place, type Rewrite, rewriteTo, withheld } from '../dialect.ts';
import type { TextEdit, Withheld } from '../plan.ts';
import { isWhole, type Literal, quotePiece } from '../read-literal.ts';
import { bracketsAround, codeBefore } from '../surroundings.ts';
import { cFunctions, declaresFunction, joinEnv, requireEnv } from './c-helper.ts';
import { arrayAsPointer, isCharacterArray, refuseText, textMacro } from './c-position.ts';
import { preambleEdits } from './c-preamble.ts';
import { type Scope, scopeOf } from './c-scope.ts';

export const cDialect: Dialect = { refuse, environmentLookup, rewrite, supply };

const getenv = 'getenv';

function refuse({ code }: CodeView, { uri }: { readonly uri: string }): Phrase | undefined {
  if (/\.h$/i.test(uri))
    return phrase('A header is part of other files, which may need a constant: move the value to a source file first.');
  return refuseTakenNames(code);
}

/** A function of another shape under our names. */
function refuseTakenNames(code: string): Phrase | undefined {
  const taken = [requireEnv, joinEnv].find(name => new RegExp(`\\b${name}\\b`).test(code) && !declaresFunction(code, name));
  return taken === undefined ? undefined : phrase('Something else is named “{0}” in this file.', taken);
}

function environmentLookup({ variable, style }: EnvironmentRequest): (quote: string) => Lookup {
  const name = style === 'plain' ? getenv : requireEnv;
  return () => ({ expression: `${name}("${variable}")`, isAtomic: true, needs: [name] });
}

function supply(view: CodeView, needs: ReadonlySet<string>): readonly TextEdit[] {
  const names = needs.has(joinEnv) ? [requireEnv, joinEnv] : [...needs].filter(need => need !== getenv);
  const missing = names.filter(name => !declaresFunction(view.code, name));
  const { headers, functions } = cFunctions(view, missing);
  return preambleEdits(view, missing.length === 0 && !needs.has(getenv) ? [] : ['stdlib.h', ...headers], functions);
}

function rewrite({ view, literal, lookup }: Place): Rewrite | Withheld {
  const { span, form } = literal;
  if (form.holds !== undefined) return withheld(phrase('The value is written in wide characters.'));
  const code = lookup('"');
  const macro = textMacro(view, span);
  if (macro !== undefined) {
    const isUsedElsewhere = macro.uses.some(use => refuseText(view, use) !== undefined || refuseScope(view, use) !== undefined);
    if (isUsedElsewhere || !isWhole(literal)) return withheld(phrase('{0} is used where a constant is needed.', macro.name));
    return rewriteTo([{ span, newText: code.expression }], code);
  }
  const reason = refuseText(view, span);
  if (reason !== undefined) return withheld(reason);
  const array = arrayAsPointer(view, scopeOf(view, span.start), span.start);
  const refusal = refuseScope(view, span, array !== undefined);
  if (refusal !== undefined) return withheld(refusal);
  const edits = array === undefined ? [] : [{ span: array.span, newText: `*${array.name}` }];
  if (isWhole(literal)) return rewriteTo([...edits, { span, newText: code.expression }], code);
  const joined = join(view, literal, code.expression);
  return joined.kind === 'withheld' ? joined : rewriteTo([...edits, { span, newText: joined.newText }], { needs: [joinEnv] });
}

/** `join_env("Bearer ", "NAME", "")`: C has no operator that joins texts. */
function join(view: CodeView, literal: Literal, expression: string): { readonly kind: 'joined'; readonly newText: string } | Withheld {
  const [before = '', after = '', ...more] = literal.pieces;
  if (more.length > 0) return withheld(phrase('The value stands twice in one text: build that with snprintf.'));
  if (isInLoop(view, literal.span.start)) return withheld(phrase('In a loop the text would be built each time: build it before the loop.'));
  const variable = /"\w+"/.exec(expression)?.[0] ?? '';
  return { kind: 'joined', newText: `${joinEnv}(${quotePiece(literal, before)}, ${variable}, ${quotePiece(literal, after)})` };
}

const loop = /(?:\b(?:for|while)\s*\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\bdo)$/;

function isInLoop(view: CodeView, offset: number): boolean {
  const isInBraces = bracketsAround(view, offset).some(({ open, index }) => open === '{' && loop.test(codeBefore(view, index, 300)));
  return isInBraces || /^(?:for|while|do)\b/.test(scopeOf(view, offset).declaration);
}

/** What is set before the program runs takes constants only; a member may be an array. */
function refuseScope(view: CodeView, { start }: Span, isPointer = false): Phrase | undefined {
  const scope = scopeOf(view, start);
  if (scope.kind !== 'function' || /^(?:[\w*]+\s+)*?static\b/.test(scope.declaration))
    return phrase('C computes nothing before the program starts: read the value in a function.');
  if (isPointer) return undefined;
  if (isCharacterArray(scope)) return phrase('A character array is filled when the program is built: make it a pointer first.');
  return scope.braces > 0 ? refuseMember(view, scope, start) : undefined;
}

function refuseMember(view: CodeView, { declaration }: Scope, start: number): Phrase | undefined {
  if (/\bchar\s*(?:const\s*)?\*\s*(?:const\s*)?\w+\s*\[[^\]]*\]\s*=$/.test(declaration)) return undefined;
  const [, member] = /[.{,]\s*\.?\s*(\w+)\s*=$/.exec(codeBefore(view, start)) ?? [];
  const isPointer = member !== undefined && new RegExp(`\\bchar\\s*(?:const\\s*)?\\*\\s*(?:const\\s*)?${member}\\s*[;,]`).test(view.code);
  return isPointer ? undefined : phrase('Whether this member is a pointer or an array is not clear here.');
}
