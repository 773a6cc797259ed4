// Where the classes, modules and structures of a Visual Basic file begin and end: its blocks have words for brackets.

import type { CodeView } from '../code-view.ts';

export interface VbType {
  readonly kind: 'class' | 'module' | 'structure';
  readonly indent: string;
  readonly bodyStart: number;
  /** Where the line of its `End …` begins. */
  readonly bodyEnd: number;
  /** Whether an offset is inside a method, property or the like of it. */
  readonly isInMember: (offset: number) => boolean;
}

/** The innermost type around an offset. */
export function typeAround(view: CodeView, offset: number): VbType | undefined {
  const around = vbTypes(view).filter(({ bodyStart, bodyEnd }) => bodyStart <= offset && offset < bodyEnd);
  return around.sort((a, b) => b.bodyStart - a.bodyStart)[0];
}

const opening =
  /^([ \t]*)(?:<[^>\n]*>\s*)?(?:(?:Public|Private|Protected|Friend|Partial|Shared|MustInherit|NotInheritable|Shadows)[ \t]+)*(Class|Module|Structure)[ \t]+\w+/i;
const closing = /^[ \t]*End[ \t]+(?:Class|Module|Structure)\b/i;
const memberEdge =
  /^[ \t]*(?:End[ \t]+)?(?:(?:Public|Private|Protected|Friend|Shared|Overrides|Overridable|Async|Iterator|ReadOnly)[ \t]+)*(?:Sub|Function|Property|Operator)\b/gim;

export function vbTypes({ code }: CodeView): readonly VbType[] {
  const types: VbType[] = [];
  const open: { readonly kind: VbType['kind']; readonly indent: string; readonly bodyStart: number }[] = [];
  for (let start = 0; start < code.length; ) {
    const newline = code.indexOf('\n', start);
    const end = newline === -1 ? code.length : newline + 1;
    const line = code.slice(start, end);
    const found = opening.exec(line);
    if (found !== null) open.push({ kind: kindOf(found[2]), indent: found[1] ?? '', bodyStart: end });
    const last = closing.test(line) ? open.pop() : undefined;
    if (last !== undefined) types.push({ ...last, bodyEnd: start, isInMember: offset => isInMember(code.slice(last.bodyStart, offset)) });
    start = end;
  }
  return types;
}

function kindOf(word: string | undefined): VbType['kind'] {
  const kind = word?.toLowerCase();
  return kind === 'module' || kind === 'structure' ? kind : 'class';
}

/** Whether the last edge before a place opened a member. */
function isInMember(before: string): boolean {
  const last = [...before.matchAll(memberEdge)].at(-1)?.[0];
  return last !== undefined && !/^[ \t]*End\b/i.test(last);
}
