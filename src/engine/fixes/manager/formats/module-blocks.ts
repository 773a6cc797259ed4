// Data sources that a fix looks for in the files of a Terraform module, or adds to them.

import { readHcl } from '../../formats/hcl-file.ts';
import type { Module, Rows } from './ephemeral-resources.ts';

interface KnownBlock {
  readonly kind: 'data' | 'resource';
  readonly type: string;
  readonly name: string;
  /** Its text between the braces. */
  readonly body: string;
}

export class ModuleBlocks implements Module {
  /** The blocks to be written. */
  readonly added: string[] = [];
  readonly #known: readonly KnownBlock[];
  readonly #spare: string;

  /** `spare`: a name for those whose own is taken. */
  constructor(texts: readonly string[], spare: string) {
    this.#known = texts.flatMap(blocksOf);
    this.#spare = spare;
  }

  data(type: string, name: string, rows: Rows): string {
    const ofType = this.#known.filter(block => block.kind === 'data' && block.type === type);
    const same = ofType.find(({ body }) => JSON.stringify(rowsOf(body)) === JSON.stringify(rows));
    if (same !== undefined) return `data.${type}.${same.name}`;
    const free = ofType.some(block => block.name === name) ? this.#spare : name;
    this.added.push(writeBlock(blockHead('data', type, free), rows));
    return `data.${type}.${free}`;
  }

  find(type: string, [key, expression]: Rows[number]): string | undefined {
    const found = this.#known.find(
      block =>
        block.type === type &&
        !/^\s*(?:count|for_each)\s*=/m.test(block.body) &&
        rowsOf(block.body).some(([name, value]) => name === key && value === expression),
    );
    return found && `${found.kind === 'data' ? 'data.' : ''}${type}.${found.name}`;
  }
}

export function blockHead(kind: string, type: string, name: string): string {
  return `${kind} "${type}" "${name}" {`;
}

/** As `terraform fmt` does. */
export function writeBlock(head: string, rows: Rows): string {
  if (rows.length === 0) return `${head}}`;
  const width = Math.max(...rows.map(([key]) => key.length));
  return [head, ...rows.map(([key, expression]) => `  ${key.padEnd(width)} = ${expression}`), '}'].join('\n');
}

function blocksOf(text: string): readonly KnownBlock[] {
  return (readHcl(text)?.blocks ?? []).flatMap(({ type: kind, labels: [type, name], start, end }): KnownBlock[] =>
    (kind === 'data' || kind === 'resource') && type !== undefined && name !== undefined
      ? [{ kind, type, name, body: text.slice(start + 1, end - 1) }]
      : [],
  );
}

/** A line that is no row counts as one, so that a block with more in it is never taken for the same. */
function rowsOf(body: string): Rows {
  return body.split('\n').flatMap(line => {
    const [, key, expression] = /^\s*(\w+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (key !== undefined && expression !== undefined) return [[key, expression] as const];
    return line.trim() === '' || /^\s*(?:#|\/\/)/.test(line) ? [] : [['', line.trim()] as const];
  });
}
