// The syntax tree of one text, as the questions a fix asks of it. Who parsed it frees it: see SyntaxParsers.

import type { Node, Tree } from 'web-tree-sitter';
import type { Token } from '../fixes/token.ts';
import { readTokensInSteps } from '../fixes/tokens.ts';
import type { Language } from '../languages/language.ts';
import type { Span } from '../text.ts';
import type { Grammar, PositionKind, PositionRule } from './grammar.ts';
import { readTreeTokens } from './read-tree-tokens.ts';

/** In an async function, in another one, at the top of the file, or where nothing can be awaited: parameters, class bodies. */
export type Waiting = 'async' | 'sync' | 'top' | 'never';

export class SyntaxTree {
  readonly text: string;
  readonly #tree: Tree;
  readonly #grammar: Grammar;
  #tokens: readonly Token[] | undefined;

  constructor(text: string, tree: Tree, grammar: Grammar) {
    this.text = text;
    this.#tree = tree;
    this.#grammar = grammar;
  }

  /** Strings, comments and the like, as the grammar has them; where it is at a loss, as the lexer does. Read once. */
  tokens(language: Language): readonly Token[] {
    const steps = this.tokensInSteps(language);
    while (this.#tokens === undefined) steps.next();
    return this.#tokens;
  }

  /** Reads the tokens of a long text ahead, so that nobody has to wait while they are read. */
  *tokensInSteps(language: Language): Generator<undefined, void> {
    if (this.#tokens !== undefined) return;
    const lexed = yield* readTokensInSteps(this.text, language);
    yield;
    const { roles } = this.#grammar;
    const request = { text: this.text, root: this.#tree.rootNode, errors: this.errors(), language, lexed };
    this.#tokens = roles === undefined ? lexed : yield* readTreeTokens({ ...request, roles });
  }

  /** What the place of a literal is called. */
  positionOf(span: Span): PositionKind {
    const { bodies, functions } = this.#grammar;
    const literal = this.#nodeOf(span);
    for (let node = literal; node !== null; node = node.parent) {
      const { parent } = node;
      if (parent === null) break;
      const rule = this.#ruleFor(node, parent, node === literal);
      if (rule !== undefined) return rule.kind;
      if (functions.has(node.type) || bodies.has(parent.type)) break;
    }
    return 'value';
  }

  /** Whether the statement around a place, or what should be one, has a syntax error. An error elsewhere does not matter. */
  isBrokenAt(span: Span): boolean {
    if (this.#grammar.isApproximate) return false;
    for (let node = this.#nodeOf(span); node !== null; node = node.parent) {
      if (node.isError) return true;
      const { parent } = node;
      if (parent === null || this.#grammar.bodies.has(parent.type)) return node.hasError || isBesideError(node);
      if (parent.isError && statement.test(node.type)) return node.hasError;
    }
    return false;
  }

  /** The places where the parser skipped something, or put in something that is missing. */
  errors(): readonly Span[] {
    const errors: Span[] = [];
    const collect = (node: Node): void => {
      if (node.isError || node.isMissing) errors.push(spanOf(node));
      else for (const child of node.children) if (child.hasError || child.isMissing) collect(child);
    };
    if (this.#tree.rootNode.hasError) collect(this.#tree.rootNode);
    return errors;
  }

  /** Whether the code of a place can wait for something: in the body of a function, or at the top of the file. */
  waitingAt({ start, end }: Span): Waiting {
    const { functions, neverWait, waiting, modifiers } = this.#grammar;
    const isAsync = ({ type, text }: Node): boolean => text === 'async' || (type === modifiers && /\basync\b/.test(text));
    for (let node = this.#nodeOf({ start, end }); node !== null; node = node.parent) {
      if (neverWait?.has(node.type)) return 'never';
      if (waiting?.has(node.type)) return 'async';
      const { parent } = node;
      if (parent === null || !functions.has(parent.type) || parent.childForFieldName('body')?.id !== node.id) continue;
      const name = parent.childForFieldName('name') ?? parent.childForFieldName('parameters') ?? node;
      return parent.children.some(child => child.startIndex < name.startIndex && isAsync(child)) ? 'async' : 'sync';
    }
    return 'top';
  }

  /** For parsing a text that differs from this one; who asked for it deletes it. */
  copyTree(): Tree {
    return this.#tree.copy();
  }

  dispose(): void {
    this.#tree.delete();
  }

  #nodeOf({ start, end }: Span): Node | null {
    return this.#tree.rootNode.namedDescendantForIndex(start, end);
  }

  /** Patterns and the like may be as long as their literal: what is directly around it is what begins elsewhere. */
  #ruleFor(node: Node, parent: Node, isLiteral: boolean): PositionRule | undefined {
    const own = isLiteral ? this.#grammar.positions.find(rule => rule.node === node.type && rule.field === undefined) : undefined;
    return own ?? this.#grammar.positions.find(rule => isMatch(rule, node, parent, isLiteral));
  }
}

const statement = /_(?:statement|declaration|definition|item)$/;

function isMatch(rule: PositionRule, node: Node, parent: Node, isLiteral: boolean): boolean {
  if (rule.node !== parent.type || (rule.directly && !isLiteral)) return false;
  return rule.field === undefined || parent.childrenForFieldName(rule.field).some(child => child.id === node.id);
}

/** An error that the parser set between this statement and the next belongs to what is on the same line. */
function isBesideError(node: Node): boolean {
  const { nextSibling, previousSibling } = node;
  return (
    (nextSibling?.isError === true && nextSibling.startPosition.row === node.endPosition.row) ||
    (previousSibling?.isError === true && previousSibling.endPosition.row === node.startPosition.row)
  );
}

function spanOf({ startIndex, endIndex }: Node): Span {
  return { start: startIndex, end: endIndex };
}
