// Shell: `${NAME:?…}`, inside the double quotes that are there or in quotes of its own.

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
import type { Withheld } from '../plan.ts';
import { isWhole } from '../read-literal.ts';
import { refuseSetup } from './shell-setup.ts';

export const shellscriptDialect: Dialect = { refuse, environmentLookup, rewrite };

/** csh and its like have no `:?`, and quote in another way. */
function refuse({ text }: CodeView, context: FileContext): Phrase | undefined {
  const isOther = /^#!.*\b(?:t?csh|fish|nu|xonsh|elvish|pwsh)\b/.test(text) || /\.(?:t?csh|nu|xsh|elv)$|\/\.t?cshrc$/.test(context.uri);
  return isOther ? phrase('This shell reads variables in another way: replace the value by hand.') : refuseSetup(context);
}

/** `:?` ends the script when the variable is unset or empty. */
function environmentLookup({ variable, style }: EnvironmentRequest): (quote: string) => Lookup {
  const expression = style === 'plain' ? `\${${variable}}` : `\${${variable}:?${variable} is not set}`;
  return () => ({ expression, isAtomic: true, needs: [] });
}

function rewrite({ literal, lookup }: Place): Rewrite | Withheld {
  const { form, kind, secrets, span } = literal;
  const code = lookup('"');
  const expands = form.sigil === '$';
  if (kind === 'heredoc' && !expands) return withheld(phrase('A quoted here-document does not expand variables.'));
  if (kind !== 'word' && expands)
    return rewriteTo(
      secrets.map(secret => ({ span: secret, newText: code.expression })),
      code,
    );
  const quoted = `"${code.expression}"`;
  if (kind === 'word' || isWhole(literal)) return rewriteTo([{ span, newText: quoted }], code);
  return rewriteTo([{ span, newText: concatenate(literal, '', quoted) }], code);
}
