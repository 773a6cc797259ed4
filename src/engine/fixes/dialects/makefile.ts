// Makefiles: in a recipe the shell looks the variable up; elsewhere `$(NAME)` does, behind a check that it is set.

import { type Phrase, phrase } from '../../phrase.ts';
import type { CodeView } from '../code-view.ts';
import { type Dialect, type EnvironmentRequest, type Lookup, type Place, type Rewrite, rewriteTo, withheld } from '../dialect.ts';
import type { Withheld } from '../plan.ts';
import type { Literal } from '../read-literal.ts';
import { lineBefore } from '../surroundings.ts';

export const makefileDialect: Dialect = { refuse, environmentLookup, rewrite };

function refuse({ code }: CodeView): Phrase | undefined {
  const shell = /^[ \t]*SHELL[ \t]*:?=[ \t]*(\S+)/m.exec(code)?.[1] ?? 'sh';
  if (!/(?:^|\/)(?:ba|da|z|k)?sh$|\bbash\b/.test(shell)) return phrase('The recipes of this file are run by something other than a shell.');
  return /^\.RECIPEPREFIX\b/m.test(code)
    ? phrase('The recipes of this file have a mark of their own: replace the value by hand.')
    : undefined;
}

/** As the shell takes it, where a recipe does; `make` itself takes it by name. */
function environmentLookup({ variable, style }: EnvironmentRequest): (quote: string) => Lookup {
  const required = `\${${variable}:?${variable} is not set}`;
  return () => ({ expression: style === 'plain' ? `\${${variable}}` : required, isAtomic: true, needs: [] });
}

function rewrite({ view, literal, lookup }: Place): Rewrite | Withheld {
  const code = lookup('"');
  const { start } = literal.span;
  const line = logicalLine(view, start);
  if (isInDefine(view, start)) return withheld(phrase('The value is inside a canned recipe: replace it by hand.'));
  if (/(?<!\$)\$[({][^()${}]*$/.test(line)) return withheld(phrase('A part of the value is computed.'));
  return line.startsWith('\t') ? rewriteRecipe(view, literal, line, code) : rewriteDefinition(view, literal, line, code);
}

/** The line up to an offset, with those before it that a backslash joins to it. */
function logicalLine({ text }: CodeView, offset: number): string {
  let line = lineBefore({ text }, offset);
  for (let start = offset - line.length; start > 1 && /\\\r?\n$/.test(text.slice(Math.max(0, start - 3), start)); ) {
    const before = lineBefore({ text }, start - 1);
    line = `${before}\n${line}`;
    start -= before.length + 1;
  }
  return line;
}

/** `$` is doubled on its way through `make`; single quotes, in which nothing expands, are left for the variable. */
function rewriteRecipe({ text }: CodeView, { span: { start, end } }: Literal, line: string, code: Lookup): Rewrite {
  const shell = code.expression.replaceAll('$', '$$$$');
  const quote = openQuote(line);
  if (quote === '"') return rewriteTo([{ span: { start, end }, newText: shell }], code);
  if (quote === '') return rewriteTo([{ span: { start, end }, newText: `"${shell}"` }], code);
  const opens = text.charAt(start - 1) === "'";
  const closes = text.charAt(end) === "'";
  const span = { start: opens ? start - 1 : start, end: closes ? end + 1 : end };
  return rewriteTo([{ span, newText: `${opens ? '' : "'"}"${shell}"${closes ? '' : "'"}` }], code);
}

function openQuote(line: string): string {
  let quote = '';
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    if (character === '\\' && quote !== "'") at++;
    else if (quote === '' && (character === '"' || character === "'")) quote = character;
    else if (character === quote) quote = '';
  }
  return quote;
}

const definition = /^( *(?:export[ \t]+)?)([A-Za-z_][\w.-]*)([ \t]*(\+|::?:?|\?)?=[ \t]*)([\s\S]*)$/;

function rewriteDefinition(view: CodeView, { span }: Literal, line: string, code: Lookup): Rewrite | Withheld {
  const [, before = '', name, , operator, prefix = ''] = definition.exec(line) ?? [];
  const variable = /\w+/.exec(code.expression)?.[0] ?? '';
  if (name === undefined) return withheld(phrase('Only recipes and the values of variables can be fixed in a Makefile.'));
  const start = span.start - line.length;
  const indent = /^ */.exec(line)?.[0] ?? '';
  const rest = (view.text.slice(span.end).split('\n', 1)[0] ?? '').trimEnd();
  const isRequired = code.expression.includes(':?');
  const guard = [`${indent}ifndef ${variable}`, `${indent}$(error ${variable} is not set)`, `${indent}endif`];
  if (name !== variable) {
    const check = { span: { start, end: start }, newText: guard.map(text => text + view.newline).join('') };
    return rewriteTo([...(isRequired ? [check] : []), { span, newText: `$(${variable})` }], code);
  }
  const isAll = prefix === '' && /^(?:[ \t]+#.*)?$/.test(rest) && operator !== '+';
  if (!isAll) return withheld(phrase('The variable {0} would hold more than the key: give it another name.', name));
  const own = isRequired ? guard.join(view.newline) : `${before}${name} ?=`;
  return rewriteTo([{ span: { start, end: span.end }, newText: own }], code);
}

function isInDefine({ text }: CodeView, offset: number): boolean {
  const before = text.slice(0, offset);
  return (before.match(/^[ ]*define\b/gm)?.length ?? 0) > (before.match(/^[ ]*endef\b/gm)?.length ?? 0);
}
