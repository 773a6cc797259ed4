// PowerShell: `$(if ($env:NAME) { … } else { throw … })`, inside double quotes where the string held more than the key.

import { type Phrase, phrase } from '../../phrase.ts';
import type { CodeView } from '../code-view.ts';
import {
  type Dialect,
  type EnvironmentRequest,
  type FileContext,
  type Lookup,
  type Place,
  type Refusals,
  type Rewrite,
  rewriteTo,
  withheld,
} from '../dialect.ts';
import type { Withheld } from '../plan.ts';
import { isWhole, type Literal } from '../read-literal.ts';
import { bracketsAround, codeBefore, lineBefore } from '../surroundings.ts';

const refusals = { annotation: phrase('An attribute takes constants only.') } satisfies Refusals;

export const powershellDialect: Dialect = { refuse, refusals, guessRefusal, environmentLookup, rewrite };

/** https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.core/about/about_data_files */
function refuse(_: CodeView, { uri }: FileContext): Phrase | undefined {
  return /\.psd1$/i.test(uri) ? phrase('A data file takes constants only.') : undefined;
}

/** The text of the exception needs quotes that do not end a string around it. */
function environmentLookup({ variable, style }: EnvironmentRequest): (quote: string) => Lookup {
  const expression =
    style === 'plain' ? `$env:${variable}` : `$(if ($env:${variable}) { $env:${variable} } else { throw '${variable} is not set' })`;
  return () => ({ expression, isAtomic: true, needs: [] });
}

function guessRefusal(view: CodeView, { span }: Literal): Phrase | undefined {
  const isInAttribute = bracketsAround(view, span.start).some(
    ({ open, index }) => open === '(' && /\[[A-Za-z][\w.]*$/.test(codeBefore(view, index, 60)),
  );
  return isInAttribute ? refusals.annotation : undefined;
}

function rewrite({ view, literal, lookup }: Place): Rewrite | Withheld {
  const reason = refusePosition(view, literal);
  if (reason !== undefined) return withheld(reason);
  const { form, span, secrets, kind } = literal;
  const code = lookup("'");
  if (kind === 'word')
    return rewriteTo([{ span, newText: /[:=]$/.test(view.code.charAt(span.start - 1)) ? `"${holeOf(code)}"` : code.expression }], code);
  const isHereString = form.open.startsWith('@');
  if (isWhole(literal) && !isHereString && !touchesWord(view, span)) return rewriteTo([{ span, newText: code.expression }], code);
  const hole = holeOf(code);
  if (form.sigil !== undefined) {
    const edits = secrets.map(secret => ({ span: secret, newText: hole }));
    return rewriteTo(edits, code);
  }
  const pieces = literal.pieces.map(piece => escapePiece(isHereString ? piece : piece.replaceAll("''", "'"), isHereString));
  const [open, close] = isHereString ? ['@"', '\n"@'] : ['"', '"'];
  return rewriteTo([{ span, newText: open + pieces.join(hole) + close }], code);
}

/** `--header='…'`, `'…'.Length`: what touches a string belongs to the same argument, which only another string keeps so. */
function touchesWord({ code }: CodeView, { start, end }: Literal['span']): boolean {
  return (
    /[^\s([{,;=|]/.test(code.charAt(start - 1)) ||
    /\S=$/.test(code.slice(Math.max(0, start - 2), start)) ||
    /[^\s)\]},;|]/.test(code.charAt(end))
  );
}

/** In a string a colon or a letter behind a variable would belong to its name. */
function holeOf({ expression }: Lookup): string {
  const name = /^\$(env:\w+)$/.exec(expression)?.[1];
  return name === undefined ? expression : `\${${name}}`;
}

/** What double quotes would read: variables, backticks, and quotes, which may be curly ones. */
function escapePiece(piece: string, isHereString: boolean): string {
  return piece.replace(isHereString ? /[$`]/g : /[$`"“”„]/g, '`$&');
}

function refusePosition(view: CodeView, { span, kind }: Literal): Phrase | undefined {
  const { start, end } = span;
  if (kind === 'word' && !isArgument(view, span)) return phrase('The value is not inside a string.');
  const line = lineBefore({ text: view.code }, start);
  if (/^\s*using\s+(?:module|namespace|assembly)\b/i.test(line)) return phrase('The value is in an import path.');
  if (/[\w)\]}](?:\.|::)$/.test(view.code.slice(Math.max(0, start - 3), start)))
    return phrase('The value is a name here, which cannot be looked up.');
  if (/^[ \t]*=(?!=)/.test(view.code.slice(end)) && /(?:^|[\n;{])[ \t]*$/.test(view.code.slice(Math.max(0, start - 200), start)))
    return phrase('The value is a name here, which cannot be looked up.');
  return isCaseLabel(view, start, end) ? phrase('A case label must be a constant.') : undefined;
}

/** `-Key …`, `-Key:…`, `--key=…`: only arguments need no quotes. */
function isArgument({ code }: CodeView, { start, end }: Literal['span']): boolean {
  return (
    /(?:^|\s)--?[A-Za-z][\w-]*(?:[ \t]+|[:=])$/.test(code.slice(Math.max(0, start - 100), start)) && /^(?:[\s;|)}]|$)/.test(code.slice(end))
  );
}

/** `switch ($x) { "…" { … } }`: what stands there is read as a text, a variable or a block. */
function isCaseLabel(view: CodeView, start: number, end: number): boolean {
  const [inner] = bracketsAround(view, start);
  if (inner?.open !== '{' || !/^\s*\{/.test(view.code.slice(end))) return false;
  return /\bswitch\b[^{}]*$/i.test(codeBefore(view, inner.index, 200));
}
