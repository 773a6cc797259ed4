// The statement that loads another file, below what has to stand at the top of a PHP file.

import type { CodeView } from '../../code-view.ts';
import { relativeModule } from '../../dialects/module-path.ts';
import type { TextEdit } from '../../plan.ts';

/** `/../vendor/autoload.php`: what stands behind `__DIR__`. */
export function fromFolder(path: string, file: string): string {
  return `/${relativeModule(path, file).replace(/^\.\//, '')}`;
}

export function requireEdits(view: CodeView, path: string, file: string): readonly TextEdit[] {
  const { text, code, newline } = view;
  const place = fromFolder(path, file);
  if (text.includes(`__DIR__ . '${place}'`) || text.includes(`__DIR__ . "${place}"`) || text.includes(`__DIR__.'${place}'`)) return [];
  const statement = `require_once __DIR__ . '${place}';`;
  const opener = /<\?php(?=\s)/i.exec(text);
  if (opener === null) return [{ span: { start: 0, end: 0 }, newText: `<?php ${statement} ?>${newline}` }];
  const behind = opener.index + opener[0].length;
  // In a line of HTML.
  if (!/^[ \t]*\r?\n/.test(text.slice(behind))) return [{ span: { start: behind, end: behind }, newText: ` ${statement}` }];
  const { at, isLoad } = headEnd(code, behind);
  const gap = /^[^\n]*(?:\n[ \t]*\r?(?:\n|$)|$)/.test(text.slice(at)) ? '' : newline;
  return [{ span: { start: at, end: at }, newText: `${isLoad ? newline : newline + newline}${statement}${gap}` }];
}

/** Behind `declare`, `namespace`, `use` and the files that are loaded already. */
function headEnd(code: string, from: number): { readonly at: number; readonly isLoad: boolean } {
  const next = /\s*(?:declare\s*\([^)]*\)\s*;|namespace\b[^;{]*[;{]|use\b[^;]*;|(?<load>(?:require|include)(?:_once)?\b[^;]*;))/iy;
  let at = from;
  let isLoad = false;
  next.lastIndex = at;
  for (let match = next.exec(code); match !== null; match = next.exec(code)) {
    at = next.lastIndex;
    isLoad = match.groups?.['load'] !== undefined;
  }
  return { at, isLoad };
}
