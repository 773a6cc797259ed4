// What a place of C++ takes instead of a literal that has to become a computed text.

import type { Span } from '../../text.ts';
import type { CodeView } from '../code-view.ts';
import { bracketsAround, codeBefore } from '../surroundings.ts';
import type { Scope } from './c-scope.ts';

/** `pointer`: the text may go when the statement ends. `behind a string`: the `+` before adds to a string already. */
export type TextContext = 'string' | 'behind a string' | 'pointer';

/** `undefined` where it is not clear. */
export function textContext(view: CodeView, scope: Scope, { start, end }: Span): TextContext | undefined {
  const before = codeBefore(view, start, 300);
  if (/[^+]\+$/.test(before)) return 'behind a string';
  if (/<<$|[=!]=$|\+=$/.test(before) || /^\s*(?:\+(?!\+)|[=!]=)/.test(view.code.slice(end))) return 'string';
  if (/\breturn$/.test(before)) return returnsString(view, start) ? 'string' : undefined;
  const [inner] = bracketsAround(view, start);
  const isDirect = inner !== undefined && /[({,]$/.test(before);
  if (isDirect && inner.open === '(') return argumentContext(view, inner.index);
  if (scope.braces > 0 && inner?.open === '{') return bracesContext(view, scope, inner.index);
  if (before.endsWith('=')) return assignedContext(view, before.slice(0, -1).trimEnd());
  return undefined;
}

const stringType = String.raw`(?:std::)?(?:string|wstring)(?:\s+const)?\s*[&>]{0,2}`;

/** `std::string name =`, `headers["…"] =`, or a name that the file declares so. */
function assignedContext({ code }: CodeView, target: string): TextContext | undefined {
  if (/\]$/.test(target)) return /\bchar\s*(?:const\s*)?\*\s*>/.test(code) ? undefined : 'string';
  const name = /(\w+)$/.exec(target)?.[1];
  return name === undefined ? undefined : declaredContext(code, name);
}

function declaredContext(code: string, name: string): TextContext | undefined {
  const isString = new RegExp(`\\b${stringType}\\s*\\b${name}\\s*[;=({,):]`).test(code);
  const isOther = new RegExp(
    `(?:\\bchar\\s*(?:const\\s*)?\\*\\s*(?:const\\s+)?|\\bauto\\s*[*&]*\\s+|string_view\\s+)${name}\\s*[;=({,)]`,
  ).test(code);
  return isString && !isOther ? 'string' : undefined;
}

/** `{{"Authorization", "Bearer …"}}` are pairs of strings; a single pair of braces is what its declaration says. */
function bracesContext(view: CodeView, { declaration, braces }: Scope, brace: number): TextContext | undefined {
  if (/\bchar\b|string_view/.test(declaration)) return undefined;
  const text = new RegExp(`\\b${stringType}\\s*(?:\\w+\\s*(?:\\[[^\\]]*\\]\\s*)?)?[=,>]|<[^;]*\\b${stringType}`);
  if (text.test(`${declaration}=`)) return 'string';
  const [, name] = /(\w+)$/.exec(codeBefore(view, brace)) ?? [];
  if (name !== undefined && declaredContext(view.code, name) === 'string') return 'string';
  return braces > 1 ? 'string' : undefined;
}

/** A parameter of a function of this file is what its declaration says; others take a pointer as well as a string. */
function argumentContext(view: CodeView, bracket: number): TextContext | undefined {
  const before = codeBefore(view, bracket, 200);
  const callee = /(\w+)$/.exec(before)?.[1];
  if (callee === undefined || /^(?:if|while|switch|for)$/.test(callee)) return undefined;
  if (/^(?:string|runtime_error|logic_error|invalid_argument|domain_error|out_of_range)$/.test(callee)) return 'string';
  // Keeps the pointer: https://curl.se/libcurl/c/curl_easy_setopt.html says which options copy.
  if (callee === 'curl_easy_setopt' && !copiedOption.test(view.code.slice(bracket))) return undefined;
  if (declaredContext(view.code, callee) === 'string') return 'string';
  const [, parameters] =
    new RegExp(`[\\w>&*]\\s+\\*?&?(?:\\w+::)*${callee}\\s*\\(([^(){};]*)\\)\\s*(?:const\\s*)?(?:noexcept\\s*)?(?:override\\s*)?[;{:]`).exec(
      view.code,
    ) ?? [];
  if (parameters !== undefined && /\bstring\b/.test(parameters) && !/\bchar\b|string_view/.test(parameters)) return 'string';
  // `Type name("…")`: a constructor may keep what it is given.
  const isDeclaration =
    /(?:^|[;{}\n])\s*(?:const\s+|static\s+|auto\s+)*[\w:]+(?:<[^;<>]*>)?[\s*&]+\w+$/.test(before) &&
    !/\b(?:return|new|throw|co_await|else)\s+[\w:]+$/.test(before);
  const isConstructor = isDeclaration || /\bnew\s+[\w:]+$|(?:^|[^\w.>:])(?:\w+::)*[A-Z]\w*$/.test(before);
  return isConstructor ? undefined : 'pointer';
}

const copiedOption =
  /^\(\s*[^,]+,\s*CURLOPT_(?:URL|USERPWD|USERNAME|PASSWORD|XOAUTH2_BEARER|PROXY|PROXYUSERPWD|COOKIE|COPYPOSTFIELDS|USERAGENT|REFERER)\s*,/;

/** The function around says `std::string name(…)`. */
function returnsString(view: CodeView, offset: number): boolean {
  for (const { open, index } of bracketsAround(view, offset)) {
    if (open !== '{') continue;
    const header = codeBefore(view, index, 400);
    if (/\b(?:if|else|for|while|do|try|catch|switch)\b[^;{}]*$/.test(header)) continue;
    if (new RegExp(`->\\s*${stringType}$`).test(header)) return true;
    const own = header.slice(Math.max(header.lastIndexOf(';'), header.lastIndexOf('}'), header.lastIndexOf('{')) + 1);
    const isLambda = /(?:^|[=(,\s])\[[^\]]*\]\s*\(/.test(own);
    return !isLambda && new RegExp(`\\b${stringType}\\s+[\\w:~]+\\s*\\(`).test(own);
  }
  return false;
}
