// Where JavaScript and TypeScript do not take an expression in a string's place, or take it written otherwise.

import { type Phrase, phrase } from '../../phrase.ts';
import type { Span } from '../../text.ts';
import type { CodeView } from '../code-view.ts';
import type { Refusals } from '../dialect.ts';
import type { Literal } from '../read-literal.ts';
import { bracketsAround, characterAfter, characterBefore, indexBefore, statementBefore } from '../surroundings.ts';

export const refusals = {
  import: phrase('The value is in an import path.'),
  'tagged-template': phrase('The template literal has a tag, which would receive different text.'),
  'member-name': phrase('The value is the name of a declared member.'),
  'enum-member': phrase('An enum member must be a constant.'),
  type: phrase('The value is part of a type.'),
} satisfies Refusals;

export function guessRefusal(view: CodeView, { span, form }: Literal): Phrase | undefined {
  const statement = statementBefore(view, span.start, false);
  if (isImportPath(view.code.slice(Math.max(0, span.start - 60), span.start))) return refusals.import;
  if (form.open === '`' && isTagged(view, span.start)) return refusals['tagged-template'];
  if (isKeyOfDeclaration(view, span)) return refusals['member-name'];
  if (view.language.id !== 'typescript') return undefined;
  if (isEnumMember(view, span.start)) return refusals['enum-member'];
  if (isType(view, span.start, statement) || /^\s*(?:\|(?!\|)|>(?![=>]))/.test(view.code.slice(span.end))) return refusals.type;
  return undefined;
}

/** `"…" as const` */
export function isConstAssertion({ code }: CodeView, { end }: Span): boolean {
  return /^\s*as\s+const\b/.test(code.slice(end, end + 100));
}

/** `import "…"`, `… from "…"`, `import a = require("…")`. */
function isImportPath(before: string): boolean {
  return /(?:^|[^\w$.])(?:import|from|import\s+[\w$]+\s*=\s*require\s*\()\s*$/.test(before);
}

/** `{ "key": 1 }`, not `a ? "b" : c` and not `case "a":`. */
export function isObjectKey(view: CodeView, span: Span): boolean {
  const { start, end } = span;
  if (view.syntax !== undefined) return view.syntax.positionOf(span) === 'key';
  if (characterAfter(view, end) !== ':' || !'{,'.includes(characterBefore(view, start))) return false;
  return bracketsAround(view, start)[0]?.open === '{';
}

/** `<Tag name="…"`: a quote that follows `name=` without a blank, inside a tag that is not closed yet. */
export function isJsxAttribute({ code, syntax }: CodeView, span: Span): boolean {
  const { start } = span;
  if (syntax !== undefined) return syntax.positionOf(span) === 'jsx-attribute';
  const attribute = /\s[\w:-]+=$/.exec(code.slice(Math.max(0, start - 100), start));
  if (attribute === null) return false;
  let depth = 0;
  for (let at = start - attribute[0].length; at >= 0; at--) {
    const character = code.charAt(at);
    if (character === '}') depth++;
    else if (character === '{') depth--;
    else if (depth === 0 && character === '<') return /^<[A-Za-z][\w.:-]*(?=\s)/.test(code.slice(at, start));
    if (depth < 0 || (depth === 0 && ';()>,'.includes(character))) return false;
  }
  return false;
}

function isTagged({ code }: CodeView, start: number): boolean {
  const before = code.slice(Math.max(0, start - 20), start).trimEnd();
  if (!/[\w$)\]]$/.test(before)) return false;
  return !/(?:^|[^\w$.])(?:return|throw|yield|await|case|typeof|in|of|default|else|void|new|delete)$/.test(before);
}

function isKeyOfDeclaration(view: CodeView, { start, end }: Span): boolean {
  return characterAfter(view, end) === '(' && '{,;}'.includes(characterBefore(view, start));
}

function isEnumMember(view: CodeView, start: number): boolean {
  const brace = bracketsAround(view, start).find(({ open }) => open === '{');
  return brace !== undefined && /\benum\s+[\w$]+\s*$/.test(view.code.slice(Math.max(0, brace.index - 100), brace.index));
}

function isType(view: CodeView, start: number, statement: string): boolean {
  const at = indexBefore(view.code, start);
  const before = view.code.slice(Math.max(0, at - 300), at + 1);
  if (/(?:^|[^|])\|$|(?:^|[^&])&$|<$|\b(?:extends|keyof|as|satisfies|is)$/.test(before)) return true;
  if (/^(?:export\s+)?(?:declare\s+)?type\s+[\w$]+[^=]*=/.test(statement)) return true;
  return (before.endsWith(':') && isAnnotation(view, start, before, statement)) || isIndexOfType(view, at, statement);
}

/** `Name["…"]` where `Name` itself is a type. */
function isIndexOfType(view: CodeView, bracket: number, statement: string): boolean {
  if (view.code.charAt(bracket) !== '[') return false;
  const name = /[\w$.]+(?:\["·*"\])*$/.exec(view.code.slice(Math.max(0, bracket - 200), bracket))?.[0];
  return name !== undefined && isType(view, bracket - name.length, statement.slice(0, statement.lastIndexOf(name)));
}

/** `const a: "b"`, `(a: "b"`, `class { a: "b"`; not the value of an object and not the end of `a ? b : "c"`. */
function isAnnotation(view: CodeView, start: number, before: string, statement: string): boolean {
  if (/^(?:export\s+)?(?:declare\s+)?(?:const|let|var)\s+[\w$]+\s*:$/.test(statement)) return true;
  if (!/[\w$)\]}]\??\s*:$/.test(before) || /\?[^;{}]*[\w$)\]"]\s*:$/.test(before)) return false;
  const [inner] = bracketsAround(view, start);
  if (inner?.open === '(') return true;
  if (inner?.open !== '{') return false;
  if (/\breadonly\s+[\w$]+\??\s*:$/.test(before) || isType(view, inner.index, statementBefore(view, inner.index, false))) return true;
  return /\b(?:class|interface)\b[^;{}]*$|\btype\s+[^;{}]*$/.test(view.code.slice(Math.max(0, inner.index - 300), inner.index));
}
