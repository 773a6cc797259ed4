// JavaScript, TypeScript and TSX: https://github.com/tree-sitter/tree-sitter-javascript, …/tree-sitter-typescript

import type { Grammar, PositionRule } from '../grammar.ts';

const positions: readonly PositionRule[] = [
  { kind: 'import', node: 'import_statement' },
  { kind: 'import', node: 'import_require_clause' },
  { kind: 'import', node: 'export_statement', field: 'source' },
  { kind: 'tagged-template', node: 'call_expression', field: 'arguments', directly: true },
  { kind: 'key', node: 'pair', field: 'key', directly: true },
  { kind: 'member-name', node: 'method_definition', field: 'name', directly: true },
  { kind: 'member-name', node: 'field_definition', field: 'property', directly: true },
  { kind: 'value', node: 'computed_property_name' },
  { kind: 'jsx-attribute', node: 'jsx_attribute', directly: true },
  { kind: 'value', node: 'jsx_expression' },
  { kind: 'annotation', node: 'decorator' },
  { kind: 'case-label', node: 'switch_case', field: 'value' },
  { kind: 'default-argument', node: 'assignment_pattern', field: 'right' },
];

const typePositions: readonly PositionRule[] = [
  { kind: 'member-name', node: 'public_field_definition', field: 'name', directly: true },
  { kind: 'member-name', node: 'abstract_method_signature', field: 'name', directly: true },
  { kind: 'member-name', node: 'method_signature', field: 'name', directly: true },
  { kind: 'type', node: 'property_signature' },
  { kind: 'type', node: 'literal_type' },
  { kind: 'type', node: 'template_literal_type' },
  { kind: 'import', node: 'module', field: 'name' },
  { kind: 'enum-member', node: 'enum_assignment' },
  { kind: 'enum-member', node: 'enum_body' },
  { kind: 'default-argument', node: 'required_parameter', field: 'value' },
  { kind: 'default-argument', node: 'optional_parameter', field: 'value' },
];

const script: Grammar = {
  name: 'javascript',
  roles: {
    string: 'string',
    template_string: 'string',
    template_substitution: 'hole',
    regex: 'regex',
    comment: 'comment',
    html_comment: 'comment',
    hash_bang_line: 'comment',
  },
  bodies: new Set(['program', 'statement_block', 'class_body', 'switch_case', 'switch_default', 'interface_body']),
  positions,
  functions: new Set([
    'arrow_function',
    'function_expression',
    'function_declaration',
    'generator_function',
    'generator_function_declaration',
    'method_definition',
  ]),
  neverWait: new Set(['formal_parameters', 'class_body', 'class_static_block', 'internal_module', 'module']),
};

const typed: Grammar = {
  ...script,
  roles: { ...script.roles, template_literal_type: 'string', template_type: 'hole' },
  positions: [...positions, ...typePositions],
};

export const javascriptGrammar = script;
export const typescriptGrammar: Grammar = { ...typed, name: 'typescript' };
export const tsxGrammar: Grammar = { ...typed, name: 'tsx' };
