// A Go constant cannot be looked up: its declaration becomes a variable, where nothing needs it to be constant.

import { type Phrase, phrase } from '../../phrase.ts';
import type { Span } from '../../text.ts';
import type { CodeView } from '../code-view.ts';
import { withheld } from '../dialect.ts';
import type { TextEdit, Withheld } from '../plan.ts';
import { bracketsAround, codeBefore, lineBefore, statementBefore, usesOf } from '../surroundings.ts';

type ConstantEdits = { readonly kind: 'edits'; readonly edits: readonly TextEdit[] } | Withheld;

/** `undefined` when the literal is not part of a constant declaration. */
export function constantEdits(view: CodeView, span: Span, newText: string): ConstantEdits | undefined {
  const statement = declarationBefore(view, span.start);
  const inGroup = groupAround(view, span.start);
  if (inGroup === undefined && !/^const\b/.test(statement)) return undefined;
  const [, name] = /^(?:const\s+)?(\w+)(?:\s+string)?\s*=$/.exec(statement) ?? [];
  if (name === undefined) return withheld(phrase('This constant is built from several parts, so a lookup cannot take its place.'));
  const reason = whyConstant(view, name, span.start);
  if (reason !== undefined) return withheld(reason);
  return {
    kind: 'edits',
    edits: inGroup === undefined ? oneToVariable(view, span, newText) : memberToVariable(view, span, inGroup, newText),
  };
}

/** The statement up to the offset; in a group of declarations the member's own line. */
export function declarationBefore(view: CodeView, offset: number): string {
  const [inner] = bracketsAround(view, offset);
  const isGroup = inner?.open === '(' && /\b(?:const|var)\s*$/.test(view.code.slice(Math.max(0, inner.index - 20), inner.index));
  return isGroup ? lineBefore({ text: view.code }, offset).trim() : statementBefore(view, offset, true);
}

/** Where the `const` of a group stands. */
function groupAround(view: CodeView, offset: number): number | undefined {
  const [inner] = bracketsAround(view, offset);
  if (inner?.open !== '(') return undefined;
  const keyword = /\bconst\s*$/.exec(view.code.slice(Math.max(0, inner.index - 20), inner.index));
  return keyword === null ? undefined : Math.max(0, inner.index - 20) + keyword.index;
}

/** gofmt keeps declarations of different kinds apart by a blank line. */
function oneToVariable(view: CodeView, span: Span, newText: string): TextEdit[] {
  const { code, newline } = view;
  const start = code.lastIndexOf('const', span.start);
  const isTopLevel = lineBefore({ text: code }, start) === '';
  const nextLine = code.indexOf('\n', span.end) + 1;
  const isBelowAnother = isTopLevel && /^const\b/.test(lineBefore({ text: code }, Math.max(0, start - 1)));
  const isAboveAnother = isTopLevel && nextLine > 0 && /^const\b/.test(code.slice(nextLine));
  return [
    { span: { start, end: start + 'const'.length }, newText: `${isBelowAnother ? newline : ''}var` },
    { span, newText },
    ...(isAboveAnother ? [{ span: { start: nextLine, end: nextLine }, newText: newline }] : []),
  ];
}

/** The only member of a group takes the group along; one of several moves out, below. */
function memberToVariable(view: CodeView, span: Span, keyword: number, newText: string): TextEdit[] {
  const open = view.code.indexOf('(', keyword);
  const close = closingBracket(view.code, open);
  const members = view.code
    .slice(open + 1, close)
    .split('\n')
    .filter(line => line.trim() !== '');
  if (members.length === 1) return oneToVariable(view, span, newText);
  const lineStart = view.text.lastIndexOf('\n', span.start) + 1;
  const lineEnd = view.text.indexOf('\n', span.end) + 1;
  const declaration = view.text.slice(lineStart, span.start).trim().replace(/\s+=$/, ' =');
  const indent = lineBefore(view, keyword);
  return [
    ...realign(view.text, lineStart, lineEnd),
    { span: { start: lineStart, end: lineEnd }, newText: '' },
    { span: { start: close + 1, end: close + 1 }, newText: `${view.newline}${view.newline}${indent}var ${declaration} ${newText}` },
  ];
}

/** gofmt sets the `=` of neighbouring lines below each other: without the removed line they may stand further left. */
function realign(text: string, removedStart: number, removedEnd: number): TextEdit[] {
  const neighbours = [...memberLines(text, removedStart, -1), ...memberLines(text, removedEnd, 1)];
  const width = Math.max(0, ...neighbours.map(({ name }) => name.length)) + 1;
  return neighbours
    .map(({ name, start, end }) => ({ span: { start, end }, newText: ' '.repeat(width - name.length) }))
    .filter(({ span, newText }) => newText.length !== span.end - span.start);
}

/** The lines `name = …` that follow each other upwards or downwards, with the blanks between name and sign. */
function memberLines(
  text: string,
  from: number,
  direction: 1 | -1,
): { readonly name: string; readonly start: number; readonly end: number }[] {
  const found: { name: string; start: number; end: number }[] = [];
  for (let at = direction === 1 ? from : text.lastIndexOf('\n', from - 2) + 1; at > 0 && at < text.length; ) {
    const member = /^([ \t]+)(\w+)( +)=/.exec(text.slice(at, at + 200));
    if (member === null) break;
    const [, indent = '', name = '', gap = ''] = member;
    const start = at + indent.length + name.length;
    found.push({ name, start, end: start + gap.length });
    const newline = text.indexOf('\n', at);
    at = direction === 1 ? (newline === -1 ? 0 : newline + 1) : text.lastIndexOf('\n', at - 2) + 1;
  }
  return found;
}

function closingBracket(code: string, open: number): number {
  let depth = 0;
  for (let at = open; at < code.length; at++) {
    if (code.charAt(at) === '(') depth++;
    else if (code.charAt(at) === ')' && --depth === 0) return at;
  }
  return code.length;
}

function whyConstant(view: CodeView, name: string, declared: number): Phrase | undefined {
  if (/^\p{Lu}/u.test(name) && !/^package\s+main\b/m.test(view.code)) {
    return phrase('Other packages may need {0} to be a constant: make it a variable first.', name);
  }
  const declaration = view.code.lastIndexOf(name, declared);
  const isConstant = usesOf(view, name, declaration).some(
    use =>
      groupAround(view, use) !== undefined ||
      /^const\b/.test(statementBefore(view, use, true)) ||
      /\[\s*len\s*\($/.test(codeBefore(view, use)),
  );
  return isConstant ? phrase('{0} is used where a constant is needed.', name) : undefined;
}
