// Puts the parser and the grammars of the languages we know beside the bundles: the extension reads them when first needed.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { importSource } from './import-source.mjs';
import { projectRoot } from './project-root.mjs';

const { grammarNames } = await importSource('src/engine/syntax/grammars/catalogue.ts');

/** @returns {string[]} the files, relative to the project */
export function copyGrammars() {
  const folder = path.join(projectRoot, 'dist', 'grammars');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = [
    'node_modules/web-tree-sitter/web-tree-sitter.wasm',
    ...grammarNames.map((/** @type {string} */ name) => `node_modules/@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`),
  ];
  for (const file of files) copyFileSync(path.join(projectRoot, file), path.join(folder, path.basename(file)));
  return files;
}
