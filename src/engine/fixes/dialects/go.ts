// Go: `mustEnv("NAME")` with the helper it needs, or `os.Getenv("NAME")`, added with `+`.

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
import type { TextEdit, Withheld } from '../plan.ts';
import { isWhole, type Literal } from '../read-literal.ts';
import { bracketsAround, characterAfter, characterBefore, codeBefore, statementBefore } from '../surroundings.ts';
import { constantEdits, declarationBefore } from './go-constant.ts';
import { helperEdit, helperNameFor, needsHelper } from './go-helper.ts';
import { importEdits, osName, packageImport } from './go-imports.ts';

const refusals = {
  import: phrase('The value is in an import path.'),
  'struct-tag': phrase('The value is in a struct tag.'),
} satisfies Refusals;

export const goDialect: Dialect = { refusals, guessRefusal, environmentLookup, rewrite, supply };

const importOs = 'import os';

function environmentLookup({ view, variable, style }: EnvironmentRequest): (quote: string) => Lookup {
  const name = `"${variable}"`;
  if (style === 'plain') return () => ({ expression: `${osName(view)}.Getenv(${name})`, isAtomic: true, needs: [importOs] });
  const helper = helperNameFor(view);
  return () => ({ expression: `${helper}(${name})`, isAtomic: true, needs: needsHelper(view, helper) ? [importOs, helper] : [] });
}

function supply(view: CodeView, needs: ReadonlySet<string>, { siblings }: { readonly siblings: readonly string[] }): readonly TextEdit[] {
  const packages = [...needs].filter(need => need.startsWith('import ') && need !== importOs);
  if (packages.length > 0) return packages.flatMap(need => packageImport(view, need.slice('import '.length)));
  const [helper] = [...needs].filter(need => need !== importOs);
  const isElsewhere = helper !== undefined && siblings.some(text => new RegExp(`^func ${helper}\\(`, 'm').test(text));
  if (isElsewhere) return [];
  return [...(needs.has(importOs) ? importEdits(view) : []), ...(helper === undefined ? [] : [helperEdit(view, helper)])];
}

function rewrite({ view, literal, lookup }: Place): Rewrite | Withheld {
  const reason = refuseType(view, literal);
  if (reason !== undefined) return withheld(reason);
  const code = lookup('"');
  const { span } = literal;
  const operator = isDense(view, literal) ? '+' : ' + ';
  const written = concatenate(literal, operator, code.expression);
  const newText = !isWhole(literal) && isTight(view, literal) ? `(${written})` : written;
  const constant = constantEdits(view, span, newText);
  if (constant === undefined) return rewriteTo([{ span, newText }], code);
  return constant.kind === 'withheld' ? constant : rewriteTo(constant.edits, code);
}

function guessRefusal(view: CodeView, { span, form }: Literal): Phrase | undefined {
  const statement = statementBefore(view, span.start, true);
  if (/^import\b/.test(statement)) return refusals.import;
  const [inner] = bracketsAround(view, span.start);
  const opening = inner === undefined ? '' : view.code.slice(Math.max(0, inner.index - 30), inner.index).trimEnd();
  if (inner?.open === '(' && /^import$|\nimport$/.test(opening)) return refusals.import;
  return inner?.open === '{' && /\bstruct$/.test(opening) && form.open === '`' ? refusals['struct-tag'] : undefined;
}

function refuseType(view: CodeView, { span }: Literal): Phrase | undefined {
  const [, type] = /^(?:(?:var|const)\s+)?(?!(?:var|const)\b)\w+\s+([\w.]+)\s*=$/.exec(declarationBefore(view, span.start)) ?? [];
  if (type !== undefined && type !== 'string' && type !== 'any')
    return phrase('The value has the type {0}, which a lookup does not have.', type);
  return undefined;
}

/** gofmt leaves out the blanks around `+` among several arguments, however deep, in an index and beside a comparison. */
function isDense(view: CodeView, { span }: Literal): boolean {
  const before = codeBefore(view, span.start);
  if (/[=!<>]=$/.test(before) && !/:=$/.test(before)) return true;
  const brackets = bracketsAround(view, span.start);
  const brace = brackets.findIndex(({ open }) => open === '{');
  return brackets.slice(0, brace === -1 ? undefined : brace).some(({ open, index }, depth) => {
    if (!/[\w)\]]/.test(view.code.charAt(index - 1))) return false;
    return open === '[' ? depth === 0 : hasSeveral(view.code, index);
  });
}

/** Whether there is more than one argument behind an opening bracket. */
function hasSeveral(code: string, open: number): boolean {
  let depth = 0;
  for (let at = open + 1; at < code.length && depth >= 0; at++) {
    const character = code.charAt(at);
    if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character)) depth--;
    else if (character === ',' && depth === 0 && !/^\s*\)/.test(code.slice(at + 1, at + 200))) return true;
  }
  return false;
}

function isTight(view: CodeView, { span }: Literal): boolean {
  return '[.'.includes(characterAfter(view, span.end) || ' ') || '!&'.includes(characterBefore(view, span.start) || ' ');
}
