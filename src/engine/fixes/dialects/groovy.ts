// Groovy: `System.getenv("NAME") ?: { throw … }()`, inside `${…}` where the string held more than the key.

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

/** `throw` is a statement: a closure holds it. */
function environmentLookup({ variable, style }: EnvironmentRequest): (quote: string) => Lookup {
  return quote => {
    const plain = `System.getenv(${quote}${variable}${quote})`;
    return style === 'plain'
      ? { expression: plain, isAtomic: true, needs: [] }
      : {
          expression: `${plain} ?: { throw new IllegalStateException(${quote}${variable} is not set${quote}) }()`,
          isAtomic: false,
          needs: [],
        };
  };
}

function rewrite({ view, literal, lookup }: Place): Rewrite | Withheld {
  const reason = refusePosition(view, literal);
  if (reason !== undefined) return withheld(reason);
  const { form, span } = literal;
  const code = lookup(form.close.charAt(0));
  const bracketed = code.isAtomic ? code.expression : `(${code.expression})`;
  if (isWhole(literal)) return rewriteTo([{ span, newText: standsAloneOnLine(view, span) ? code.expression : bracketed }], code);
  if (form.holes !== undefined) return rewriteTo([{ span, newText: splice(literal, `\${${code.expression}}`) }], code);
  const written = concatenate(literal, ' + ', bracketed);
  return rewriteTo([{ span, newText: standsAloneOnLine(view, span) ? written : `(${written})` }], code);
}

function refusePosition(view: CodeView, { span }: Literal): Phrase | undefined {
  const { start, end } = span;
  if (bracketsAround(view, start).some(({ open, index }) => open === '(' && /@[\w.]+$/.test(codeBefore(view, index))))
    return phrase('An annotation takes constants only.');
  if (/\bcase$/.test(codeBefore(view, start))) return phrase('A case label must be a constant.');
  const isName = /^[ \t]*:(?!:)/.test(view.code.slice(end)) && /[[(,]$/.test(codeBefore(view, start));
  if (isName || /\.$/.test(codeBefore(view, start))) return phrase('The value is a name here, which cannot be looked up.');
  // `println "…"` followed by brackets or an operator would be read anew.
  return undefined;
}
