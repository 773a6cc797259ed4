// The parsers as the editor has them, with grammars from node_modules.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { projectRoot } from '../../scripts/project-root.mjs';
import { type CancelToken, neverCancelled } from '../../src/engine/cancel.ts';
import { languageOf } from '../../src/engine/languages/catalogue.ts';
import { SyntaxParsers } from '../../src/engine/syntax/syntax-parsers.ts';
import type { SyntaxTree } from '../../src/engine/syntax/syntax-tree.ts';
import type { SourceText } from '../../src/engine/text.ts';

const packages = path.join(projectRoot, 'node_modules');

export function readGrammar(file: string): Promise<Uint8Array> {
  const folder =
    file === 'web-tree-sitter.wasm' ? path.join(packages, 'web-tree-sitter') : path.join(packages, '@vscode/tree-sitter-wasm/wasm');
  return readFile(path.join(folder, file));
}

/** For all tests of a run: a grammar is loaded once. */
export const testParsers = new SyntaxParsers({
  read: readGrammar,
  now: () => performance.now(),
  breathe: () => setImmediate(),
  onProblem: error => assert.fail(String(error)),
});

/** Runs `work` with the tree of a text in a file of the given name. */
export function withTree<Result>(
  file: string,
  text: string,
  work: (tree: SyntaxTree, source: SourceText) => Result,
  cancel: CancelToken = neverCancelled,
): Promise<Result> {
  const source = { uri: `file:///project/${file}`, languageId: '', text };
  return testParsers.withTree(source, languageOf(source), cancel, tree => {
    assert.ok(tree, `no tree for ${file}`);
    return work(tree, source);
  });
}
