// The string literal around a secret: its form, the text before and after the secret, and what the secret's characters mean.

import type { StringForm } from '../languages/language.ts';
import { type Phrase, phrase } from '../phrase.ts';
import { overlaps, type Span } from '../text.ts';
import { type CodeView, contains, tokenAround } from './code-view.ts';
import { evaluate } from './evaluate.ts';
import type { Token } from './token.ts';

export interface Literal {
  /** The literal with its quotes; of a heredoc its body; of a bare word the secret alone. */
  readonly span: Span;
  readonly content: Span;
  readonly form: StringForm;
  readonly kind: 'string' | 'heredoc' | 'word';
  /** The secret's places in it, in order. */
  readonly secrets: readonly Span[];
  /** Source text around the secrets: one piece more than there are secrets. */
  readonly pieces: readonly string[];
  /** What the secret evaluates to. */
  readonly value: string;
  /** Code inside the literal. */
  readonly holes: readonly Span[];
}

export type LiteralReading = { readonly kind: 'literal'; readonly literal: Literal } | { readonly kind: 'none'; readonly reason: Phrase };

const noForm: StringForm = { open: '', close: '' };

const computed = phrase('A part of the value is computed.');

export function readLiteral(view: CodeView, secret: Span): LiteralReading {
  const token = tokenAround(view, secret);
  if (token === undefined) {
    if (view.language.bareWords) return readWord(view, secret);
    return none(isJoined(view, secret) ? phrase('The value is joined from several strings.') : phrase('The value is not inside a string.'));
  }
  const reason = reasonAgainst(token, secret);
  if (reason !== undefined) return none(reason);
  const form = token.form ?? noForm;
  const before = view.text.slice(token.content.start, secret.start);
  if (form.escape !== undefined && cutsEscape(before, form.escape, form.escapable))
    return none(phrase('The value begins inside an escape.'));
  if (form.sigil !== undefined && isInsideVariable(before)) return none(computed);
  const value = evaluate(view.text.slice(secret.start, secret.end), form);
  if (value === undefined) return none(phrase('The value contains escapes or variables that cannot be carried over safely.'));
  return { kind: 'literal', literal: toLiteral(view, token, form, secret, value) };
}

/** The same literal with one more place of the secret in it. */
export function withSecret(view: CodeView, literal: Literal, secret: Span): Literal {
  const secrets = [...literal.secrets, secret].sort((a, b) => a.start - b.start);
  return { ...literal, secrets, pieces: piecesAround(view.text, literal.content, secrets) };
}

/** A literal's source text as a literal of its own, quotes included. */
export function quotePiece({ form }: Literal, piece: string): string {
  return form.open + piece + form.close;
}

/** Whether the secret is all there is in the literal. */
export function isWhole({ pieces }: Literal): boolean {
  return pieces.length === 2 && pieces.every(piece => piece === '');
}

function toLiteral(view: CodeView, token: Token, form: StringForm, secret: Span, value: string): Literal {
  const { span, content, holes } = token;
  const kind = token.kind === 'heredoc' ? 'heredoc' : 'string';
  return { span, content, form, kind, secrets: [secret], pieces: piecesAround(view.text, content, [secret]), value, holes };
}

function piecesAround(text: string, content: Span, secrets: readonly Span[]): string[] {
  const starts = [content.start, ...secrets.map(({ end }) => end)];
  const ends = [...secrets.map(({ start }) => start), content.end];
  return starts.map((start, index) => text.slice(start, ends[index]));
}

function reasonAgainst(token: Token, secret: Span): Phrase | undefined {
  if (token.kind === 'comment') return phrase('The value is in a comment: remove it there.');
  if (token.kind === 'outside') return phrase('The value is outside the code: remove it there.');
  if (token.kind === 'regex' || token.form?.holds === 'pattern')
    return phrase('The value is in a regular expression, which cannot read the environment.');
  if (token.kind === 'string' && token.form === undefined) return phrase('The value is not inside a string.');
  if (token.holes.some(hole => overlaps(hole, secret))) return computed;
  if (!contains(token.content, secret)) return phrase('The value reaches beyond its string.');
  return undefined;
}

/** From the inside of one string to that of another. */
function isJoined({ tokens }: CodeView, secret: Span): boolean {
  return tokens.some(({ kind, span }) => kind === 'string' && overlaps(span, secret));
}

function readWord({ text }: CodeView, secret: Span): LiteralReading {
  const value = text.slice(secret.start, secret.end);
  if (!/^[\w./:@%+,=-]+$/.test(value)) return none(phrase('The value contains characters that the shell reads in its own way.'));
  return {
    kind: 'literal',
    literal: { span: secret, content: secret, form: noForm, kind: 'word', secrets: [secret], pieces: ['', ''], value, holes: [] },
  };
}

/**
 * Whether the text before the secret ends within `\`, `\u00` or the like. An escape character that stands for itself there would
 * escape what is written in the secret's place; in raw strings, in which nothing is escaped, it is for the dialects to say.
 */
function cutsEscape(before: string, mark: string, escapable: string | undefined): boolean {
  if (mark === '\\' && escapable === undefined)
    return /(?:^|[^\\])(?:\\\\)*\\(?:|x\w?|u\w{0,3}|U\w{0,7}|u\{\w*|N\{[^}]*)$/.test(before.slice(-60));
  let start = before.length;
  while (before.charAt(start - 1) === mark) start--;
  return escapable !== '' && (before.length - start) % 2 === 1;
}

/** In `$name`, `${name` or `${name%pattern`; the default in `${name:-value}` is a text of its own. */
function isInsideVariable(before: string): boolean {
  return /\$\{?\w*$|\$\{\w+(?!\w|:?[-=+?])[^}]*$/.test(before);
}

function none(reason: Phrase): LiteralReading {
  return { kind: 'none', reason };
}
