// The function that reads a variable a program cannot do without: the file's own, or one for all places of a fix.

import type { CodeView } from '../code-view.ts';
import type { TextEdit } from '../plan.ts';
import { usesOf } from '../surroundings.ts';

const names = ['requireEnv', 'requiredEnv', 'getRequiredEnv', 'mustEnv'];

/** A function declaration, which can be called from anywhere in the file, or an import that is called with a name alone. */
export function knownHelper({ code }: CodeView): string | undefined {
  return names.find(name => code.includes(name) && (declares(code, name) || importsFor(code, name)));
}

/** The name of a helper that may be added; `undefined` where it would be seen by other files, as a script's functions are. */
export function newHelper(view: CodeView): string | undefined {
  const isModule = view.language.id === 'javascript' || /^(?:import|export)\b/m.test(view.code);
  return isModule ? names.find(name => usesOf(view, name, -1).length === 0) : undefined;
}

/** At the end of the file: function declarations are hoisted. */
export function helperEdit(view: CodeView, name: string, read: string): TextEdit {
  const { text, code, newline, language } = view;
  const [parameter, result] = language.id === 'typescript' ? ['name: string', ': string'] : ['name', ''];
  const end = /;[ \t]*\r?$/m.test(code) ? ';' : '';
  const indent = /\n(\t| {2,8})\S/.exec(code)?.[1] ?? '  ';
  const lines = [
    `function ${name}(${parameter})${result} {`,
    `${indent}const value = ${read}${end}`,
    `${indent}if (!value) throw new Error(\`\${name} is not set\`)${end}`,
    `${indent}return value${end}`,
    '}',
    '',
  ];
  const start = text.trimEnd().length;
  return { span: { start, end: text.length }, newText: ['', '', ...lines].join(newline) };
}

function declares(code: string, name: string): boolean {
  const parameter = String.raw`\(\s*\w+(?:\s*:\s*string)?\s*\)`;
  return new RegExp(String.raw`^(?:export\s+)?function\s+${name}\s*${parameter}\s*(?::\s*string\s*)?\{`, 'm').test(code);
}

function importsFor(code: string, name: string): boolean {
  const imported = new RegExp(String.raw`^import\s*\{[^{}]*(?<![\w$])${name}(?![\w$])(?!\s+as\b)[^{}]*\}\s*from\b`, 'm');
  return imported.test(code) && new RegExp(String.raw`(?<![\w$.])${name}\(\s*"·+"\s*\)`).test(code);
}
