// Rust: https://github.com/tree-sitter/tree-sitter-rust

import type { Grammar } from '../grammar.ts';

export const rustGrammar: Grammar = {
  name: 'rust',
  roles: {
    string_literal: 'string',
    raw_string_literal: 'string',
    char_literal: 'string',
    line_comment: 'comment',
    block_comment: 'comment',
  },
  bodies: new Set(['source_file', 'block', 'declaration_list', 'match_block']),
  positions: [
    { kind: 'annotation', node: 'attribute_item' },
    { kind: 'annotation', node: 'inner_attribute_item' },
    { kind: 'pattern', node: 'match_pattern' },
    { kind: 'pattern', node: 'let_condition', field: 'pattern' },
    { kind: 'pattern', node: 'let_declaration', field: 'pattern' },
    { kind: 'constant', node: 'const_item', field: 'value' },
    { kind: 'constant', node: 'static_item', field: 'value' },
  ],
  functions: new Set(['function_item', 'closure_expression']),
  modifiers: 'function_modifiers',
  waiting: new Set(['async_block']),
  neverWait: new Set(['const_item', 'static_item', 'const_block']),
};
