// JavaScript and TypeScript: `process.env.NAME`, through a template literal where the string held more than the key.

import { phrase } from '../../phrase.ts';
import type { CodeView } from '../code-view.ts';
import {
  type Dialect,
  type EnvironmentRequest,
  type Lookup,
  type Place,
  type Rewrite,
  rewriteTo,
  type WriteLookup,
  withheld,
} from '../dialect.ts';
import type { TextEdit, Withheld } from '../plan.ts';
import { isWhole, type Literal } from '../read-literal.ts';
import { indexAfter, indexBefore } from '../surroundings.ts';
import { refuseClientCode, refuseSharedPlace } from './javascript-client.ts';
import { helperEdit, knownHelper, newHelper } from './javascript-helper.ts';
import { importEdit, requireEdit } from './javascript-imports.ts';
import { guessRefusal, isConstAssertion, isJsxAttribute, isObjectKey, refusals } from './javascript-position.ts';
import { runtimeOf } from './javascript-runtime.ts';
import { bindingEdit } from './worker-bindings.ts';

export const javascriptDialect: Dialect = {
  refuse: refuseClientCode,
  refusals,
  guessRefusal,
  environmentLookup,
  rewrite,
  supply,
};

/**
 * One place is written out: bundlers replace `process.env.NAME`, not `process.env[name]`. Several share a function.
 * `||` rather than `??`, because an unset secret in continuous integration arrives as an empty string.
 */
function environmentLookup({ view, variable, style, places, context }: EnvironmentRequest): WriteLookup {
  const runtime = runtimeOf(view, context);
  const known = style === 'plain' ? undefined : knownHelper(view);
  const isShared = style === 'required' && places > 1 && runtime.readNamed !== undefined;
  const helper = known ?? (isShared ? newHelper(view) : undefined);
  return (quote, at) => {
    const name = `${quote}${variable}${quote}`;
    if (helper !== undefined) {
      const needs = known === undefined ? [`${helperNeed}${helper}=${runtime.readNamed?.('name')}`] : [];
      return { expression: `${helper}(${name})`, isAtomic: true, needs };
    }
    const { expression, imports, isBinding, isChecked } = runtime.read(variable, quote, at);
    const needs = imports === undefined ? [] : [`${importNeed}${imports.name}=${imports.module}`];
    if (isBinding) needs.push(`${bindingNeed}${variable}`);
    if (style === 'plain' || isChecked) return { expression, isAtomic: true, needs };
    const required = `${expression} || (() => { throw new Error(${quote}${variable} is not set${quote}); })()`;
    return { expression: required, isAtomic: false, needs };
  };
}

const helperNeed = 'helper ';
const importNeed = 'import ';
const requireNeed = 'require ';
const bindingNeed = 'binding ';

function supply(view: CodeView, needs: ReadonlySet<string>): readonly TextEdit[] {
  return [...needs].flatMap(need => {
    const [name = '', detail = ''] = need.slice(need.indexOf(' ') + 1).split('=');
    if (need.startsWith(helperNeed)) return [helperEdit(view, name, detail)];
    if (need.startsWith(requireNeed)) return [requireEdit(view, name, detail)];
    if (need.startsWith(importNeed)) return [importEdit(view, name, detail)];
    return bindingEdit(view, name) ?? [];
  });
}

function rewrite(place: Place): Rewrite | Withheld {
  const { view, literal } = place;
  const reason = refuseSharedPlace(view, literal.span.start, place.context);
  if (reason !== undefined) return withheld(reason);
  if (isConstAssertion(view, literal.span)) return withheld(phrase('“as const” needs a literal.'));
  const quote = literal.form.open === '`' ? usualQuote(view) : literal.form.open;
  const lookup = place.lookup(quote);
  if (isJsxAttribute(view, literal.span)) {
    if (/[&\\]/.test(literal.pieces.join('') + literal.value))
      return withheld(phrase('The attribute contains characters that JSX reads in its own way.'));
    return rewriteTo([{ span: literal.span, newText: `{${write(literal, lookup)}}` }], lookup);
  }
  const template = isWhole(literal) ? undefined : writeTemplate(literal, lookup);
  if (!isWhole(literal) && template === undefined)
    return withheld(phrase('The string contains an escape that a template literal cannot hold.'));
  const written = template ?? lookup.expression;
  const expression = template === undefined && !lookup.isAtomic && needsParentheses(view, literal) ? `(${written})` : written;
  return rewriteTo([{ span: literal.span, newText: isObjectKey(view, literal.span) ? `[${written}]` : expression }], lookup);
}

function write(literal: Literal, lookup: Lookup): string {
  return isWhole(literal) ? lookup.expression : (writeTemplate(literal, lookup) ?? '');
}

/** Octal escapes are the only ones a template literal lacks. */
function writeTemplate({ form, pieces }: Literal, { expression }: Lookup): string | undefined {
  if (form.open === '`') return `\`${pieces.join(`\${${expression}}`)}\``;
  if (pieces.some(piece => /(?:^|[^\\])(?:\\\\)*\\[0-9]/.test(piece))) return undefined;
  const own = new RegExp(`\\\\(${form.open})`, 'g');
  const raw = pieces.map(piece => piece.replace(own, '$1').replace(/`|\$(?=\{)/g, '\\$&'));
  return `\`${raw.join(`\${${expression}}`)}\``;
}

/** `a || b` stands by itself between delimiters only: `??`, `&&`, `+` or a member access beside it would take it apart. */
function needsParentheses(view: CodeView, { span }: Literal): boolean {
  return !isOpenBefore(view, span.start) || !isOpenAfter(view, span.end);
}

function isOpenBefore({ code }: CodeView, start: number): boolean {
  const at = indexBefore(code, start);
  if (at < 0) return true;
  const tail = code.slice(Math.max(0, at - 10), at + 1);
  if (/(?:^|[^\w$.])(?:return|throw|yield|default|case)$/.test(tail)) return true;
  if (/=>$|(?:^|[^=!<>])=$/.test(tail)) return true;
  return /[([{,:;]$|(?:^|[^?])\?$/.test(tail);
}

function isOpenAfter({ code }: CodeView, end: number): boolean {
  const at = indexAfter(code, end);
  const next = code.charAt(at);
  if (next === '' || ';,)]}:'.includes(next)) return true;
  const startsLine = code.slice(end, at).includes('\n');
  return startsLine && /^(?!(?:in|instanceof|as|satisfies)\b)[\w$@#"}]/.test(code.slice(at, at + 12));
}

/** The kind of quote the file uses most. */
function usualQuote({ tokens }: CodeView): string {
  const doubles = tokens.filter(({ form }) => form?.open === '"').length;
  const singles = tokens.filter(({ form }) => form?.open === "'").length;
  return doubles > singles ? '"' : "'";
}
