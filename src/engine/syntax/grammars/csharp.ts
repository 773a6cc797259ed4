// C#: https://github.com/tree-sitter/tree-sitter-c-sharp

import type { Grammar } from '../grammar.ts';

export const csharpGrammar: Grammar = {
  name: 'c-sharp',
  roles: {
    string_literal: 'string',
    verbatim_string_literal: 'string',
    raw_string_literal: 'string',
    interpolated_string_expression: 'string',
    character_literal: 'string',
    interpolation: 'hole',
    comment: 'comment',
  },
  bodies: new Set([
    'compilation_unit',
    'global_statement',
    'block',
    'declaration_list',
    'enum_member_declaration_list',
    'switch_section',
    'accessor_list',
  ]),
  positions: [
    { kind: 'annotation', node: 'attribute' },
    { kind: 'pattern', node: 'constant_pattern' },
    { kind: 'default-argument', node: 'parameter' },
    { kind: 'case-label', node: 'goto_statement' },
  ],
  functions: new Set([
    'method_declaration',
    'local_function_statement',
    'lambda_expression',
    'anonymous_method_expression',
    'constructor_declaration',
  ]),
  neverWait: new Set(['lock_statement', 'unsafe_statement', 'catch_filter_clause', 'query_expression', 'parameter_list', 'attribute_list']),
};
