// Bourne shells: https://github.com/tree-sitter/tree-sitter-bash

import type { Grammar } from '../grammar.ts';

export const bashGrammar: Grammar = {
  name: 'bash',
  isApproximate: true,
  bodies: new Set(['program', 'compound_statement', 'do_group', 'if_statement', 'elif_clause', 'else_clause', 'case_item', 'subshell']),
  positions: [],
  functions: new Set(['function_definition']),
};
