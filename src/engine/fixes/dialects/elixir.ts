// Elixir: `System.fetch_env!("NAME")`, inside `#{…}` where the string held more than the key. What runs when a module is compiled
// would build the key in: an attribute becomes a function, the rest is withheld.

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
import { concatenate, splice } from '../join.ts';
import type { Withheld } from '../plan.ts';
import { isWhole, type Literal } from '../read-literal.ts';
import { isInFunction, moveAttribute } from './elixir-attribute.ts';
import { refusePosition } from './elixir-position.ts';

export const elixirDialect: Dialect = { refuse, environmentLookup, rewrite };

/** https://hexdocs.pm/elixir/Config.html: all but `runtime.exs` is read when the app is built. */
function refuse({ code }: CodeView, { uri }: FileContext): Phrase | undefined {
  if (/\/config\/(?:config|prod)\.exs$/.test(uri))
    return phrase('This file is read when the app is built: move the setting to {0}.', 'config/runtime.exs');
  return /\balias\s+[\w.]+\.System\b|\bas:\s*System\b/.test(code)
    ? phrase('Something else is named “{0}” in this file.', 'System')
    : undefined;
}

function environmentLookup({ variable, style }: EnvironmentRequest): (quote: string) => Lookup {
  const expression = `System.${style === 'plain' ? 'get_env' : 'fetch_env!'}("${variable}")`;
  return () => ({ expression, isAtomic: true, needs: [] });
}

function rewrite({ view, literal, lookup }: Place): Rewrite | Withheld {
  const reason = refuseForm(literal) ?? refusePosition(view, literal);
  if (reason !== undefined) return withheld(reason);
  const code = lookup('"');
  const own = { span: literal.span, newText: write(literal, code) };
  if (!/\bdefmodule\b/.test(view.code) || isInFunction(view, literal.span.start)) return rewriteTo([own], code);
  const moved = moveAttribute(view, literal.span);
  return moved.kind === 'withheld' ? moved : rewriteTo([...moved.edits, own], code);
}

function refuseForm({ form, pieces }: Literal): Phrase | undefined {
  if (form.holds === 'words') return form.open.startsWith("'") || /^~c/i.test(form.open) ? inCharlist : inWords;
  // A backslash before the closing mark of a raw text would escape it.
  const endsInBackslash = form.holes === undefined && pieces.some(piece => piece.endsWith('\\'));
  return endsInBackslash ? phrase('This raw string has no place for a lookup: make it an ordinary one first.') : undefined;
}

const inCharlist = phrase('A charlist does not read the environment.');
const inWords = phrase('A list of words does not interpolate.');

function write(literal: Literal, { expression }: Lookup): string {
  if (isWhole(literal)) return expression;
  return literal.form.holes === undefined ? `(${concatenate(literal, ' <> ', expression)})` : splice(literal, `#{${expression}}`);
}
