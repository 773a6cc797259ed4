// R: `require_env("NAME")` with the function it needs, inside `paste0(…)` where the literal held more than the key.

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
import { isWhole, type Literal } from '../read-literal.ts';
import { bracketsAround, codeBefore } from '../surroundings.ts';
import { freeHelperName, headEdit } from './script-helper.ts';

export const rDialect: Dialect = { refuse, environmentLookup, rewrite, supply };

function refuse(_: CodeView, { uri }: FileContext): Phrase | undefined {
  return /\.(?:rmd|qmd|rnw|rd)$/i.test(uri) ? phrase('This document has text between its code: replace the value by hand.') : undefined;
}

/** Unset variables read as empty: https://stat.ethz.ch/R-manual/R-devel/library/base/html/Sys.getenv.html */
function environmentLookup({ view, variable, style }: EnvironmentRequest): (quote: string) => Lookup {
  const helper = freeHelperName(view, hasHelper);
  return quote => {
    const name = `${quote}${variable}${quote}`;
    if (style === 'plain') return { expression: `Sys.getenv(${name})`, isAtomic: true, needs: [] };
    return { expression: `${helper}(${name})`, isAtomic: true, needs: hasHelper(view, helper) ? [] : [helper] };
  };
}

function rewrite({ view, literal, lookup, context }: Place): Rewrite | Withheld {
  const reason = refusePosition(view, literal, context);
  if (reason !== undefined) return withheld(reason);
  const { form, span } = literal;
  const code = lookup(form.close.endsWith("'") ? "'" : '"');
  const newText = isWhole(literal) ? code.expression : `paste0(${concatenate(literal, ', ', code.expression)})`;
  return rewriteTo([{ span, newText }], code);
}

function refusePosition(view: CodeView, { form, span }: Literal, { uri }: FileContext): Phrase | undefined {
  const { start, end } = span;
  const isNamed = /^[ \t]*(?:=(?!=)|<<?-|\()/.test(view.code.slice(end));
  if (form.holds === 'words' || isNamed || /(?:[$@]|:::?|->>?)$/.test(codeBefore(view, start, 10)))
    return phrase('The value is a name here, which cannot be looked up.');
  if (/\b(?:library|require|requireNamespace|loadNamespace|source)\s*\($/.test(codeBefore(view, start)))
    return phrase('The value is in an import path.');
  return isInPackage(view, start, uri)
    ? phrase('Code outside of functions runs when the package is built: read the value in a function.')
    : undefined;
}

/** `R/` holds the code of a package: https://cran.r-project.org/doc/manuals/r-release/R-exts.html#Package-subdirectories */
function isInPackage(view: CodeView, offset: number, uri: string): boolean {
  if (!/\/R\/[^/]+\.[rR]$/.test(uri)) return false;
  return !bracketsAround(view, offset).some(({ index }) =>
    /\bfunction\s*(?:\([^{}]*\))?$|\\\([^{}]*\)$/.test(codeBefore(view, index, 300)),
  );
}

function hasHelper({ code }: CodeView, name: string): boolean {
  return new RegExp(`^${name}\\s*(?:<-|=)\\s*function\\s*\\(\\s*\\w+\\s*\\)`, 'm').test(code);
}

function supply(view: CodeView, needs: ReadonlySet<string>): readonly TextEdit[] {
  return [...needs].map(name =>
    headEdit(view, /^(?:library|require|suppressPackageStartupMessages|source)\s*\(/, [
      `${name} <- function(name) {`,
      '  value <- Sys.getenv(name)',
      '  if (!nzchar(value)) stop(name, " is not set", call. = FALSE)',
      '  value',
      '}',
    ]),
  );
}
