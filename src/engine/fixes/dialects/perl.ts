// Perl: `$ENV{NAME} || die(…)`, added with `.` where the string held more than the key. `die` is written with brackets: without
// them it takes the rest of a list for its message.

import type { StringForm } from '../../languages/language.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import type { CodeView } from '../code-view.ts';
import { type Dialect, type EnvironmentRequest, type Lookup, type Place, type Rewrite, rewriteTo, withheld } from '../dialect.ts';
import { concatenate } from '../join.ts';
import type { Withheld } from '../plan.ts';
import { isWhole, type Literal } from '../read-literal.ts';
import { characterAfter, codeBefore } from '../surroundings.ts';

export const perlDialect: Dialect = { refuse, environmentLookup, rewrite };

function refuse({ code }: CodeView, { uri }: { readonly uri: string }): Phrase | undefined {
  return /\.(?:raku(?:mod|test)?|p6|pm6)$/i.test(uri) || /^\s*use\s+v6\b/m.test(code)
    ? phrase('Raku reads its environment in another way: replace the value by hand.')
    : undefined;
}

function environmentLookup({ variable, style }: EnvironmentRequest): (quote: string) => Lookup {
  const plain = `$ENV{${variable}}`;
  return () =>
    style === 'plain'
      ? { expression: plain, isAtomic: true, needs: [] }
      : { expression: `${plain} || die("${variable} is not set\\n")`, isAtomic: false, needs: [] };
}

function rewrite({ view, literal, lookup }: Place): Rewrite | Withheld {
  const reason = refuseForm(view, literal);
  if (reason !== undefined) return withheld(reason);
  const { form, kind, span, secrets } = literal;
  const code = lookup('"');
  if (
    isCommand(form) ||
    kind === 'heredoc' ||
    (form.sigil !== undefined && !isWhole(literal) && (code.isAtomic || !isDivisible(literal)))
  ) {
    const edits = secrets.map((secret, index) => ({ span: secret, newText: interpolate(code, literal.pieces[index + 1] ?? '') }));
    return rewriteTo(edits, code);
  }
  return rewriteTo([{ span, newText: write(view, literal, code) }], code);
}

/** `@{[ … ]}` takes any expression; a backslash keeps what follows from being an index. */
function interpolate({ expression, isAtomic }: Lookup, next: string): string {
  const hole = isAtomic ? expression : `@{[ ${expression} ]}`;
  return /^(?:[[{]|->)/.test(next) ? `${hole}\\` : hole;
}

function write(view: CodeView, literal: Literal, { expression, isAtomic }: Lookup): string {
  const { span, pieces } = literal;
  const before = codeBefore(view, span.start, 40);
  const bracketed = isAtomic ? expression : `(${expression})`;
  // `print (…) . "…"` prints what is in the brackets only.
  const isBehindWord = /(?:^|[^$@%&\w])\w+$/.test(before) && !operatorWord.test(before);
  const first = isBehindWord && !isAtomic ? `+${bracketed}` : bracketed;
  if (isWhole(literal)) return standsAlone(view, span) ? expression : first;
  const joined = concatenate(literal, ' . ', bracketed);
  if (isTight(view, span)) return isBehindWord ? `+(${joined})` : `(${joined})`;
  return pieces[0] === '' ? first + joined.slice(bracketed.length) : joined;
}

const operatorWord = /(?:^|\W)(?:return|and|or|xor|if|unless|while|until|eq|ne|lt|gt|le|ge|cmp|x)$/;

function refuseForm(view: CodeView, { form, kind, span, secrets, pieces }: Literal): Phrase | undefined {
  if (kind === 'heredoc' && form.sigil === undefined) return phrase('A quoted here-document does not interpolate.');
  if (form.holds === 'words') return phrase('A list of words does not interpolate.');
  if (/(?:->|::|&|\bsub)$/.test(codeBefore(view, span.start, 10)) && !/&&$/.test(codeBefore(view, span.start, 10)))
    return phrase('The value is a name here, which cannot be looked up.');
  if (isCommand(form) && /["'|]$/.test(form.open)) return phrase('The value is in a command: put it into a variable first.');
  if (form.sigil === undefined)
    return isDivisible({ form, pieces }) ? undefined : phrase('This raw string has no place for a lookup: make it an ordinary one first.');
  const isArray = secrets.some(({ start, end }) => /(?:^|[^\\])@[\w{$]/.test(view.text.slice(Math.max(start - 1, 0), end)));
  return isArray || isInIndex(pieces[0] ?? '') ? phrase('A part of the value is computed.') : undefined;
}

function isCommand({ open }: StringForm): boolean {
  return open === '`' || open.startsWith('qx');
}

/** Brackets nest in `q{…}`: each piece has to close those that it opens. */
function isDivisible({ form: { open, close }, pieces }: Pick<Literal, 'form' | 'pieces'>): boolean {
  const [opening, closing] = [open.slice(-1), close];
  if (opening === closing) return true;
  return pieces.every(piece => {
    let depth = 0;
    for (const character of piece.replace(/\\[\s\S]/g, '')) {
      if (character === opening) depth++;
      else if (character === closing && --depth < 0) return false;
    }
    return depth === 0;
  });
}

/** `$hash{…`, `@{[ …` */
function isInIndex(before: string): boolean {
  return /(?:^|[^\\])(?:\\\\)*[$@](?:\w[\w:]*(?:->)?|\{[^}]*\}(?:->)?)?[[{][^\]}]*$/.test(before);
}

/** `||` binds looser than all operators but assignments, the comma, `? :` and the written ones. */
function standsAlone(view: CodeView, { start, end }: Literal['span']): boolean {
  const before = codeBefore(view, start, 40);
  const opens = /(?:^|[^=!<>~.+*/%|&^-])=$|[([,;{]$|=>$|(?:^|[^\w$@%&])(?:return|and|or|if|unless|while|until|print|say|die|warn)$/.test(
    before,
  );
  const next = view.code.slice(end).trimStart();
  return opens && (next === '' || /^(?:[;,)\]}]|(?:or|and|if|unless|for|foreach)\b)/.test(next));
}

/** `.` binds looser than multiplication, matching and the operators before a value. */
function isTight(view: CodeView, { start, end }: Literal['span']): boolean {
  const next = view.code.slice(end).trimStart();
  return (
    /(?:[-+!\\*/%]|=~|!~|\bx)$/.test(codeBefore(view, start, 10)) ||
    /^(?:[*/%[]|=~|!~|->|x\s*[\d$(])/.test(next) ||
    '+-'.includes(characterAfter(view, end) || ' ')
  );
}
