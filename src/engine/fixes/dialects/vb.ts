// Visual Basic of .NET: `RequireEnvironment("NAME")` with the function it needs in the same type, added with `&`.

import { type Phrase, phrase } from '../../phrase.ts';
import type { CodeView } from '../code-view.ts';
import { type Dialect, type EnvironmentRequest, type Lookup, type Place, type Rewrite, rewriteTo, withheld } from '../dialect.ts';
import { concatenate } from '../join.ts';
import type { TextEdit, Withheld } from '../plan.ts';
import { isWhole, type Literal } from '../read-literal.ts';
import { joinsOn } from '../stands-alone.ts';
import { bracketsAround, statementBefore, usesOf } from '../surroundings.ts';
import { typeAround, type VbType, vbTypes } from './vb-types.ts';

export const vbDialect: Dialect = { refuse, environmentLookup, rewrite, supply };

const helper = 'RequireEnvironment';

function refuse({ code }: CodeView, { uri }: { readonly uri: string }): Phrase | undefined {
  if (/\.(?:vbs|bas|cls|frm)$/i.test(uri))
    return phrase('Only Visual Basic of .NET has a lookup that fails where the variable is not set.');
  const isTaken = new RegExp(`\\b${helper}\\b`, 'i').test(code) && !hasHelper(code);
  return isTaken ? phrase('Something else is named “{0}” in this file.', helper) : undefined;
}

function environmentLookup({ variable, style }: EnvironmentRequest): (quote: string) => Lookup {
  const plain = `System.Environment.GetEnvironmentVariable("${variable}")`;
  return () =>
    style === 'plain'
      ? { expression: plain, isAtomic: true, needs: [] }
      : { expression: `${helper}("${variable}")`, isAtomic: true, needs: [helper] };
}

function rewrite({ view, literal, lookup }: Place): Rewrite | Withheld {
  const { span } = literal;
  const reason = refusePosition(view, span.start, span.end);
  if (reason !== undefined) return withheld(reason);
  const type = typeAround(view, span.start);
  if (type === undefined) return withheld(phrase('Outside a class or module there is no place for a lookup.'));
  const constant = constantEdits(view, span.start, type);
  if (constant.kind === 'withheld') return constant;
  const { expression, needs } = lookup('"');
  const edits = [...constant.edits, { span, newText: write(view, literal, expression) }];
  return rewriteTo(edits, { needs: needs.map(() => `${type.bodyEnd}`) });
}

function write(view: CodeView, literal: Literal, expression: string): string {
  if (isWhole(literal)) return expression;
  const written = concatenate(literal, ' & ', expression);
  return joinsOn(view, literal.span, '&') ? written : `(${written})`;
}

function refusePosition(view: CodeView, start: number, end: number): Phrase | undefined {
  if (/^c\b/i.test(view.code.slice(end, end + 2))) return phrase('The value is not inside a string.');
  if (isInAttribute(view, start)) return phrase('An attribute takes constants only.');
  const statement = statementBefore(view, start, true);
  if (/\bOptional\s+(?:ByVal\s+|ByRef\s+)?\w+[^,]*=$/i.test(statement)) return phrase('A parameter default must be a constant.');
  return /^#/.test(statement) ? phrase('The value is in a directive of the compiler.') : undefined;
}

/** `<Name("…")>` before a declaration. */
function isInAttribute(view: CodeView, offset: number): boolean {
  return bracketsAround(view, offset).some(
    ({ open, index }) =>
      open === '(' && /(?:^|[\n(,])[ \t]*<(?:\w+:\s*)?(?:[^<>\n]*,\s*)?[\w.]+$/.test(view.code.slice(Math.max(0, index - 200), index)),
  );
}

/** A constant of a type becomes a field that is read once; a local one a variable. */
function constantEdits(
  view: CodeView,
  offset: number,
  type: VbType,
): { readonly kind: 'edits'; readonly edits: readonly TextEdit[] } | Withheld {
  const statement = statementBefore(view, offset, true);
  const [, modifiers, name] =
    /^((?:(?:Public|Private|Protected|Friend|Shadows)\s+)*)Const\s+(\w+)(?:\s+As\s+String)?\s*=/i.exec(statement) ?? [];
  if (name === undefined) return { kind: 'edits', edits: [] };
  if (/\b(?:Public|Protected|Friend)\b/i.test(modifiers ?? ''))
    return withheld(phrase('Other files may need {0} to be a constant: make it “{1}” first.', name, 'Shared ReadOnly'));
  const declaration = /\bConst\b/gi;
  const start = [...view.code.slice(0, offset).matchAll(declaration)].at(-1)?.index ?? offset;
  const declared = view.code.indexOf(name, start + 'Const'.length);
  const isConstant = usesOf(view, name, declared).some(
    use => isInAttribute(view, use) || /\bConst\b|\bOptional\b[^,]*=$/i.test(statementBefore(view, use, true)),
  );
  if (isConstant) return withheld(phrase('{0} is used where a constant is needed.', name));
  const field = type.kind === 'module' ? 'ReadOnly' : 'Shared ReadOnly';
  const isLocal = type.isInMember(offset);
  const newText = isLocal ? 'Dim' : (modifiers ?? '').trim() === '' ? `Private ${field}` : field;
  const edits = [{ span: { start, end: start + 'Const'.length }, newText }];
  const nameEnd = declared + name.length;
  // Without its type the field would hold any object.
  const isTyped = /^\s*As\b/i.test(view.code.slice(nameEnd));
  return { kind: 'edits', edits: isTyped ? edits : [...edits, { span: { start: nameEnd, end: nameEnd }, newText: ' As String' }] };
}

function hasHelper(code: string): boolean {
  return new RegExp(`\\bFunction\\s+${helper}\\s*\\(\\s*(?:ByVal\\s+)?\\w+\\s+As\\s+String\\s*\\)\\s*As\\s+String`, 'i').test(code);
}

/** The function at the end of each type that calls it and has it not. */
function supply(view: CodeView, needs: ReadonlySet<string>): readonly TextEdit[] {
  return vbTypes(view)
    .filter(type => needs.has(`${type.bodyEnd}`) && !hasHelper(view.code.slice(type.bodyStart, type.bodyEnd)))
    .map(type => helperEdit(view, type));
}

function helperEdit({ newline }: CodeView, { kind, indent, bodyEnd }: VbType): TextEdit {
  const inner = `${indent}    `;
  const lines = [
    `${inner}Private ${kind === 'module' ? '' : 'Shared '}Function ${helper}(name As String) As String`,
    `${inner}    Dim value As String = System.Environment.GetEnvironmentVariable(name)`,
    `${inner}    If String.IsNullOrEmpty(value) Then Throw New System.InvalidOperationException(name & " is not set")`,
    `${inner}    Return value`,
    `${inner}End Function`,
    '',
  ];
  return { span: { start: bodyEnd, end: bodyEnd }, newText: newline + lines.join(newline) };
}
