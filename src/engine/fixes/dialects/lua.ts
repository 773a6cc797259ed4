// Lua: `assert(os.getenv("NAME"), …)`, added with `..` where the literal held more than the key.

import { type Phrase, phrase } from '../../phrase.ts';
import type { CodeView } from '../code-view.ts';
import { type Dialect, type EnvironmentRequest, type Lookup, type Place, type Rewrite, rewriteTo } from '../dialect.ts';
import { concatenate } from '../join.ts';
import type { Withheld } from '../plan.ts';
import { isWhole, type Literal, quotePiece } from '../read-literal.ts';
import { sentToUsers } from '../sent-to-users.ts';
import { bracketsAround, characterAfter, codeBefore, indexBefore } from '../surroundings.ts';

export const luaDialect: Dialect = { refuse, environmentLookup, rewrite };

/** Games run on players' machines: https://create.roblox.com/docs/reference/engine/globals/LuaGlobals#os has no `getenv`. */
function refuse({ code }: CodeView, { uri }: { readonly uri: string }): Phrase | undefined {
  if (/\bgame\s*:\s*GetService\b|\bscript\.Parent\b/.test(code) || /\.luau$/i.test(uri))
    return phrase('Roblox has no environment variables: keep the value in the secrets of the experience.');
  if (/\blove\.(?:load|draw|update|graphics)\b/.test(code)) return sentToUsers;
  return /\blocal\s+os\b|(?:^|[^.\w])os\s*=[^=]/m.test(code) && !/\blocal\s+os\s*=\s*(?:os|require\b[^\n]*)\s*(?:\n|;|$)/.test(code)
    ? phrase('Something else is named “{0}” in this file.', 'os')
    : undefined;
}

function environmentLookup({ variable, style }: EnvironmentRequest): (quote: string) => Lookup {
  return quote => {
    const plain = `os.getenv(${quote}${variable}${quote})`;
    return style === 'plain'
      ? { expression: plain, isAtomic: false, needs: [] }
      : { expression: `assert(${plain}, ${quote}${variable} is not set${quote})`, isAtomic: true, needs: [] };
  };
}

function rewrite({ view, literal, lookup }: Place): Rewrite | Withheld {
  const { form, span } = literal;
  const code = lookup(form.open === "'" ? "'" : '"');
  const newText = write(view, literal, code);
  // `call "text"` is a call: what takes the text's place needs brackets.
  if (!isArgumentAlone(view, span.start)) return rewriteTo([{ span, newText }], code);
  const start = indexBefore(view.code, span.start) + 1;
  return rewriteTo([{ span: { start, end: span.end }, newText: `(${newText})` }], code);
}

function write(view: CodeView, literal: Literal, { expression, isAtomic }: Lookup): string {
  if (isWhole(literal)) return isAtomic && mayReturnMore(view, literal.span) ? `(${expression})` : expression;
  // Joining nothing to a text fails by itself, with a message that names no variable.
  const operand = isAtomic ? expression : `(${expression} or "")`;
  const written = concatenate(literal, ' .. ', operand, writePiece);
  return bindsTighter(view, literal.span) ? `(${written})` : written;
}

/** `assert` gives back its message, too, which matters where the last expression of a list gives all of its values. */
function mayReturnMore(view: CodeView, { start, end }: Literal['span']): boolean {
  if (isArgumentAlone(view, start)) return true;
  const before = codeBefore(view, start);
  const [inner] = bracketsAround(view, start);
  const next = view.code.slice(end).trimStart();
  if (inner?.open === '[' || /^(?:,|\.\.|[=~]=|and\b|or\b)/.test(next) || /(?:\.\.|[=~]=|\band|\bor)$/.test(before)) return false;
  // Brackets that only group give one value, too.
  if (inner?.open === '(')
    return !(inner.index === indexBefore(view.code, start) && next.startsWith(')') && !/[\w)\]"]$/.test(codeBefore(view, inner.index, 10)));
  // A field of a table, or the only target of an assignment, takes one value.
  const target = /(?:^|[\n;{,])\s*(?:local\s+)?[\w.:[\]"·]+\s*(?:<\s*\w+\s*>)?\s*=$/.exec(before)?.[0];
  if (target === undefined) return true;
  return inner?.open !== '{' && target.startsWith(',');
}

/** `print "…"`, `obj:send '…'` */
function isArgumentAlone(view: CodeView, start: number): boolean {
  const before = codeBefore(view, start, 40);
  return /[\w)\]"]$/.test(before) && !/(?:^|\W)(?:and|or|not|return|in|then|do|else|elseif|if|while|until|repeat)$/.test(before);
}

/** `..` binds looser than arithmetic and the operators before a value. */
function bindsTighter(view: CodeView, { start, end }: Literal['span']): boolean {
  return /(?:[-+*/%^#]|\bnot)$/.test(codeBefore(view, start, 10)) || '+-*/%^'.includes(characterAfter(view, end) || ' ');
}

/** A long bracket loses a line end at its start, and must not meet a bracket at its end. */
function writePiece(literal: Literal, piece: string): string {
  const { open, close } = literal.form;
  if (!open.startsWith('[')) return quotePiece(literal, piece);
  const text = /^\r?\n/.test(piece) && piece !== literal.pieces[0] ? `\n${piece}` : piece;
  if (!piece.endsWith(']')) return open + text + close;
  const level = ['=', '==', '===', '===='].find(signs => !piece.includes(`]${signs}`)) ?? '=====';
  return `[${level}[${text}]${level}]`;
}
