// Go: https://github.com/tree-sitter/tree-sitter-go

import type { Grammar } from '../grammar.ts';

export const goGrammar: Grammar = {
  name: 'go',
  roles: { interpreted_string_literal: 'string', raw_string_literal: 'string', rune_literal: 'string', comment: 'comment' },
  bodies: new Set(['source_file', 'block', 'statement_list', 'const_declaration', 'var_declaration', 'var_spec_list', 'import_spec_list']),
  positions: [
    { kind: 'import', node: 'import_spec' },
    { kind: 'constant', node: 'const_spec' },
    { kind: 'struct-tag', node: 'field_declaration', field: 'tag' },
    { kind: 'key', node: 'keyed_element', field: 'key' },
    { kind: 'case-label', node: 'expression_case', field: 'value' },
  ],
  functions: new Set(['function_declaration', 'method_declaration', 'func_literal']),
};
