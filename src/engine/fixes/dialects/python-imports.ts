// What a Python file calls `os.environ`, and where its own `import os` goes.

import { type Phrase, phrase } from '../../phrase.ts';
import type { CodeView } from '../code-view.ts';
import type { TextEdit } from '../plan.ts';
import type { Token } from '../token.ts';

/** The expression under which the file already has it; `undefined` when an import is needed. */
export function environOf({ code }: CodeView): string | undefined {
  for (const [, list = ''] of code.matchAll(/^import[ \t]+([^\n;]+)/gm)) {
    for (const part of list.split(',')) {
      const [, module, alias] = /^\s*([\w.]+)(?:\s+as\s+(\w+))?\s*$/.exec(part) ?? [];
      if (module === 'os') return `${alias ?? 'os'}.environ`;
      if (module?.startsWith('os.') && alias === undefined) return 'os.environ';
    }
  }
  for (const [, bracketed, list] of code.matchAll(/^from[ \t]+os[ \t]+import[ \t]+(?:\(([^)]*)\)|([^\n;(]+))/gm)) {
    for (const part of (bracketed ?? list ?? '').split(',')) {
      const [, alias] = /^\s*environ(?:\s+as\s+(\w+))?\s*$/.exec(part) ?? [];
      if (alias !== undefined) return alias;
      if (/^\s*environ\s*$/.test(part)) return 'environ';
    }
  }
  return undefined;
}

/** Another thing called `os` would be asked for the environment. */
export function refuseNames(view: CodeView): Phrase | undefined {
  const name = (environOf(view) ?? 'os').split('.', 1)[0] ?? 'os';
  const assigned = new RegExp(
    `(?:^|[\\n;]|\\bas\\b|\\bfor\\b)[ \\t]*${name}[ \\t]*(?:=(?!=)|:[^=\\n]*=|\\bin\\b)|\\b(?:def|class)[ \\t]+${name}\\b`,
  );
  const parameter = new RegExp(`\\bdef[ \\t]+\\w+\\s*\\([^)]{0,2000}\\b${name}\\b`);
  if (!assigned.test(view.code) && !parameter.test(view.code)) return undefined;
  return phrase('Something else is named “{0}” in this file.', name);
}

export function importEdits(view: CodeView): readonly TextEdit[] {
  const { code, newline } = view;
  const imports = [...code.matchAll(/^(?:import|from)[ \t]+([\w.]+)[^\n]*/gm)].filter(([, module]) => module !== '__future__');
  const first = imports[0];
  if (first === undefined) return [importBelow(view, headerEnd(view))];
  const block = imports.filter(({ index }) => !/\n[ \t\r]*\n/.test(code.slice(first.index, index)));
  const plain = block.filter(([line]) => line.startsWith('import'));
  const later = plain.find(([, module = '']) => module > 'os') ?? plain[0] ?? first;
  return [insertion(later.index, `import os${newline}`)];
}

/** `from module import name`, behind the imports at the top: what is the project's own comes last. */
export function fromImportEdit(view: CodeView, statement: string): TextEdit {
  const { code, text, newline } = view;
  const firstBlock = /^(?:def|class|async|@|if|for|while|with|try)\b/m.exec(code)?.index ?? code.length;
  const imports = [
    ...code.slice(0, firstBlock).matchAll(/^(?:import|from)[ \t]+([\w.]+)(?:[^\n(\\]*\([^()]*\)|(?:[^\n\\]|\\\r?\n)*)[^\n]*/gm),
  ];
  const last = imports.filter(([, module]) => module !== '__future__').at(-1);
  if (last === undefined) return importBelow(view, headerEnd(view), statement);
  const module = statement.split(' ')[1] ?? '';
  const isOwn = (other: string): boolean => other.startsWith('.') || other.split('.')[0] === module.split('.')[0];
  const gap = isOwn(last[1] ?? '') ? '' : newline;
  const end = text.indexOf('\n', last.index + last[0].length - 1);
  return end === -1 ? insertion(text.length, `${newline}${gap}${statement}${newline}`) : insertion(end + 1, `${gap}${statement}${newline}`);
}

/** In a paragraph of its own, between the file's head and its code. */
function importBelow({ text, newline }: CodeView, at: number, statement = 'import os'): TextEdit {
  const before = at > 0 && !/\n\r?\n$/.test(text.slice(Math.max(0, at - 3), at)) ? newline : '';
  const rest = text.slice(at, at + 20);
  // Two blank lines around definitions: https://peps.python.org/pep-0008/#blank-lines
  const blankLines = rest === '' || /^\r?\n/.test(rest) ? 0 : /^(?:def|class|async|@)/.test(rest) ? 2 : 1;
  return insertion(at, `${before}${statement}${newline}${newline.repeat(blankLines)}`);
}

/** Behind `#!`, opening comments, the documentation string and imports from the future. */
function headerEnd({ text, code, tokens }: CodeView): number {
  const future = [...code.matchAll(/^from[ \t]+__future__[^\n]*(?:\n|$)/gm)].at(-1);
  if (future !== undefined) return future.index + future[0].length;
  let end = 0;
  for (const token of tokens) {
    if (code.slice(end, token.span.start).trim() !== '' || !isHead(text, token)) break;
    const newline = text.indexOf('\n', token.span.end);
    const rest = code.slice(token.span.end, newline === -1 ? text.length : newline).trim();
    if (token.kind === 'string' && rest !== '') break;
    end = newline === -1 ? text.length : newline + 1;
    if (token.kind === 'string') break;
  }
  return end;
}

/** A comment that stands right above code belongs to that code, unless it opens the file. */
function isHead(text: string, { kind, span }: Token): boolean {
  if (kind === 'string') return true;
  return (
    kind === 'comment' &&
    (span.start === 0 ||
      /^#.*(?:coding[:=]|SPDX|[Cc]opyright|[Ll]icen[sc]e|type:|pylint|flake8|ruff|mypy)/.test(text.slice(span.start, span.end)) ||
      text.charAt(span.start - 1) === '\n')
  );
}

function insertion(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}

/** A dotted name of the file as a path from its module on: with `from google import genai`, `genai.Client` is `google.genai.Client`. */
export function fullNameOf(view: CodeView, dotted: string): string | undefined {
  const [first = '', ...rest] = dotted.split('.');
  const origin = importedNames(view).get(first);
  return origin === undefined ? undefined : [origin, ...rest].join('.');
}

/** Every imported name, with what it stands for. */
export function importedNames({ code }: CodeView): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [, list = ''] of code.matchAll(/^[ \t]*import[ \t]+([^\n;(]+)/gm)) {
    for (const part of list.split(',')) {
      const [, module = '', alias] = /^\s*([\w.]+)(?:\s+as\s+(\w+))?\s*$/.exec(part) ?? [];
      const first = module.split('.', 1)[0] ?? '';
      if (module !== '') names.set(alias ?? first, alias === undefined ? first : module);
    }
  }
  for (const [, module = '', bracketed, list] of code.matchAll(/^[ \t]*from[ \t]+([\w.]+)[ \t]+import[ \t]+(?:\(([^)]*)\)|([^\n;(]+))/gm)) {
    for (const part of (bracketed ?? list ?? '').split(',')) {
      const [, name, alias] = /^\s*(\w+)(?:\s+as\s+(\w+))?\s*$/.exec(part) ?? [];
      if (name !== undefined) names.set(alias ?? name, `${module}.${name}`);
    }
  }
  return names;
}
