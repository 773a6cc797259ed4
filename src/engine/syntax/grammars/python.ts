// Python: https://github.com/tree-sitter/tree-sitter-python

import type { Grammar } from '../grammar.ts';

export const pythonGrammar: Grammar = {
  name: 'python',
  roles: { string: 'string', interpolation: 'hole', comment: 'comment' },
  bodies: new Set(['module', 'block']),
  positions: [
    { kind: 'documentation', node: 'expression_statement', directly: true },
    { kind: 'pattern', node: 'case_pattern' },
    { kind: 'type', node: 'type' },
    { kind: 'key', node: 'pair', field: 'key', directly: true },
    { kind: 'default-argument', node: 'default_parameter', field: 'value' },
    { kind: 'default-argument', node: 'typed_default_parameter', field: 'value' },
    { kind: 'annotation', node: 'decorator' },
  ],
  functions: new Set(['function_definition', 'lambda']),
};
