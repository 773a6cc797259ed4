// C and C++: https://github.com/tree-sitter/tree-sitter-cpp

import type { Grammar } from '../grammar.ts';

export const cppGrammar: Grammar = {
  name: 'cpp',
  isApproximate: true,
  bodies: new Set(['translation_unit', 'compound_statement', 'declaration_list', 'field_declaration_list', 'case_statement']),
  positions: [
    { kind: 'import', node: 'preproc_include' },
    { kind: 'annotation', node: 'attribute' },
    { kind: 'case-label', node: 'case_statement', field: 'value' },
    { kind: 'default-argument', node: 'optional_parameter_declaration', field: 'default_value' },
  ],
  functions: new Set(['function_definition', 'lambda_expression']),
};
