// Java: https://github.com/tree-sitter/tree-sitter-java

import type { Grammar } from '../grammar.ts';

export const javaGrammar: Grammar = {
  name: 'java',
  roles: { string_literal: 'string', character_literal: 'string', line_comment: 'comment', block_comment: 'comment' },
  bodies: new Set([
    'program',
    'block',
    'constructor_body',
    'class_body',
    'interface_body',
    'annotation_type_body',
    'enum_body_declarations',
    'enum_body',
    'switch_block_statement_group',
    'switch_rule',
  ]),
  positions: [
    { kind: 'annotation', node: 'annotation' },
    { kind: 'annotation', node: 'annotation_type_element_declaration' },
    { kind: 'case-label', node: 'switch_label' },
  ],
  functions: new Set(['method_declaration', 'constructor_declaration', 'lambda_expression']),
};
