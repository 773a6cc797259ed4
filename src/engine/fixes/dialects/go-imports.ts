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
  const spec = osName(view) === 'os' ? '"os"' : `${osName(view)} "os"`;
  const block = /^import\s*\(/m.exec(view.code);
  if (block !== null) return [intoBlock(view, block.index + block[0].length, spec)];
  const single = [...view.code.matchAll(/^import[ \t]+(?:[\w.]+[ \t]+)?"·*"/gm)].find(
    ({ index, 0: line }) => pathOf(view, index, line) !== 'C',
  );
  if (single !== undefined) return [toBlock(view, single.index, single[0].length, spec)];
  const clause = /^package[ \t]+\w+[^\n]*/m.exec(view.code);
  const end = clause === null ? 0 : indexBefore(view.code, clause.index + clause[0].length) + 1;
  const lineEnd = view.text.indexOf('\n', end);
  const at = lineEnd === -1 ? view.text.length : lineEnd - (view.newline.length - 1);
  return [insertion(at, `${view.newline}${view.newline}import ${spec}`)];
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

/** Sorted into the first paragraph when that holds the standard library, else into a paragraph of its own above. */
function intoBlock(view: CodeView, open: number, spec: string): TextEdit {
  const close = view.code.indexOf(')', open);
  const inBlock = importSpecs(view).filter(({ lineStart }) => lineStart >= open && lineStart < close);
  const first = inBlock[0];
  const line = `\t${spec}${view.newline}`;
  if (first === undefined) return insertion(close, `${view.newline}${line}`);
  const paragraph = inBlock.filter(({ lineStart }) => !/\n[ \t\r]*\n/.test(view.text.slice(first.lineStart, lineStart)));
  if (paragraph.some(({ path }) => path.includes('.'))) {
    const isMixed = paragraph.some(({ path }) => !path.includes('.'));
    if (!isMixed) return insertion(first.lineStart, line + view.newline);
  }
  const later = paragraph.find(({ path }) => path > 'os');
  if (later !== undefined) return insertion(later.lineStart, line);
  const last = paragraph.at(-1) ?? first;
  return insertion(view.text.indexOf('\n', last.lineStart) + 1, line);
}

/** `import "fmt"` becomes a block of two. */
function toBlock(view: CodeView, start: number, length: number, spec: string): TextEdit {
  const only = view.text.slice(start, start + length).replace(/^import[ \t]+/, '');
  const path = only.split('"')[1] ?? '';
  const isStandard = !path.includes('.');
  const gap = isStandard ? [] : [''];
  const specs = path > 'os' || !isStandard ? [`\t${spec}`, ...gap, `\t${only}`] : [`\t${only}`, `\t${spec}`];
  return { span: { start, end: start + length }, newText: ['import (', ...specs, ')'].join(view.newline) };
}

function pathOf({ text }: CodeView, start: number, line: string): string {
  return text.slice(start, start + line.length).split('"')[1] ?? '';
}

function insertion(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}
