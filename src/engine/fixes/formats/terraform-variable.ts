// Declarations of sensitive variables in Terraform, as `terraform fmt` writes them.

import type { TextEdit } from '../plan.ts';
import type { HclFile, HclString } from './hcl-file.ts';

/** Behind the last variable of the file, else at its end; nothing where this file or one beside it declares it already. */
export function declareVariable(text: string, { blocks }: HclFile, name: string, siblings: readonly string[]): readonly TextEdit[] {
  const isDeclared = (source: string): boolean => new RegExp(`^[ \\t]*variable[ \\t]+"?${name}"?[ \\t]*\\{`, 'm').test(source);
  if ([text, ...siblings].some(isDeclared)) return [];
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const declaration = [`variable "${name}" {`, '  type      = string', '  sensitive = true', '  nullable  = false', '}'].join(newline);
  const last = blocks.findLast(({ type }) => type === 'variable');
  const end = last?.end ?? text.trimEnd().length;
  const tail = last === undefined && text.length === end ? newline : '';
  return [{ span: { start: end, end }, newText: `${newline}${newline}${declaration}${tail}` }];
}

/** The row `default = "key"` goes, and the variable becomes sensitive. */
export function withoutDefault(text: string, { content, blocks: [block] }: HclString): readonly TextEdit[] | undefined {
  if (block === undefined) return undefined;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const isSensitive = /^\s*sensitive\s*=/m.test(text.slice(block.start, block.end));
  const lines = text.slice(0, block.end).split('\n');
  const row = text.slice(0, content.start).split('\n').length - 1;
  const isRow = (line: string | undefined): line is string =>
    line !== undefined && /^\s*\w+\s*=\s*[^\s{[(<](?:[^{[(]*|.*[}\])])\r?$/.test(line);
  if (!isRow(lines[row])) return undefined;
  let [first, last] = [row, row];
  while (isRow(lines[first - 1])) first--;
  while (isRow(lines[last + 1])) last++;
  const rows = lines
    .slice(first, last + 1)
    .flatMap((line, index) => (first + index !== row ? [line] : isSensitive ? [] : ['  sensitive = true']));
  const start = lines.slice(0, first).join('\n').length + 1;
  const end = lines.slice(0, last + 1).join('\n').length + 1;
  return [
    {
      span: { start, end },
      newText: aligned(rows)
        .map(line => line + newline)
        .join(''),
    },
  ];
}

/** Equals signs of neighbouring rows stand in one column. */
function aligned(rows: readonly string[]): readonly string[] {
  const parts = rows.map(row => /^(\s*)(\w+)\s*=\s*(.*?)\r?$/.exec(row));
  const width = Math.max(...parts.map(part => part?.[2]?.length ?? 0));
  return parts.map((part, index) => (part === null ? (rows[index] ?? '') : `${part[1]}${part[2]?.padEnd(width)} = ${part[3]}`));
}
