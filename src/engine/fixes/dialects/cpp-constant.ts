// A C++ constant that is known when the program is built cannot be looked up: it becomes one that is read at the start.

import { phrase } from '../../phrase.ts';
import type { CodeView } from '../code-view.ts';
import { withheld } from '../dialect.ts';
import type { TextEdit, Withheld } from '../plan.ts';
import { isWhole, type Literal } from '../read-literal.ts';
import { characterAfter, codeBefore, usesOf } from '../surroundings.ts';
import { arrayAsPointer } from './c-position.ts';
import { declarationBefore, type Scope } from './c-scope.ts';

type ConstantEdits = { readonly kind: 'edits'; readonly edits: readonly TextEdit[] } | Withheld;

/** No edits where the literal is no such constant. */
export function constantEdits(view: CodeView, scope: Scope, literal: Literal): ConstantEdits {
  const { start, end } = literal.span;
  if (!/\bconst(?:expr|init|eval)\b/.test(scope.declaration)) return arrayEdits(view, scope, literal);
  const [, type, name] = /\bconstexpr\s+([\w:*\s]*?[\w*])\s*\b(\w+)\s*(?:\[\s*\]\s*)?[={(]?\s*$/.exec(scope.declaration) ?? [];
  if (name === undefined || type === undefined || scope.kind === 'type' || !/^[;)}]$/.test(characterAfter(view, end)))
    return withheld(phrase('This constant is built from several parts, so a lookup cannot take its place.'));
  const constexpr = view.code.lastIndexOf('constexpr', start);
  const declared = view.code.lastIndexOf(name, start);
  if (usesOf(view, name, declared).some(use => needsConstant(view, use, name)))
    return withheld(phrase('{0} is used where a constant is needed.', name));
  const isArray = /\[\s*\]\s*=?$/.test(scope.declaration);
  const newType = typeOf(type, isArray);
  const isView = newType?.includes('string_view') === true;
  if (newType === undefined || (!isWhole(literal) && !newType.endsWith('std::string')))
    return withheld(isView ? phrase('A string_view keeps no text: make it a std::string first.') : pointer);
  const nameEnd = isArray ? view.code.indexOf(']', declared) + 1 : declared + name.length;
  return { kind: 'edits', edits: [{ span: { start: constexpr, end: nameEnd }, newText: `${newType} ${name}` }] };
}

const pointer = phrase('A pointer keeps no text: make it a std::string first.');

/** The same type, read when the program starts. */
function typeOf(type: string, isArray: boolean): string | undefined {
  const plain = type
    .replace(/\bstatic\b|\binline\b/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?\* ?/, '*')
    .trim();
  if (isArray) return /^(?:const )?char(?: const)?$/.test(plain) ? 'const char* const' : undefined;
  if (/^(?:const char\*|char const\*|auto|auto\*|const auto\*|const auto)(?: ?const)?$/.test(plain)) return 'const char* const';
  const [, text] = /^(?:const )?(std::string(?:_view)?|string_view)(?: const)?$/.exec(plain) ?? [];
  return text === undefined ? undefined : `const ${text}`;
}

function needsConstant(view: CodeView, use: number, name: string): boolean {
  const before = codeBefore(view, use);
  const after = view.code.slice(use + name.length, use + name.length + 20);
  return (
    /\b(?:sizeof|alignof|decltype|static_assert|case|__builtin_strlen|size|begin|end)\s*\(?$|[(\s]:$/.test(before) ||
    (/<\s*$/.test(before) && !/<<\s*$/.test(before) && /^\s*[>,]/.test(after)) ||
    /\bconst(?:expr|init|eval)\b|\bstatic_assert\b/.test(declarationBefore(view, use))
  );
}

/** `const char name[] = "…"` */
function arrayEdits(view: CodeView, scope: Scope, literal: Literal): ConstantEdits {
  const array = scope.kind === 'type' ? undefined : arrayAsPointer(view, scope, literal.span.start);
  if (array === undefined) return { kind: 'edits', edits: [] };
  if (!isWhole(literal)) return withheld(pointer);
  const keyword = view.code.lastIndexOf('char', array.span.start);
  const isConstFirst = /\bconst\s*$/.test(codeBefore(view, keyword));
  const start = isConstFirst ? view.code.lastIndexOf('const', keyword) : keyword;
  return { kind: 'edits', edits: [{ span: { start, end: array.span.end }, newText: `const char* const ${array.name}` }] };
}
