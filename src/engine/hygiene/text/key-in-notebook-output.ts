// Keys in what a notebook's cells printed: the code may be clean by now, the output is still saved with it.

import { findNodeAtOffset, type Node, parseTree } from 'jsonc-parser';
import { phrase } from '../../phrase.ts';
import type { CheckedText } from './checked-text.ts';
import type { Sighting, TextCheck } from './text-check.ts';

export const keyInNotebookOutput: TextCheck = {
  id: 'key-in-notebook-output',
  family: 'exposure',
  title: 'Key in the output of a notebook',
  why: 'A notebook saves what its cells printed beside their code, and it is shared and committed with the notebook. Clear the output, and replace the key if the notebook was ever shared.',
  severity: 'warning',
  source: 'https://nbformat.readthedocs.io/en/latest/format_description.html',
  isAboutKeys: true,
  find: text => (text.findings.length > 0 && /\.ipynb$/i.test(text.fileName) && mayHaveOutputs(text) ? inOutputs(text) : []),
};

/** In the editor a cell is a text of its own, without its output. */
function mayHaveOutputs({ text }: CheckedText): boolean {
  return text.trimStart().startsWith('{') && text.includes('"outputs"');
}

function inOutputs(text: CheckedText): readonly Sighting[] {
  const root = parseTree(text.text);
  if (!root) return [];
  return text.findings.flatMap(({ span, fingerprint }): readonly Sighting[] => {
    const outputs = outputsAround(findNodeAtOffset(root, span.start, true));
    if (!outputs) return [];
    const clear = { span: { start: outputs.offset, end: outputs.offset + outputs.length }, newText: '[]' };
    return [
      {
        span,
        fingerprint,
        message: phrase('This key is in the output of a cell, which is saved with the notebook: clear it.'),
        repairs: [{ kind: 'edits', title: phrase('Clear the output of this cell'), edits: [clear] }],
      },
    ];
  });
}

/** The list that is the value of a cell's `outputs`. */
function outputsAround(node: Node | undefined): Node | undefined {
  for (let each = node; each; each = each.parent) {
    const [key, value] = each.type === 'property' ? (each.children ?? []) : [];
    if (key?.value === 'outputs' && value?.type === 'array') return value;
  }
  return undefined;
}
