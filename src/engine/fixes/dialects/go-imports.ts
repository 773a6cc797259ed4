// What a Go file calls the package "os", and the import it needs, as gofmt would sort it.

import type { CodeView } from '../code-view.ts';
import type { TextEdit } from '../plan.ts';
import { indexBefore } from '../surroundings.ts';

interface ImportSpec {
  readonly path: string;
  /** The name given to it, `.`, `_` or `''`. */
  readonly alias: string;
  /** Offset of the line's first character. */
  readonly lineStart: number;
}

/** The name under which code reaches "os": that of its import, or, to be imported, one that means nothing else here. */
export function osName(view: CodeView): string {
  return importedName(view) ?? (isShadowed(view) ? 'environment' : 'os');
}

export function importEdits(view: CodeView): readonly TextEdit[] {
  if (importedName(view) !== undefined) return [];
  return [packageImport(view, osName(view) === 'os' ? '"os"' : `${osName(view)} "os"`)];
}

/** The name under which code reaches a package that the file imports. */
export function packageName(view: CodeView, path: string): string | undefined {
  const spec = importSpecs(view).find(known => known.path === path && known.alias !== '_' && known.alias !== '.');
  return spec === undefined ? undefined : spec.alias || path.slice(path.lastIndexOf('/') + 1);
}

/** `"path"` or `name "path"` as one more import. */
export function packageImport(view: CodeView, spec: string): TextEdit {
  const block = /^import\s*\(/m.exec(view.code);
  if (block !== null) return intoBlock(view, block.index + block[0].length, spec);
  const single = [...view.code.matchAll(/^import[ \t]+(?:[\w.]+[ \t]+)?"·*"/gm)].find(
    ({ index, 0: line }) => pathIn(view.text.slice(index, index + line.length)) !== 'C',
  );
  if (single !== undefined) return toBlock(view, single.index, single[0].length, spec);
  const clause = /^package[ \t]+\w+[^\n]*/m.exec(view.code);
  const end = clause === null ? 0 : indexBefore(view.code, clause.index + clause[0].length) + 1;
  const lineEnd = view.text.indexOf('\n', end);
  const at = lineEnd === -1 ? view.text.length : lineEnd - (view.newline.length - 1);
  return insertion(at, `${view.newline}${view.newline}import ${spec}`);
}

function importedName(view: CodeView): string | undefined {
  const spec = importSpecs(view).find(({ path, alias }) => path === 'os' && alias !== '_');
  if (spec === undefined || spec.alias === '.') return undefined;
  return spec.alias === '' ? 'os' : spec.alias;
}

/** Anything declared or taken as `os`: variable, parameter, function. */
function isShadowed({ code }: CodeView): boolean {
  return /(?<![\w.])os\s*(?::=|,[^\n;{}()]*:=)|,\s*os\s*:=|\b(?:var|const|func|type)\s+os\b|[(,]\s*os\s+[\w.*[\]]+\s*[,)]/.test(code);
}

function importSpecs(view: CodeView): readonly ImportSpec[] {
  const specs: ImportSpec[] = [];
  for (const { index, 0: declaration } of view.code.matchAll(/^import[ \t]*(?:\([^)]*\)|[^\n]*)/gm)) {
    for (const { index: at, 1: alias = '', 2: quoted = '' } of declaration.matchAll(/(?:([\w.]+)[ \t]+)?("·*")/g)) {
      const start = index + at;
      const path = view.text.slice(start, start + 200).split(/["`]/)[1] ?? '';
      specs.push({ path, alias: quoted === '' || alias === 'import' ? '' : alias, lineStart: view.text.lastIndexOf('\n', start) + 1 });
    }
  }
  return specs;
}

/** Sorted into a paragraph of its kind: the first for the standard library, the last for others; else into a new one there. */
function intoBlock(view: CodeView, open: number, spec: string): TextEdit {
  const { text, newline } = view;
  const close = view.code.indexOf(')', open);
  const inBlock = importSpecs(view).filter(({ lineStart }) => lineStart >= open && lineStart < close);
  const [first, last] = [inBlock[0], inBlock.at(-1)];
  const line = `\t${spec}${newline}`;
  if (first === undefined || last === undefined) return insertion(close, `${newline}${line}`);
  const path = pathIn(spec);
  const edge = isStandard(path) ? first : last;
  const paragraph = inBlock.filter(({ lineStart }) => {
    const [from, to] = [Math.min(lineStart, edge.lineStart), Math.max(lineStart, edge.lineStart)];
    return !/\n[ \t\r]*\n/.test(text.slice(from, to));
  });
  const end = text.indexOf('\n', (paragraph.at(-1) ?? last).lineStart) + 1;
  if (!paragraph.some(known => isStandard(known.path) === isStandard(path)))
    return isStandard(path) ? insertion(edge.lineStart, line + newline) : insertion(end, newline + line);
  const later = paragraph.find(known => known.path > path);
  return insertion(later?.lineStart ?? end, line);
}

/** `import "fmt"` becomes a block of two. */
function toBlock(view: CodeView, start: number, length: number, spec: string): TextEdit {
  const only = view.text.slice(start, start + length).replace(/^import[ \t]+/, '');
  const [path, added] = [pathIn(only), pathIn(spec)];
  const isFirst = isStandard(path) === isStandard(added) ? path > added : isStandard(added);
  const gap = isStandard(path) === isStandard(added) ? [] : [''];
  const specs = isFirst ? [`\t${spec}`, ...gap, `\t${only}`] : [`\t${only}`, ...gap, `\t${spec}`];
  return { span: { start, end: start + length }, newText: ['import (', ...specs, ')'].join(view.newline) };
}

function isStandard(path: string): boolean {
  return !path.includes('.');
}

function pathIn(spec: string): string {
  return spec.split('"')[1] ?? '';
}

function insertion(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}
