// A C# constant cannot be looked up: a field becomes `static readonly`, a local an ordinary variable.

import { type Phrase, phrase } from '../../phrase.ts';
import type { Span } from '../../text.ts';
import type { CodeView } from '../code-view.ts';
import { withheld } from '../dialect.ts';
import type { TextEdit, Withheld } from '../plan.ts';
import { bracketsAround, statementBefore, statementStart, usesOf } from '../surroundings.ts';
import { needsConstant } from './csharp-position.ts';

type ConstantEdits = { readonly kind: 'edits'; readonly edits: readonly TextEdit[] } | Withheld;

/** `undefined` when the literal is not part of a constant's declaration. */
export function constantEdits(view: CodeView, span: Span): ConstantEdits | undefined {
  const statement = statementBefore(view, span.start, false);
  const [, modifiers, name] = /((?:\b(?:public|protected|internal|private|new)\s+)*)\bconst\s+string\s+(\w+)\s*=$/.exec(statement) ?? [];
  if (name === undefined)
    return /\bconst\s+[\w.]+\s+\w+\s*=/.test(statement)
      ? withheld(phrase('This constant is built from several parts, so a lookup cannot take its place.'))
      : undefined;
  if (!/^\s*;/.test(view.code.slice(span.end)))
    return withheld(phrase('This constant is built from several parts, so a lookup cannot take its place.'));
  if (/\b(?:public|protected|internal)\b/.test(modifiers ?? '')) {
    return withheld(phrase('Other files may need {0} to be a constant: make it “static readonly” first.', name));
  }
  const reason = whyConstant(view, name, span.start);
  if (reason !== undefined) return withheld(reason);
  const start = view.code.lastIndexOf('const', span.start);
  const isField = isMember(view, statementStart(view, span.start, false));
  const edit = isField
    ? { span: { start, end: start + 'const'.length }, newText: 'static readonly' }
    : { span: { start, end: start + 'const '.length }, newText: '' };
  return { kind: 'edits', edits: [edit] };
}

function isMember(view: CodeView, offset: number): boolean {
  const [inner] = bracketsAround(view, offset);
  if (inner === undefined) return false;
  return /\b(?:class|struct|record|interface)\b[^;{}]*$/.test(view.code.slice(Math.max(0, inner.index - 500), inner.index));
}

function whyConstant(view: CodeView, name: string, declared: number): Phrase | undefined {
  const isConstant = usesOf(view, name, view.code.lastIndexOf(name, declared)).some(
    use => needsConstant(view, { start: use, end: use + name.length }) || /\bconst\b/.test(statementBefore(view, use, false)),
  );
  return isConstant ? phrase('{0} is used where a constant is needed.', name) : undefined;
}
