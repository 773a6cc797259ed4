// A Dart constant cannot be looked up: its declaration becomes `final`, where nothing needs it to be constant.

import { phrase } from '../../phrase.ts';
import type { CodeView } from '../code-view.ts';
import { withheld } from '../dialect.ts';
import type { TextEdit, Withheld } from '../plan.ts';
import { bracketsAround, statementBefore, statementStart, usesOf } from '../surroundings.ts';
import { isCaseLabel, isInAnnotation, isParameterDefault } from './dart-position.ts';

type ConstantEdits = { readonly kind: 'edits'; readonly edits: readonly TextEdit[] } | Withheld;

/** No edits when the literal is not part of a constant's declaration. */
export function constantEdits(view: CodeView, offset: number): ConstantEdits {
  const start = declarationStart(view, offset);
  const statement = view.code.slice(start, offset);
  const [, before = '', name] = /^(\s*(?:static\s+)?)const\s+(?:[\w.]+(?:<[^=;]*>)?\??\s+)?(\w+)\s*=/.exec(statement) ?? [];
  if (name === undefined) return { kind: 'edits', edits: [] };
  if (!name.startsWith('_') && !/^\s*(?:Future<void>|void|Future<int>|int)?\s*main\s*\(/m.test(view.code) && isTopOrMember(view, start))
    return withheld(phrase('Other files may need {0} to be a constant: make it “final” first.', name));
  const keyword = start + before.length;
  const declared = view.code.indexOf(name, keyword + 'const'.length);
  const isConstant = usesOf(view, name, declared).some(use => needsConstant(view, use));
  if (isConstant) return withheld(phrase('{0} is used where a constant is needed.', name));
  return { kind: 'edits', edits: [{ span: { start: keyword, end: keyword + 'const'.length }, newText: 'final' }] };
}

/** Of the declaration a list or map literal around the place belongs to, if there is one. */
function declarationStart(view: CodeView, offset: number): number {
  let start = statementStart(view, offset, false);
  for (const { open, index } of bracketsAround(view, offset)) {
    if (open === '{' && /[=:,([]\s*(?:<[^<>]*>\s*)?$/.test(view.code.slice(Math.max(0, index - 100), index)))
      start = statementStart(view, index, false);
    else if (open === '{') break;
  }
  return start;
}

function isTopOrMember(view: CodeView, offset: number): boolean {
  const [inner] = bracketsAround(view, offset);
  return (
    inner === undefined || /\b(?:class|mixin|extension|enum)\b[^;{}]*$/.test(view.code.slice(Math.max(0, inner.index - 300), inner.index))
  );
}

function needsConstant(view: CodeView, use: number): boolean {
  return (
    isInAnnotation(view, use) ||
    isCaseLabel(view, use) ||
    isParameterDefault(view, use) ||
    /\bconst\b/.test(statementBefore(view, use, false)) ||
    bracketsAround(view, use).some(({ index }) => /\bconst\b[^;]*$/.test(view.code.slice(Math.max(0, index - 60), index)))
  );
}
