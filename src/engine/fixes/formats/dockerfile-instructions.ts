// The instructions of a Dockerfile, with the lines that continue them and their here-documents.
// https://docs.docker.com/reference/dockerfile/#format

import type { Span } from '../../text.ts';

export interface Instruction {
  /** In capitals: `RUN`. */
  readonly name: string;
  readonly span: Span;
  /** What stands behind `--mount=…` and other options. */
  readonly body: Span;
  /** Between the name and the body. */
  readonly options: string;
  readonly hasHeredoc: boolean;
  /** Comments between its lines. */
  readonly comments: readonly Span[];
}

export function readInstructions(text: string): readonly Instruction[] {
  const lines = linesOf(text);
  const instructions: Instruction[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined || isBlankOrComment(line.text)) continue;
    const { last, comments, terminators } = continued(lines, index);
    index = last;
    instructions.push(toInstruction(text, { start: line.start, end: lines[last]?.end ?? line.end }, comments, terminators.length > 0));
  }
  return instructions;
}

/** The directive at the start that makes another character than the backslash continue lines. */
export function hasOwnEscape(text: string): boolean {
  return /^(?:#[^\n]*\n)*#\s*escape\s*=\s*`/i.test(text);
}

interface Line extends Span {
  readonly text: string;
}

function linesOf(text: string): readonly Line[] {
  return [...text.matchAll(/[^\n]*(?:\n|$)/g)].flatMap(({ 0: whole, index }) => {
    const line = whole.replace(/\r?\n$/, '');
    return whole === '' ? [] : [{ start: index, end: index + line.length, text: line }];
  });
}

function isBlankOrComment(line: string): boolean {
  return /^\s*(?:#.*)?$/.test(line);
}

interface Continuation {
  /** Index of the instruction's last line. */
  readonly last: number;
  readonly comments: readonly Span[];
  readonly terminators: readonly string[];
}

function continued(lines: readonly Line[], first: number): Continuation {
  const comments: Span[] = [];
  let last = first;
  let next = first + 1;
  let goesOn = /\\\s*$/.test(lines[first]?.text ?? '');
  for (; goesOn && next < lines.length; next++) {
    const line = lines[next];
    if (line === undefined) break;
    if (isBlankOrComment(line.text)) {
      comments.push(line);
      continue;
    }
    last = next;
    goesOn = /\\\s*$/.test(line.text);
  }
  const head = lines.slice(first, last + 1).map(({ text }) => text);
  const terminators = /^\s*(?:RUN|COPY|ADD)\b/i.test(head[0] ?? '')
    ? [...head.join('\n').matchAll(/<<-?["']?([A-Za-z_]\w*)["']?/g)].map(([, word = '']) => word)
    : [];
  for (const word of terminators) {
    const end = lines.findIndex((line, index) => index > last && line.text.trim() === word);
    if (end !== -1) last = end;
  }
  return { last, comments, terminators };
}

function toInstruction(text: string, span: Span, comments: readonly Span[], hasHeredoc: boolean): Instruction {
  const written = text.slice(span.start, span.end);
  const [head = '', name = '', options = ''] =
    /^\s*([A-Za-z]+)((?:[ \t]*\\\s*\n\s*|[ \t]+)(?:--\S+(?:[ \t]*\\\s*\n\s*|[ \t]+))*)?/.exec(written) ?? [];
  return { name: name.toUpperCase(), span, body: { start: span.start + head.length, end: span.end }, options, comments, hasHeredoc };
}
