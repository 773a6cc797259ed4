// A statement at the top of a PHP constructor, or a new constructor with it, in the file's own indentation and braces.

import type { CodeView } from '../code-view.ts';
import type { TextEdit } from '../plan.ts';
import { lineBefore } from '../surroundings.ts';
import { bodyBrace, findMember, type PhpClass } from './php-members.ts';

export interface Property {
  readonly name: string;
  readonly nameEnd: number;
  /** With its attributes and modifiers. */
  readonly start: number;
  /** Behind its semicolon. */
  readonly end: number;
}

interface Constructor {
  readonly at: number;
  /** Its opening brace. */
  readonly body: number;
}

/** Before all that the constructor does: until then the default was there, too. */
export function prependStatement(view: CodeView, owner: PhpClass, { at, body }: Constructor, statement: string): TextEdit {
  const { text, newline } = view;
  const inside = body + 1;
  const indent = indentAt(view, at);
  const close = /^[ \t]*(?=\})/.exec(text.slice(inside, inside + 200));
  const inner = indent + unitOf(view, owner, indent);
  if (close !== null) {
    const newText = isFirstOnLine(view, owner.brace, at) ? `${newline}${inner}${statement}${newline}${indent}` : ` ${statement} `;
    return { span: { start: inside, end: inside + close[0].length }, newText };
  }
  const end = lineEnd(text, inside);
  if (!isBlankOrComment(text.slice(inside, end))) return insertion(inside, ` ${statement}`);
  const written = /^\s*\n([ \t]*)\S/.exec(text.slice(inside, inside + 1000))?.[1] ?? '';
  const isDeeper = written.startsWith(indent) && written.length > indent.length;
  return insertion(end, `${newline}${isDeeper ? written : inner}${statement}`);
}

/** Behind the property and those that follow it. */
export function writeConstructor(view: CodeView, owner: PhpClass, property: Property, statement: string): TextEdit {
  const { text, newline } = view;
  const behind = endOfProperties(view, property.end);
  if (!isFirstOnLine(view, owner.brace, property.start)) return insertion(behind, ` public function __construct() { ${statement} }`);
  const indent = indentAt(view, property.start);
  const head = hasOwnLines(view, owner) ? `${newline}${indent}{` : ' {';
  const inner = indent + unitOf(view, owner, indent);
  const lines = `${indent}public function __construct()${head}${newline}${inner}${statement}${newline}${indent}}`;
  const end = lineEnd(text, behind);
  const at = isBlankOrComment(text.slice(behind, end)) ? end : behind;
  const needsGap = !/^[ \t]*\r?\n[ \t]*(?:\r?\n|\})/.test(text.slice(at, at + 1000));
  return insertion(at, `${newline}${newline}${lines}${needsGap ? newline : ''}`);
}

function endOfProperties({ code }: CodeView, from: number): number {
  const next = /\s*(?:#\[[^;{}]*\]\s*)?(?:(?:public|protected|private|var|static|readonly|final)\s+)+(?:[\w\\?|&()]+\s+)?\$\w+[^;{}]*;/iy;
  let end = from;
  for (next.lastIndex = end; next.test(code); ) end = next.lastIndex;
  return end;
}

/** Whether braces of methods are on lines of their own; where there is no method, those of the class. */
function hasOwnLines(view: CodeView, { brace }: PhpClass): boolean {
  let method = findMember(view, brace, /\bfunction\s/gi);
  while (method !== undefined) {
    const body = bodyBrace(view, brace, method);
    const head = view.code.slice(method, body);
    // A head of several lines ends with `) {` in either style, and so does that of a body on the same line.
    if (body !== undefined && !head.trimEnd().includes('\n') && /^[ \t]*\r?\n/.test(view.code.slice(body + 1))) return head.includes('\n');
    method = findMember(view, brace, /\bfunction\s/gi, method);
  }
  return lineBefore(view, brace).trim() === '';
}

/** One step of indentation: that between the class and its members. */
function unitOf(view: CodeView, { headerStart }: PhpClass, member: string): string {
  const outer = indentAt(view, headerStart);
  if (member.startsWith(outer) && member.length > outer.length) return member.slice(outer.length);
  return member.startsWith('\t') ? '\t' : '    ';
}

function isFirstOnLine({ text }: CodeView, brace: number, member: number): boolean {
  return text.slice(brace, member).includes('\n');
}

function indentAt(view: CodeView, offset: number): string {
  return /^[ \t]*/.exec(lineBefore(view, offset))?.[0] ?? '';
}

/** Whether code may follow behind the line that ends like this. */
function isBlankOrComment(rest: string): boolean {
  return /^\s*(?:(?:\/\/|#(?!\[)).*)?$/.test(rest) && !rest.includes('?>');
}

/** Before the line's end, however that is written. */
function lineEnd(text: string, offset: number): number {
  const found = text.indexOf('\n', offset);
  if (found === -1) return text.length;
  return text.charAt(found - 1) === '\r' && found > offset ? found - 1 : found;
}

function insertion(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}
