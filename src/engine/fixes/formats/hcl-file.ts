// The strings of a Terraform file and the blocks around them.
// https://developer.hashicorp.com/terraform/language/syntax/configuration

import type { Span } from '../../text.ts';

export interface HclBlock {
  readonly type: string;
  readonly labels: readonly string[];
  readonly start: number;
  /** Behind the closing brace; of a block that is open at the end, the end of the text. */
  end: number;
}

export interface HclString {
  readonly kind: 'quoted' | 'heredoc' | 'comment';
  /** Without quotes. */
  readonly content: Span;
  /** From the outermost to the innermost; what is in `{ … }` of an expression is in no further block. */
  readonly blocks: readonly HclBlock[];
}

export interface HclFile {
  readonly strings: readonly HclString[];
  readonly blocks: readonly HclBlock[];
}

/** Undefined where a string or a brace does not end. */
export function readHcl(text: string): HclFile | undefined {
  const reader = new HclReader(text);
  const isComplete = reader.read();
  return isComplete ? reader : undefined;
}

/** Of a block: its type, its labels and the blanks between them. */
const longestHeader = 500;

type Level =
  | { readonly kind: 'block'; readonly block: HclBlock }
  | { readonly kind: 'brace' }
  | { readonly kind: 'hole'; readonly start: number };

class HclReader implements HclFile {
  readonly strings: HclString[] = [];
  readonly blocks: HclBlock[] = [];
  readonly #text: string;
  readonly #levels: Level[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): boolean {
    while (this.#at < this.#text.length) if (!this.#step()) return false;
    return this.#levels.length === 0;
  }

  /** One character, or one string or comment. */
  #step(): boolean {
    const token = /\/\/|\/\*|<<-?[A-Za-z_][\w-]*\r?\n|["#{}]/g;
    token.lastIndex = this.#at;
    const match = token.exec(this.#text);
    if (match === null) {
      this.#at = this.#text.length;
      return true;
    }
    const [found] = match;
    this.#at = match.index + found.length;
    if (found === '"') return this.#quoted(this.#at);
    if (found === '{') return this.#open(match.index);
    if (found === '}') return this.#close();
    if (found.startsWith('<<')) return this.#until(new RegExp(`^[ \\t]*${found.replace(/^<<-?|\s+$/g, '')}[ \\t]*\\r?$`, 'm'), 'heredoc');
    return this.#until(found === '/*' ? /\*\// : /$/m, 'comment');
  }

  #open(index: number): boolean {
    const before = this.#text.slice(Math.max(0, index - longestHeader), index);
    const [, type, labels = ''] =
      /(?:^|[\n{};])[ \t]*([A-Za-z_][\w-]*)((?:[ \t]+(?:"[^"\n]*"|[A-Za-z_][\w-]*))*)[ \t]*$/.exec(before) ?? [];
    if (type === undefined) {
      this.#levels.push({ kind: 'brace' });
      return true;
    }
    const names = [...labels.matchAll(/"([^"]*)"|([\w-]+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
    const block = { type, labels: names, start: index, end: this.#text.length };
    this.blocks.push(block);
    this.#levels.push({ kind: 'block', block });
    return true;
  }

  #close(): boolean {
    const level = this.#levels.pop();
    if (level?.kind === 'block') level.block.end = this.#at;
    // The string around the hole goes on.
    return level?.kind === 'hole' ? this.#quoted(level.start) : level !== undefined;
  }

  /** Up to the quote that ends the string, or to the hole in it: that is read like any other expression. */
  #quoted(start: number): boolean {
    const mark = /\\.|\$\$\{|%%\{|[$%]\{|"|\n/g;
    mark.lastIndex = this.#at;
    for (let match = mark.exec(this.#text); match !== null; match = mark.exec(this.#text)) {
      this.#at = mark.lastIndex;
      if (match[0] === '\n') return false;
      if (match[0] === '"') {
        this.#add('quoted', start, match.index);
        return true;
      }
      if (/^[$%]\{$/.test(match[0])) {
        this.#levels.push({ kind: 'hole', start });
        return true;
      }
    }
    return false;
  }

  #until(end: RegExp, kind: 'heredoc' | 'comment'): boolean {
    const match = end.exec(this.#text.slice(this.#at));
    if (match === null) return false;
    this.#add(kind, this.#at, this.#at + match.index);
    this.#at += match.index + match[0].length;
    return true;
  }

  #add(kind: HclString['kind'], start: number, end: number): void {
    const blocks = this.#levels.flatMap(level => (level.kind === 'block' ? [level.block] : []));
    this.strings.push({ kind, content: { start, end }, blocks });
  }
}
