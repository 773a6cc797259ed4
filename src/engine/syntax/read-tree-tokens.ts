// Strings, comments and regular expressions of a text as its syntax tree has them, in the shape the lexer gives them.

import type { Node } from 'web-tree-sitter';
import { contains } from '../fixes/code-view.ts';
import type { Token } from '../fixes/token.ts';
import type { Language } from '../languages/language.ts';
import { anyOverlaps } from '../span-search.ts';
import type { Span } from '../text.ts';
import type { NodeRole } from './grammar.ts';
import { advance } from './tree-edits.ts';

export interface TreeTokensRequest {
  readonly text: string;
  readonly root: Node;
  readonly errors: readonly Span[];
  readonly roles: Readonly<Record<string, NodeRole>>;
  readonly language: Language;
  /** What the lexer read. Where it agrees with the tree its token is taken, and so it is where the tree is broken. */
  readonly lexed: readonly Token[];
}

/** Long texts have tens of thousands of tokens: whoever takes the steps may let others have a turn between them. */
export function* readTreeTokens(request: TreeTokensRequest): Generator<undefined, readonly Token[]> {
  const reader = new TreeTokens(request);
  yield;
  for (const nodes of nodesInSteps(request)) {
    // The name of a type may be the name of a node, too: `string`.
    for (const node of nodes) if (node.isNamed) reader.read(node);
    yield;
  }
  const { tokens } = reader;
  yield;
  const kept = request.lexed.filter(
    ({ kind, span }) => (kind === 'outside' || isBroken(span, request.errors)) && !anyOverlaps(reader.outermost, span),
  );
  yield;
  // A string stands before what is in its holes, also where both begin at once.
  return [...tokens, ...kept].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** A few milliseconds of nodes. */
const stepLength = 16_000;

/** Nodes that have a role, in the order of their start; one that goes on in the next step is not given again. */
function* nodesInSteps({ text, root, roles }: TreeTokensRequest): Generator<readonly Node[]> {
  const types = Object.keys(roles);
  if (text.length <= stepLength) return yield root.descendantsOfType(types);
  let point = { row: 0, column: 0 };
  for (let start = 0; start < text.length; start += stepLength) {
    const end = start + stepLength;
    const next = advance(point, text.slice(start, end));
    yield root.descendantsOfType(types, point, next).filter(({ startIndex }) => startIndex >= start && startIndex < end);
    point = next;
  }
}

function isBroken(span: Span, errors: readonly Span[]): boolean {
  return errors.some(error => contains(error, span));
}

/** The grammars count the letters of `"…"u8` to the string, and the line end to some comments. */
function isSuffix(text: string): boolean {
  return /^\w*\s*$/.test(text);
}

/** A token whose holes are still being found. */
interface Draft extends Token {
  readonly holes: Span[];
}

class TreeTokens {
  readonly tokens: Draft[] = [];
  /** Spans of those that are in no other. */
  readonly outermost: Span[] = [];
  readonly #text: string;
  readonly #roles: TreeTokensRequest['roles'];
  readonly #language: Language;
  readonly #lexedByStart: ReadonlyMap<number, Token>;
  readonly #lexedBodies: readonly Token[];
  readonly #hasHoles: boolean;
  /** The tokens around the node that is read, the innermost last. */
  readonly #around: Draft[] = [];

  constructor({ text, roles, language, lexed }: TreeTokensRequest) {
    this.#text = text;
    this.#roles = roles;
    this.#language = language;
    this.#lexedByStart = new Map(lexed.filter(({ kind }) => kind !== 'heredoc').map(token => [token.span.start, token]));
    this.#lexedBodies = lexed.filter(({ kind }) => kind === 'heredoc');
    this.#hasHoles = Object.values(roles).includes('hole');
  }

  /** Nodes in the order of their start, the outer ones first. */
  read(node: Node): void {
    const role = this.#roles[node.type];
    const span = { start: node.startIndex, end: node.endIndex };
    for (let last = this.#around.at(-1); last !== undefined && last.span.end <= span.start; last = this.#around.at(-1)) this.#around.pop();
    const around = this.#around.at(-1);
    const isInHole = around?.holes.some(hole => contains(hole, span)) ?? true;
    if (role === 'hole') {
      if (around !== undefined && !isInHole) around.holes.push(span);
      return;
    }
    const token = isInHole && role !== undefined ? this.#tokenOf(role, span) : undefined;
    if (token === undefined) return;
    this.tokens.push(token);
    if (around === undefined) this.outermost.push(token.span);
    this.#around.push(token);
  }

  #tokenOf(role: Exclude<NodeRole, 'hole'>, span: Span): Draft | undefined {
    if (role === 'heredoc') {
      const body = this.#lexedBodies.find(token => contains(span, token.span));
      return body && this.#draft(body);
    }
    // The colon of `:"…"` is not a part of the string to the lexer.
    const lexed =
      this.#lexedByStart.get(span.start) ?? (this.#text.charAt(span.start) === ':' ? this.#lexedByStart.get(span.start + 1) : undefined);
    if (lexed?.kind === role && lexed.span.end <= span.end && isSuffix(this.#text.slice(lexed.span.end, span.end)))
      return this.#draft(lexed);
    return role === 'string' ? this.#stringOf(span) : { kind: role, span, content: span, holes: [] };
  }

  #draft(token: Token): Draft {
    return { ...token, holes: this.#hasHoles ? [] : [...token.holes] };
  }

  /** Its form is the longest that fits at both ends. */
  #stringOf(span: Span): Draft {
    const text = this.#text.slice(span.start, span.end);
    const [form] = this.#language.strings
      .filter(({ open, close }) => text.length >= open.length + close.length && text.startsWith(open) && text.endsWith(close))
      .sort((a, b) => b.open.length - a.open.length);
    if (form === undefined || form.holds === 'character') return { kind: 'string', span, content: span, holes: [] };
    const content = { start: span.start + form.open.length, end: span.end - form.close.length };
    return { kind: 'string', span, content, form, holes: [] };
  }
}
