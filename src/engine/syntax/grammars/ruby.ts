// Ruby: https://github.com/tree-sitter/tree-sitter-ruby

import type { Grammar } from '../grammar.ts';

export const rubyGrammar: Grammar = {
  name: 'ruby',
  roles: {
    string: 'string',
    subshell: 'string',
    string_array: 'string',
    symbol_array: 'string',
    delimited_symbol: 'string',
    character: 'string',
    regex: 'regex',
    heredoc_body: 'heredoc',
    interpolation: 'hole',
    comment: 'comment',
    uninterpreted: 'outside',
  },
  bodies: new Set(['program', 'body_statement', 'block_body', 'then', 'else', 'do', 'begin', 'ensure', 'begin_block', 'end_block']),
  positions: [
    { kind: 'symbol', node: 'delimited_symbol' },
    { kind: 'pattern', node: 'in_clause', field: 'pattern' },
    { kind: 'pattern', node: 'match_pattern', field: 'pattern' },
    { kind: 'pattern', node: 'test_pattern', field: 'pattern' },
    { kind: 'key', node: 'pair', field: 'key', directly: true },
    { kind: 'case-label', node: 'when', field: 'pattern' },
    { kind: 'default-argument', node: 'optional_parameter', field: 'value' },
    { kind: 'default-argument', node: 'keyword_parameter', field: 'value' },
  ],
  functions: new Set(['method', 'singleton_method', 'lambda']),
};
