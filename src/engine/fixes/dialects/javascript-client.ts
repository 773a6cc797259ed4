// Code that is sent to browsers or phones: there a key is public, whatever it is read from.

import { type Phrase, phrase } from '../../phrase.ts';
import type { SourceText } from '../../text.ts';
import type { CodeView } from '../code-view.ts';

export function refuseClientCode(view: CodeView, { uri }: SourceText): Phrase | undefined {
  if (/\.d\.[mc]?ts$/i.test(uri)) return phrase('A declaration file holds types only.');
  if (isClientCode(view, uri))
    return phrase('This code is sent to its users, and a key in it is public wherever it is read from: call the service from a server.');
  if (declaresProcess(view)) return phrase('Something else is named “process” in this file.');
  return undefined;
}

// https://react.dev/reference/rsc/use-client
const directive = /^["']use client["']/;
const clientFile = /\.client\.[mc]?[jt]sx?$|\.user\.js$|\.min\.js$/i;
const clientModule =
  /^(?:react-native|react-dom(?:\/client)?|react-native-.*|expo(?:-.*)?|@angular\/(?:core|platform-browser)|vue|svelte|jquery|preact|solid-js\/web)$/;
// Members only a browser has: `document` alone is also a name for many other things.
const clientCall = new RegExp(
  `(?:^|[^\\w$.])(?:${[
    'window\\.(?:location|localStorage|document|navigator|addEventListener)\\b',
    'document\\.(?:getElementById|querySelector|createElement|addEventListener|body|cookie|head)\\b',
    '(?:local|session)Storage\\.(?:get|set)Item\\b',
    'use(?:State|Effect|LayoutEffect)\\s*\\(',
  ].join('|')})`,
);

function isClientCode({ tokens, text, code }: CodeView, uri: string): boolean {
  if (clientFile.test(uri)) return true;
  const strings = tokens.filter(({ kind }) => kind === 'string');
  const first = strings[0];
  if (first !== undefined && directive.test(text.slice(first.span.start)) && code.slice(0, first.span.start).trim() === '') return true;
  const imported = strings.some(({ span, content }) => {
    const isModule = /(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\()\s*$/.test(code.slice(Math.max(0, span.start - 30), span.start));
    return isModule && clientModule.test(text.slice(content.start, content.end));
  });
  return imported || clientCall.test(code);
}

function declaresProcess({ code, text }: CodeView): boolean {
  const declared = /\b(?:const|let|var|function|class)\s+process\b|\bimport\s+\*\s+as\s+process\b/.exec(code);
  if (declared === null) return false;
  const rest = text.slice(declared.index, declared.index + 100);
  return !/require\(\s*["'](?:node:)?process["']|from\s*["'](?:node:)?process["']/.test(rest.split('\n', 1)[0] ?? '');
}
