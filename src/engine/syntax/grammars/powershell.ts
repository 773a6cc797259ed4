// PowerShell: https://github.com/airbus-cert/tree-sitter-powershell

import type { Grammar } from '../grammar.ts';

export const powershellGrammar: Grammar = {
  name: 'powershell',
  bodies: new Set(['program', 'statement_list', 'statement_block', 'class_statement']),
  positions: [
    { kind: 'annotation', node: 'attribute' },
    { kind: 'default-argument', node: 'script_parameter_default' },
  ],
  functions: new Set(['function_statement', 'script_block_expression']),
};
