// Where Dart takes constants only, and which Dart programs have no environment of their own.

import { type Phrase, phrase } from '../../phrase.ts';
import type { CodeView } from '../code-view.ts';
import { mayBeSentToUsers, sentToUsers } from '../sent-to-users.ts';
import { bracketsAround, codeBefore, statementBefore } from '../surroundings.ts';
import { importedLibraries } from './dart-imports.ts';

/** `String.fromEnvironment` is no way out: it is read when the app is built. https://dart.dev/libraries/core/environment-declarations */
export function refuseApp(view: CodeView, { uri }: { readonly uri: string }): Phrase | undefined {
  const libraries = importedLibraries(view);
  if (libraries.some(library => appLibrary.test(library))) return sentToUsers;
  if (/^[ \t]*part\s+of\b/m.test(view.code))
    return phrase('A part of a library has no imports of its own: fix it in the library’s first file.');
  if (/\b(?:class|enum|mixin|extension)\s+Platform\b/.test(view.code))
    return phrase('Something else is named “{0}” in this file.', 'Platform');
  const isTool =
    /\/(?:bin|tool|test|server|backend|routes|functions)\//.test(uri) ||
    libraries.some(library => serverLibrary.test(library)) ||
    /^(?:Future<void>|void|int|Future<int>)?\s*main\s*\(/m.test(view.code);
  return isTool ? undefined : mayBeSentToUsers;
}

const appLibrary =
  /^(?:package:(?:flutter|flutter_\w+|web|jaspr|ngdart|riverpod_flutter)\/|dart:(?:html|ui|js|js_interop|js_util|svg|web_\w+))/;
const serverLibrary = /^package:(?:shelf|shelf_\w+|args|dart_frog|serverpod|angel3_\w+|alfred|functions_framework|conduit\w*|mason|test)\//;

export function refusePosition(view: CodeView, offset: number): Phrase | undefined {
  if (isInAnnotation(view, offset)) return phrase('An annotation takes constants only.');
  const statement = statementBefore(view, offset, false);
  if (/^(?:import|export|part|library)\b/.test(statement)) return phrase('The value is in an import path.');
  if (isCaseLabel(view, offset)) return phrase('A case label must be a constant.');
  if (isParameterDefault(view, offset)) return phrase('A parameter default must be a constant.');
  if (isInEnum(view, offset)) return phrase('An enum case takes constants only.');
  if (/\bassert\s*\($/.test(codeBefore(view, offset))) return undefined;
  return isInConstant(view, offset) ? phrase('The value is part of a constant expression.') : undefined;
}

export function isInAnnotation(view: CodeView, offset: number): boolean {
  return bracketsAround(view, offset).some(
    ({ open, index }) => open === '(' && /@[\w.]+(?:<[^<>]*>)?$/.test(view.code.slice(Math.max(0, index - 150), index)),
  );
}

/** `case '…':`, and `'…' =>` of a switch expression. */
export function isCaseLabel(view: CodeView, offset: number): boolean {
  if (/\b(?:case|case\s+const)\s*(?:[\w.]+\s*\|\|\s*|"·*"\s*\|\|\s*)*$/.test(codeBefore(view, offset, 200))) return true;
  const [inner] = bracketsAround(view, offset);
  return (
    inner?.open === '{' &&
    /\bswitch\s*\([^{}]*\)$/.test(codeBefore(view, inner.index, 200)) &&
    /^\s*(?:"·*"|[\w.]+)\s*(?:=>|\|\|)/.test(view.code.slice(offset))
  );
}

/** `[String key = '…']`, `{String key = '…'}` in the brackets of a declaration. */
export function isParameterDefault(view: CodeView, offset: number): boolean {
  const [inner, outer] = bracketsAround(view, offset);
  if (inner === undefined || outer?.open !== '(' || inner.open === '(') return false;
  const own = view.code.slice(inner.index + 1, offset);
  return (
    /(?:^|,)\s*(?:(?:final|covariant|required)\s+)*(?:[\w.<>?]+\s+)?(?:this\.|super\.)?\w+\s*[=:]\s*$/.test(own) &&
    /[,(]\s*$/.test(view.code.slice(outer.index, inner.index)) &&
    /=\s*$/.test(own)
  );
}

function isInEnum(view: CodeView, offset: number): boolean {
  const around = bracketsAround(view, offset);
  const brace = around.findIndex(({ open }) => open === '{');
  const body = around[brace];
  if (body === undefined || brace === 0) return false;
  const isEnum = /\benum\s+\w+[^;{}]*$/.test(codeBefore(view, body.index, 200));
  return isEnum && !view.code.slice(body.index, offset).includes(';');
}

/** `const [ … ]`, `const Name( … )` around it. */
function isInConstant(view: CodeView, offset: number): boolean {
  return bracketsAround(view, offset).some(({ index }) => /\bconst(?:\s+[\w.]+)?\s*(?:<[^<>(){}]*>)?$/.test(codeBefore(view, index)));
}
