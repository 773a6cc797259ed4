// A Go constant cannot be looked up: its declaration becomes a variable, where nothing needs it to be constant.

import { type Phrase, phrase } from '../../phrase.ts';
import type { Span } from '../../text.ts';
import type { CodeView } from '../code-view.ts';
import { withheld } from '../dialect.ts';
import type { TextEdit, Withheld } from '../plan.ts';
import { bracketsAround, statementBefore, usesOf } from '../surroundings.ts';

type ConstantEdits = { readonly kind: 'edits'; readonly edits: readonly TextEdit[] } | Withheld;

/** `undefined` when the literal is not part of a constant declaration. */
export function constantEdits(view: CodeView, span: Span, newText: string): ConstantEdits | undefined {
  const statement = statementBefore(view, span.start, true);
  const inGroup = groupAround(view, span.start);
  if (inGroup === undefined && !/^const\b/.test(statement)) return undefined;
  const [, name] = /^(?:const\s+)?(\w+)(?:\s+string)?\s*=$/.exec(statement) ?? [];
  if (name === undefined) return withheld(phrase('A constant made of several parts cannot be looked up.'));
  const reason = whyConstant(view, name, span.start);
  if (reason !== undefined) return withheld(reason);
  return {
    kind: 'edits',
    edits: inGroup === undefined ? oneToVariable(view, span, newText) : memberToVariable(view, span, inGroup, newText),
  };
}

/** Where the `const` of a group stands. */
function groupAround(view: CodeView, offset: number): number | undefined {
  const [inner] = bracketsAround(view, offset);
  if (inner?.open !== '(') return undefined;
  const keyword = /\bconst\s*$/.exec(view.code.slice(Math.max(0, inner.index - 20), inner.index));
  return keyword === null ? undefined : Math.max(0, inner.index - 20) + keyword.index;
}

function oneToVariable(view: CodeView, span: Span, newText: string): TextEdit[] {
  const start = view.code.lastIndexOf('const', span.start);
  return [
    { span: { start, end: start + 'const'.length }, newText: 'var' },
    { span, newText },
  ];
}

/** The only member of a group takes the group along; one of several moves out, below. */
function memberToVariable(view: CodeView, span: Span, keyword: number, newText: string): TextEdit[] {
  const close = closingBracket(view.code, view.code.indexOf('(', keyword));
  const members = view.code
    .slice(view.code.indexOf('(', keyword) + 1, close)
    .split('\n')
    .filter(line => line.trim() !== '');
  if (members.length === 1) return oneToVariable(view, span, newText);
  const lineStart = view.text.lastIndexOf('\n', span.start) + 1;
  const lineEnd = view.text.indexOf('\n', span.end) + 1;
  const declaration = view.text.slice(lineStart, span.start).trim().replace(/\s+=$/, ' =');
  const indent = /^[ \t]*/.exec(view.text.slice(view.text.lastIndexOf('\n', keyword) + 1))?.[0] ?? '';
  return [
    { span: { start: lineStart, end: lineEnd }, newText: '' },
    { span: { start: close + 1, end: close + 1 }, newText: `${view.newline}${view.newline}${indent}var ${declaration} ${newText}` },
  ];
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
      /\[\s*len\s*\($/.test(view.code.slice(0, use)),
  );
  return isConstant ? phrase('{0} is used where a constant is needed.', name) : undefined;
}
