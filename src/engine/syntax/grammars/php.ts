// PHP with the HTML around it: https://github.com/tree-sitter/tree-sitter-php

import type { Grammar } from '../grammar.ts';

export const phpGrammar: Grammar = {
  name: 'php',
  // Code in a string has no node of its own: the lexer tells where it begins and ends.
  roles: {
    string: 'string',
    encapsed_string: 'string',
    shell_command_expression: 'string',
    heredoc: 'heredoc',
    nowdoc: 'heredoc',
    comment: 'comment',
  },
  bodies: new Set([
    'program',
    'compound_statement',
    'declaration_list',
    'enum_declaration_list',
    'switch_block',
    'case_statement',
    'default_statement',
    'colon_block',
  ]),
  positions: [
    { kind: 'annotation', node: 'attribute' },
    { kind: 'constant', node: 'const_element' },
    { kind: 'enum-member', node: 'enum_case' },
    { kind: 'static-variable', node: 'static_variable_declaration' },
    { kind: 'property-default', node: 'property_element' },
    { kind: 'default-argument', node: 'simple_parameter', field: 'default_value' },
    { kind: 'default-argument', node: 'property_promotion_parameter', field: 'default_value' },
    { kind: 'declaration', node: 'declare_directive' },
    { kind: 'case-label', node: 'case_statement', field: 'value' },
  ],
  functions: new Set(['function_definition', 'method_declaration', 'anonymous_function', 'arrow_function']),
};
