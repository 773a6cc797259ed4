// fish: `(require_env NAME)` with the function it needs, between the quotes that are there.

import { type Phrase, phrase } from '../../phrase.ts';
import type { CodeView } from '../code-view.ts';
import {
  type Dialect,
  type EnvironmentRequest,
  type FileContext,
  type Lookup,
  type Place,
  type Rewrite,
  rewriteTo,
  withheld,
} from '../dialect.ts';
import { concatenate } from '../join.ts';
import type { TextEdit, Withheld } from '../plan.ts';
import { isWhole } from '../read-literal.ts';
import { freeHelperName, headEdit } from './script-helper.ts';
import { setsUpShell } from './shell-setup.ts';

export const fishDialect: Dialect = { refuse, environmentLookup, rewrite, supply };

/** To leave a function that the shell itself has loaded would be to leave the shell. */
function refuse(_: CodeView, { uri }: FileContext): Phrase | undefined {
  return /\/config\.fish$|\/(?:conf\.d|functions|completions)\/[^/]+\.fish$/.test(uri) ? setsUpShell : undefined;
}

function environmentLookup({ view, variable, style }: EnvironmentRequest): (quote: string) => Lookup {
  if (style === 'plain') return () => ({ expression: `"$${variable}"`, isAtomic: true, needs: [] });
  const helper = freeHelperName(view, hasHelper);
  const needs = hasHelper(view, helper) ? [] : [helper];
  return () => ({ expression: `(${helper} ${variable})`, isAtomic: true, needs });
}

/** A text and a command in brackets that touch are one word, as in older shells than 3.4 that know no `$(…)`. */
function rewrite({ view, literal, lookup }: Place): Rewrite | Withheld {
  const { kind, span } = literal;
  const code = lookup('"');
  if (kind === 'word' && isCaseLabel(view, span.start)) return rewriteTo([{ span, newText: code.expression }], code);
  const newText = isWhole(literal) ? code.expression : concatenate(literal, '', code.expression);
  return isInBraces(view, span.start)
    ? withheld(phrase('The value is inside an expression: write the whole expression anew.'))
    : rewriteTo([{ span, newText }], code);
}

function isCaseLabel({ code }: CodeView, offset: number): boolean {
  return /(?:^|[\n;])[ \t]*case\b[^\n;]*$/.test(code.slice(Math.max(0, offset - 200), offset));
}

/** `{a,b}` is many words. */
function isInBraces({ code }: CodeView, offset: number): boolean {
  return /\{[^\s{}]*$/.test(code.slice(Math.max(0, offset - 200), offset));
}

function hasHelper({ code }: CodeView, name: string): boolean {
  return new RegExp(`^function ${name}\\b`, 'm').test(code);
}

function supply(view: CodeView, needs: ReadonlySet<string>): readonly TextEdit[] {
  return [...needs].map(name =>
    headEdit(view, /^source\b/, [
      `function ${name} --argument-names name`,
      '    if test -z "$$name"',
      '        echo "$name is not set" >&2',
      '        exit 1',
      '    end',
      '    echo $$name',
      'end',
    ]),
  );
}
