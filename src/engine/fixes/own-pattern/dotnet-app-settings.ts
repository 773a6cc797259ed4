// `ConfigurationManager.AppSettings["NAME"]` of .NET Framework, where the configuration is filled in from the environment: only
// then is there another place for the value than the file that is committed.
// https://learn.microsoft.com/aspnet/config-builder#environmentconfigbuilder

import type { WayPlace } from '../way-place.ts';
import type { OwnPattern } from './own-pattern.ts';

export function findAppSettings({ view, context: { project }, request: { variable, style } }: WayPlace): OwnPattern | undefined {
  const [path, text] = Object.entries(project?.sources ?? {}).find(([name]) => /^(?:web|app)\.config$/i.test(name)) ?? [];
  const isKnown = /^\s*using\s+System\.Configuration\s*;/m.test(view.code);
  if (path === undefined || text === undefined || !isKnown || !isFilledIn(text)) return undefined;
  const plain = `ConfigurationManager.AppSettings["${variable}"]`;
  const expression = style === 'plain' ? plain : `${plain} ?? throw new System.InvalidOperationException("${variable} is not set")`;
  const change = { lookup: () => ({ expression, isAtomic: style === 'plain', needs: [] }) };
  if (new RegExp(String.raw`<add\s[^>]*\bkey\s*=\s*"${variable}"`).test(text)) return { change };
  const edit = newRow(text, variable);
  return edit && { change, also: { path, text, edits: [edit] } };
}

/** By a builder for the environment that puts nothing before the names. */
function isFilledIn(text: string): boolean {
  const names = /<appSettings\b[^>]*\bconfigBuilders\s*=\s*"([^"]*)"/.exec(text)?.[1]?.split(/\s*,\s*/) ?? [];
  return [...text.matchAll(/<add\s[^>]*\btype\s*=\s*"[\w.]*\bEnvironmentConfigBuilder\b[^>]*>/g)].some(([builder]) => {
    const name = /\bname\s*=\s*"([^"]*)"/.exec(builder)?.[1];
    return name !== undefined && names.includes(name) && !/\b(?:prefix|mode\s*=\s*"(?:Greedy|Token|Expand))/i.test(builder);
  });
}

/** In strict mode only names that are there are filled in. */
function newRow(text: string, variable: string) {
  const open = /<appSettings\b[^>/]*>/.exec(text);
  const end = text.indexOf('</appSettings>', open?.index);
  if (open === null || end === -1) return undefined;
  const lineStart = text.lastIndexOf('\n', end) + 1;
  const newline = text.charAt(lineStart - 2) === '\r' ? '\r\n' : '\n';
  const indent = /\n([ \t]+)<add\b/.exec(text.slice(open.index, end))?.[1] ?? `${text.slice(lineStart, end)}  `;
  if (text.slice(lineStart, end).trim() !== '') return undefined;
  return { span: { start: lineStart, end: lineStart }, newText: `${indent}<add key="${variable}" value="" />${newline}` };
}
