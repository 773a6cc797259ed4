// The type a worker gives its environment: what the code reads must be declared there.

import type { CodeView } from '../code-view.ts';
import type { TextEdit } from '../plan.ts';

/** One more row in `interface Env { … }` or `type Bindings = { … }`, where the file declares one without it. */
export function bindingEdit(view: CodeView, variable: string): TextEdit | undefined {
  const { code, newline, language } = view;
  const declared =
    language.id === 'typescript'
      ? /\b(?:interface\s+(?:Env|CloudflareEnv|Bindings)|type\s+(?:Env|Bindings)\s*=)\s*\{([^{}]*)\}/.exec(code)
      : null;
  if (declared === null || new RegExp(String.raw`\b${variable}\b`).test(declared[1] ?? '')) return undefined;
  const body = declared[1] ?? '';
  const indent = /\n([ \t]+)\S/.exec(body)?.[1];
  const end = /,\s*$/.test(body) ? ',' : ';';
  const row = `${variable}: string${end}`;
  const close = declared.index + declared[0].length - 1;
  const at = close - (body.length - body.trimEnd().length);
  return {
    span: { start: at, end: at },
    newText: indent === undefined ? `${/[^;,\s]\s*$/.test(body) ? ';' : ''} ${row}` : newline + indent + row,
  };
}
