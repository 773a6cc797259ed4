// How a place in Go can name a struct that was filled before it: a parameter, a local variable, the receiver's field, a variable
// of the package that `init` fills.

import type { CodeView } from '../code-view.ts';
import { bracketsAround, statementStart } from '../surroundings.ts';
import type { FilledStruct } from './go-libraries.ts';

export interface StructQuestion extends FilledStruct {
  readonly declaring: CodeView;
  /** What stands before the type's name here: `config.`, or nothing. */
  readonly qualifier: string;
}

/** `undefined` where none is sure to be in scope and filled. */
export function filledStructAt(view: CodeView, offset: number, question: StructQuestion): string | undefined {
  const type = String.raw`\*?${question.qualifier.replace('.', String.raw`\.`)}${question.struct.name}\b`;
  let at = offset;
  for (const block of blocksAround(view, offset)) {
    const local = localIn(view, { block, at, question });
    if (local !== undefined) return local;
    const head = view.code.slice(statementStart(view, block, true), block);
    const parameter = /\bfunc\b/.test(head) ? new RegExp(String.raw`[(,]\s*(\w+)\s+${type}\s*[,)]`).exec(head)?.[1] : undefined;
    if (parameter !== undefined) return parameter;
    const receiver = /^func\s*\(\s*(\w+)\s+\*?(\w+)\s*\)/.exec(head.trim());
    const field = receiver?.[2] === undefined ? undefined : fieldOf(view, receiver[2], type);
    if (field !== undefined) return `${receiver?.[1]}.${field}`;
    at = block;
  }
  return at === offset ? undefined : packageVariable(question);
}

function blocksAround(view: CodeView, offset: number): readonly number[] {
  return bracketsAround(view, offset).flatMap(({ open, index }) => (open === '{' ? [index] : []));
}

interface BlockPlace {
  readonly block: number;
  readonly at: number;
  readonly question: StructQuestion;
}

/** Declared in the block itself and filled before the place: by the library, or by the function that returns the struct. */
function localIn(view: CodeView, { block, at, question }: BlockPlace): string | undefined {
  const { declaring, library, qualifier, struct } = question;
  const before = view.code.slice(block + 1, at);
  const isHere = (index: number): boolean => blocksAround(view, block + 1 + index)[0] === block;
  for (const { 1: name, 2: made = '', index } of before.matchAll(
    /(?<![\w.])(\w+)(?:[ \t]*,[ \t]*\w+)?[ \t]*:=[ \t]*([\w.]+(?:\(env\.ParseAs)?(?:\[\w+\])?)\(/g,
  )) {
    const isParsed = qualifier === '' && /^env\.(?:Must\(env\.)?ParseAs/.test(made) && made.endsWith(`[${struct.name}]`);
    const returns = made.startsWith(qualifier) && returnsStruct(declaring, made.slice(qualifier.length), struct.name);
    if (name !== undefined && (isParsed || returns) && isHere(index)) return name;
  }
  for (const { 1: name, index } of before.matchAll(new RegExp(library.fills, 'g'))) {
    const declared =
      name === undefined
        ? -1
        : before.search(new RegExp(String.raw`\bvar\s+${name}\s+${qualifier}${struct.name}\b|(?<!\w)${name}\s*:=\s*&?${struct.name}\{`));
    if (name !== undefined && declared !== -1 && declared < index && isHere(declared)) return name;
  }
  return undefined;
}

function returnsStruct({ code }: CodeView, name: string, struct: string): boolean {
  return /^\w+$/.test(name) && new RegExp(String.raw`^func\s+${name}\s*\([^()]*\)\s*\(?\s*\*?${struct}\b`, 'm').test(code);
}

/** Of a struct of the same file. */
function fieldOf({ code }: CodeView, owner: string, type: string): string | undefined {
  const body = new RegExp(String.raw`^type\s+${owner}\s+struct\s*\{([^}]*)\}`, 'm').exec(code)?.[1] ?? '';
  return new RegExp(String.raw`^\s*(\w+)\s+${type}\s*$`, 'm').exec(body)?.[1];
}

function packageVariable({ declaring: { code }, qualifier, struct, library }: StructQuestion): string | undefined {
  const name = new RegExp(String.raw`^var\s+(\w+)\s*(?:=\s*)?${struct.name}\b`, 'm').exec(code)?.[1];
  const filled = /^func\s+init\s*\(\s*\)\s*\{([\s\S]*?)^\}/m.exec(code)?.[1] ?? '';
  const isFilled = [...filled.matchAll(new RegExp(library.fills, 'g'))].some(([, variable]) => variable === name);
  const isVisible = qualifier === '' || /^[A-Z]/.test(name ?? '');
  return name !== undefined && isFilled && isVisible ? qualifier + name : undefined;
}
