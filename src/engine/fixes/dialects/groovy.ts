// Groovy: `Objects.requireNonNull(System.getenv("NAME"), …)`, added with `+`, or inside `${…}` of what is a template already.

import { type Phrase, phrase } from '../../phrase.ts';
import type { CodeView } from '../code-view.ts';
import { type Dialect, type EnvironmentRequest, type Lookup, type Place, type Rewrite, rewriteTo, withheld } from '../dialect.ts';
import { concatenate, splice } from '../join.ts';
import type { Withheld } from '../plan.ts';
import { isWhole, type Literal } from '../read-literal.ts';
import { sentToUsers } from '../sent-to-users.ts';
import { standsAloneOnLine } from '../stands-alone.ts';
import { bracketsAround, codeBefore } from '../surroundings.ts';

export const groovyDialect: Dialect = { refuse, environmentLookup, rewrite };

/** A `buildConfigField` of Android becomes a constant of the app. */
function refuse({ code }: CodeView): Phrase | undefined {
  if (/\bbuildConfigField\b|\bresValue\b|\bmanifestPlaceholders\b/.test(code)) return sentToUsers;
  return /\bclass\s+System\b/.test(code) ? phrase('Something else is named “{0}” in this file.', 'System') : undefined;
}

/** Groovy imports `java.util` by itself: https://groovy-lang.org/structure.html#_default_imports */
function environmentLookup({ variable, style }: EnvironmentRequest): (quote: string) => Lookup {
  return quote => {
    const plain = `System.getenv(${quote}${variable}${quote})`;
    const expression = style === 'plain' ? plain : `Objects.requireNonNull(${plain}, ${quote}${variable} is not set${quote})`;
    return { expression, isAtomic: true, needs: [] };
  };
}

function rewrite({ view, literal, lookup }: Place): Rewrite | Withheld {
  const reason = refusePosition(view, literal);
  if (reason !== undefined) return withheld(reason);
  const { form, span, pieces } = literal;
  const { expression, needs } = lookup(form.close.charAt(0));
  const isTemplate = form.sigil !== undefined && pieces.some(piece => /(?:^|[^\\])\$/.test(piece));
  const newText = isWhole(literal) ? expression : isTemplate ? splice(literal, `\${${expression}}`) : join(view, literal, expression);
  return rewriteTo([{ span, newText }], { needs });
}

/** Not as a template, which is no `String` to those who look it up in a map. */
function join(view: CodeView, literal: Literal, expression: string): string {
  const written = concatenate(literal, ' + ', expression);
  return standsAloneOnLine(view, literal.span) || isCommandArgument(view, literal.span) ? written : `(${written})`;
}

/** `println '…'` */
function isCommandArgument({ code }: CodeView, { start, end }: Literal['span']): boolean {
  return (
    /^[ \t]*\w[\w.]*[ \t]+$/.test(code.slice(code.lastIndexOf('\n', start - 1) + 1, start)) &&
    /^[ \t]*(?:\r?\n(?![ \t\r\n]*[.?])|,|$)/.test(code.slice(end))
  );
}

function refusePosition(view: CodeView, { span }: Literal): Phrase | undefined {
  const { start, end } = span;
  if (bracketsAround(view, start).some(({ open, index }) => open === '(' && /@[\w.]+$/.test(codeBefore(view, index))))
    return phrase('An annotation takes constants only.');
  if (/\bcase$/.test(codeBefore(view, start))) return phrase('A case label must be a constant.');
  const isName = /^[ \t]*:(?!:)/.test(view.code.slice(end)) && /[[(,]$/.test(codeBefore(view, start));
  return isName || /\.$/.test(codeBefore(view, start)) ? phrase('The value is a name here, which cannot be looked up.') : undefined;
}
