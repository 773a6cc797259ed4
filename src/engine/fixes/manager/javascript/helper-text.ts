// The helper file of a JavaScript or TypeScript project, from the part in which managers differ.

import type { ManagerId } from '../../../managers/manager-id.ts';
import { managerTitles } from '../../../managers/manager-titles.ts';
import type { HelperSource } from '../helper-language.ts';
import { markOf } from '../helper-mark.ts';
import type { ModuleKind } from './module-kind.ts';

export interface HelperStyle {
  readonly isTyped: boolean;
  readonly kind: ModuleKind;
  readonly quote: string;
  readonly newline: string;
}

export function writeHelper(manager: ManagerId, source: HelperSource, { isTyped, kind, quote, newline }: HelperStyle): string {
  const title = managerTitles[manager];
  const imports = source.imports.map(line => (kind === 'esm' ? `import ${line};` : requireOf(line))).join('\n');
  const code = [head(title, manager), imports, source.text.trim(), getter(title)].filter(part => part !== '').join('\n\n');
  const typed = isTyped ? code.replace(/‹|›/g, '') : code.replace(/‹[^›]*›/g, '');
  const module = kind === 'esm' ? typed : asCommonJs(typed);
  return `${quote === '"' ? module.replaceAll("'", '"') : module}\n`.replaceAll('\n', newline);
}

function requireOf(line: string): string {
  const [names = '', module = ''] = line.split(' from ');
  return `const ${names.replaceAll(' as ', ': ')} = require(${module});`;
}

function head(title: string, manager: ManagerId): string {
  return [
    `// Reads secrets from ${title}. It holds none, and is yours to change; the next line lets Key Hygiene find it.`,
    `// ${markOf(manager)}`,
  ].join('\n');
}

function getter(title: string): string {
  return `
const secrets = new Map‹<string, Promise<string>>›();

/** A secret by its name, asked for once. */
export async function getSecret(name‹: string›)‹: Promise<string>› {
  const reading = secrets.get(name) ?? readSecret(name);
  secrets.set(name, reading);
  try {
    return await reading;
  } catch (error) {
    // The next call asks again.
    secrets.delete(name);
    throw new Error('The secret ' + name + ' cannot be read from ${title}: ' + reasonOf(error));
  }
}

function reasonOf(error‹: unknown›)‹: string› {
  // What a parser says quotes the text that it could not read.
  if (error instanceof SyntaxError) return 'the answer is unreadable';
  return error instanceof Error ? error.message || error.name : String(error);
}`.trim();
}

function asCommonJs(text: string): string {
  return `'use strict';\n\n${text.replace('export async function', 'async function')}\n\nmodule.exports = { getSecret };`;
}
