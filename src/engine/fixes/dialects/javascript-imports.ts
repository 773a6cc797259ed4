// What a JavaScript or TypeScript module imports, and how one more name gets into its imports.

import type { CodeView } from '../code-view.ts';
import type { TextEdit } from '../plan.ts';

/** Names of modules in `import`, `export … from` and `require`, in order. */
export function importedModules(view: CodeView): readonly string[] {
  return importsOf(view).map(({ module }) => module);
}

/** What the file calls an export of a module: `import { env as vars }` is `vars`. */
export function localNameOf(view: CodeView, exported: string, isModule: (module: string) => boolean): string | undefined {
  for (const { clause, module } of importsOf(view)) {
    if (!isModule(module)) continue;
    for (const part of /\{([^{}]*)\}/.exec(clause)?.[1]?.split(',') ?? []) {
      const [, name, alias] = /^\s*([\w$]+)(?:\s+as\s+([\w$]+))?\s*$/.exec(part) ?? [];
      if (name === exported) return alias ?? name;
    }
  }
  return undefined;
}

/** Adds `name`, `env as vars` or the like to the import of a module that is there, else a new one below the others. */
export function importEdit(view: CodeView, name: string, module: string): TextEdit {
  const { text, code, newline } = view;
  const known = importsOf(view).find(found => found.module === module && /\{[^{}]*\}\s*from\s*$/.test(found.clause));
  if (known !== undefined && !/^import\s+type\b/.test(known.clause)) {
    const end = indexOfLastName(known.clause) + known.start;
    return insertion(end, `, ${name}`);
  }
  const all = importsOf(view);
  const quote = text.charAt((all[0]?.quoteAt ?? -1) >= 0 ? (all[0]?.quoteAt ?? 0) : text.indexOf("'")) === '"' ? '"' : "'";
  const end = all.length === 0 || /;[ \t]*\r?$/m.test(code) ? ';' : '';
  const line = `import { ${name} } from ${quote}${module}${quote}${end}${newline}`;
  const last = all.filter(({ isStatement }) => isStatement).at(-1);
  if (last === undefined) return insertion(headEnd(view), `${line}${newline}`);
  const lineEnd = text.indexOf('\n', last.quoteAt);
  return lineEnd === -1 ? insertion(text.length, newline + line) : insertion(lineEnd + 1, line);
}

/** `const { name } = require(…)`, below the file's other ones. */
export function requireEdit(view: CodeView, name: string, module: string): TextEdit {
  const { text, code, newline } = view;
  const all = importsOf(view).filter(
    ({ start, clause }) => clause.startsWith('require') && /^(?:const|let|var)\b/m.test(lineAt(code, start)),
  );
  const last = all.at(-1);
  const quote = text.charAt(last?.quoteAt ?? text.search(/["']/)) === '"' ? '"' : "'";
  const end = last === undefined || /;[ \t]*\r?$/m.test(code) ? ';' : '';
  const line = `const { ${name} } = require(${quote}${module}${quote})${end}${newline}`;
  if (last === undefined) return insertion(headEnd(view), `${line}${newline}`);
  const lineEnd = text.indexOf('\n', last.quoteAt);
  return lineEnd === -1 ? insertion(text.length, newline + line) : insertion(lineEnd + 1, line);
}

function lineAt(code: string, at: number): string {
  return code.slice(code.lastIndexOf('\n', at) + 1, at);
}

interface Import {
  readonly start: number;
  /** The code up to the module's name. */
  readonly clause: string;
  readonly module: string;
  readonly quoteAt: number;
  /** `import … from` at the start of a line. */
  readonly isStatement: boolean;
}

function importsOf(view: CodeView): readonly Import[] {
  const known = importsByView.get(view);
  if (known !== undefined) return known;
  const imports = view.tokens.filter(({ kind }) => kind === 'string').flatMap(({ span, content }) => readImport(view, span.start, content));
  importsByView.set(view, imports);
  return imports;
}

const importsByView = new WeakMap<CodeView, readonly Import[]>();

function readImport({ text, code }: CodeView, quoteAt: number, content: { readonly start: number; readonly end: number }): Import[] {
  // Most strings are no modules: these few characters tell, without a look at what may be a long clause.
  if (!/\b(?:from|import|(?:require|import)\s*\()\s*$/.test(code.slice(Math.max(0, quoteAt - 30), quoteAt))) return [];
  const before = code.slice(Math.max(0, quoteAt - 2000), quoteAt);
  const clause = /(?:^|[^\w$.])((?:import|export)(?:\s[^;"'()]*?from)?\s*|(?:require|import)\s*\(\s*)$/.exec(before)?.[1];
  if (clause === undefined) return [];
  const start = quoteAt - clause.length;
  const isStatement = clause.startsWith('import') && !clause.includes('(') && (start === 0 || code.charAt(start - 1) === '\n');
  return [{ start, clause, module: text.slice(content.start, content.end), quoteAt, isStatement }];
}

function indexOfLastName(clause: string): number {
  return clause.slice(0, clause.lastIndexOf('}')).replace(/[\s,]+$/, '').length;
}

/** Behind `#!`, opening comments and directives. */
function headEnd({ text, code }: CodeView): number {
  const head = /^(?:[ \t\r]*\n|[ \t]*"·+"[ \t]*;?[ \t\r]*\n)*/.exec(code.replace(/^#![^\n]*/, line => ' '.repeat(line.length)))?.[0] ?? '';
  const comment = text.slice(0, head.length).trimEnd();
  const end = comment === '' ? 0 : text.indexOf('\n', comment.length - 1) + 1;
  return end;
}

function insertion(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}

/** What a name of the file is in the module it comes from: `default` for a default import or a whole `require`. */
export function originOf(view: CodeView, local: string): { readonly module: string; readonly name: string } | undefined {
  for (const { start, clause, module } of importsOf(view)) {
    const name = clause.startsWith('import') && !clause.includes('(') ? nameInImport(clause, local) : nameInRequire(view, start, local);
    if (name !== undefined) return { module, name };
  }
  return undefined;
}

function nameInImport(clause: string, local: string): string | undefined {
  if (/^import\s+type\b/.test(clause)) return undefined;
  if (/^import\s+([\w$]+)\s*(?:,|from)/.exec(clause)?.[1] === local) return 'default';
  return nameInBraces(clause, /\s+as\s+/, local);
}

/** `const OpenAI = require(…)`, `const { OpenAI: Client } = require(…)`. */
function nameInRequire({ code }: CodeView, start: number, local: string): string | undefined {
  const declared = /\b(?:const|let|var)\s+([\w$]+|\{[^{}]*\})\s*=\s*$/.exec(code.slice(Math.max(0, start - 300), start))?.[1];
  return declared === local ? 'default' : nameInBraces(declared ?? '', /\s*:\s*/, local);
}

function nameInBraces(clause: string, as: RegExp, local: string): string | undefined {
  for (const part of /\{([^{}]*)\}/.exec(clause)?.[1]?.split(',') ?? []) {
    const [name = '', alias = name] = part.trim().split(as);
    if (alias === local) return name;
  }
  return undefined;
}
