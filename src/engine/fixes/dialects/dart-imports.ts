// `import 'dart:io';` where a Dart program reads its environment.

import type { CodeView } from '../code-view.ts';
import type { TextEdit } from '../plan.ts';

interface Import {
  readonly library: string;
  readonly start: number;
  readonly end: number;
  /** `as io show Platform` */
  readonly rest: string;
}

export function importedLibraries(view: CodeView): readonly string[] {
  return importsOf(view).map(({ library }) => library);
}

/** `Platform`, or `io.Platform`. */
export function platformName(view: CodeView): string {
  const prefix = /\bas\s+(\w+)/.exec(platformImport(view)?.rest ?? '')?.[1];
  return prefix === undefined ? 'Platform' : `${prefix}.Platform`;
}

/** Sorted into the imports, with the quotes they have; above all others that are no `dart:` ones. */
export function importEdits(view: CodeView): readonly TextEdit[] {
  if (platformImport(view) !== undefined) return [];
  const { text, code, newline } = view;
  const imports = importsOf(view);
  const [first] = imports;
  const quote = first === undefined || text.slice(first.start, first.end).includes("'") ? "'" : '"';
  // Whoever chose a few names of the library keeps them.
  const chosen = imports.some(({ library }) => library === 'dart:io') ? ' show Platform' : '';
  const line = `import ${quote}dart:io${quote}${chosen};`;
  const core = imports.filter(({ library }) => library.startsWith('dart:'));
  const later = core.find(({ library }) => library > 'dart:io');
  if (later !== undefined) return [insertion(later.start, line + newline)];
  const last = core.at(-1);
  if (last !== undefined) return [insertion(last.end, newline + line)];
  if (first !== undefined) return [insertion(first.start, line + newline + newline)];
  const library = /^[ \t]*library\b[^;]*;/m.exec(code);
  if (library !== null) return [insertion(library.index + library[0].length, newline + newline + line)];
  const shebang = /^#!.*\n/.exec(code)?.[0].length ?? 0;
  const at = Math.max(code.slice(shebang).search(/\S/), 0) + shebang;
  return [insertion(code.lastIndexOf('\n', at) + 1, line + newline + newline)];
}

/** The import through which `Platform` can be seen. */
function platformImport(view: CodeView): Import | undefined {
  return importsOf(view).find(
    ({ library, rest }) =>
      library === 'dart:io' && !/\bhide\b[^;]*\bPlatform\b/.test(rest) && (!/\bshow\b/.test(rest) || /\bPlatform\b/.test(rest)),
  );
}

function importsOf({ code, text }: CodeView): readonly Import[] {
  return [...code.matchAll(/^[ \t]*import\s+("·*")([^;]*);/gm)].map(({ index, 0: whole, 1: quoted = '', 2: rest = '' }) => {
    const at = index + whole.indexOf(quoted);
    return { library: text.slice(at + 1, at + quoted.length - 1), start: index, end: index + whole.length, rest };
  });
}

function insertion(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}
