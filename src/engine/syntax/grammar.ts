// What we know of a grammar, as data: which of its nodes are strings and comments, where its statements stand, and what the
// place of a literal is called.

/** What a literal is to the code around it, where that decides what may take its place; `value` is everything else. */
export type PositionKind =
  | 'value'
  | 'key'
  | 'member-name'
  | 'default-argument'
  | 'property-default'
  | 'static-variable'
  | 'constant'
  | 'enum-member'
  | 'annotation'
  | 'case-label'
  | 'pattern'
  | 'type'
  | 'const-assertion'
  | 'jsx-attribute'
  | 'tagged-template'
  | 'struct-tag'
  | 'symbol'
  | 'documentation'
  | 'declaration'
  | 'import';

export interface PositionRule {
  readonly kind: PositionKind;
  /** Type of a node around the literal. */
  readonly node: string;
  /** The field of that node in which the literal is; absent: in any. */
  readonly field?: string;
  /** The literal itself is the node's child, not a part of a child. */
  readonly directly?: true;
}

/** What a node is to those who read a text as strings, comments and code; a hole is code inside a string. */
export type NodeRole = 'string' | 'heredoc' | 'comment' | 'regex' | 'outside' | 'hole';

export interface Grammar {
  /** As its file is named: `tree-sitter-<name>.wasm`. */
  readonly name: string;
  /** By node type. Absent where the lexer knows the language better than the grammar does. */
  readonly roles?: Readonly<Record<string, NodeRole>>;
  /** Nodes whose children are statements, members and the like: an error outside the nearest of them is elsewhere. */
  readonly bodies: ReadonlySet<string>;
  /** The nearest node around the literal that matches names its place, up to a body or a function. */
  readonly positions: readonly PositionRule[];
  /** Macros and the like are more than the grammar can know: what it cannot parse may be right. */
  readonly isApproximate?: true;
  /** Nodes that are functions. */
  readonly functions: ReadonlySet<string>;
  /** The child of a function in which its modifiers are, where they are not its own children. */
  readonly modifiers?: string;
  /** Nodes that are no functions and whose code can await, whatever is around them. */
  readonly waiting?: ReadonlySet<string>;
  /** Nodes whose code, but for that of functions in them, can await nothing. */
  readonly neverWait?: ReadonlySet<string>;
}
