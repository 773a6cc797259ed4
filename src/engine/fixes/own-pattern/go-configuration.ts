// A struct that a Go program fills from its environment, by the tags of its fields: one more field, read where the struct is at hand.
// https://github.com/kelseyhightower/envconfig · https://github.com/caarlos0/env · https://github.com/sethvargo/go-envconfig

import { languageOf } from '../../languages/catalogue.ts';
import { pathInProject } from '../../project/side.ts';
import { type CodeView, viewCode } from '../code-view.ts';
import type { WayPlace } from '../way-place.ts';
import { type FilledStruct, libraries } from './go-libraries.ts';
import { filledStructAt } from './go-scope.ts';
import { addField, readStruct } from './go-struct.ts';
import type { OwnPattern } from './own-pattern.ts';
import { pascalCase, sectionNameOf, spellSection } from './section-name.ts';

export function findGoConfiguration({ view, context, literals, request: { variable } }: WayPlace): OwnPattern | undefined {
  const { project, uri } = context;
  const path = (project && pathInProject(project, uri)) ?? '';
  const others = Object.entries(project?.sources ?? {}).filter(([name]) => name.endsWith('.go') && name !== path);
  const files = [{ path, view }, ...others.flatMap(([name, text]) => viewOf(name, text))];
  for (const file of files) {
    const filled = readFilledStruct(file.view);
    const qualifier = filled && qualifierOf(view, path, file);
    if (filled === undefined || qualifier === undefined) continue;
    const field = fieldFor(filled, variable);
    const names = literals.map(({ span }) => filledStructAt(view, span.start, { ...filled, declaring: file.view, qualifier }));
    const [name] = names;
    if (field === undefined || name === undefined || names.some(other => other !== name)) continue;
    const change = { lookup: () => ({ expression: `${name}.${field.name}`, isAtomic: true, needs: [] }) };
    if (field.edits.length === 0) return { change };
    return file.view === view
      ? { change, beside: field.edits }
      : { change, also: { path: file.path, text: file.view.text, edits: field.edits } };
  }
  return undefined;
}

function viewOf(path: string, text: string): readonly GoFile[] {
  const source = { uri: path, languageId: 'go', text };
  const language = languageOf(source);
  return language === undefined ? [] : [{ path, view: viewCode(source, language) }];
}

interface GoFile {
  readonly path: string;
  readonly view: CodeView;
}

/** The one struct of a file that a library fills; `undefined` where there are several. */
function readFilledStruct(view: CodeView): FilledStruct | undefined {
  const library = libraries.find(({ module }) => importsOf(view).some(imported => module.test(imported)));
  if (library === undefined || library.renames.test(view.code)) return undefined;
  const filled = new Set([...view.code.matchAll(new RegExp(library.fills, 'g'))].flatMap(([, name = '']) => typeOf(view, name) ?? []));
  for (const [, type] of view.code.matchAll(/\benv\.ParseAs\[(\w+)\]\(\s*\)/g))
    if (type !== undefined && library.name === 'env') filled.add(type);
  const [type, ...more] = filled;
  const struct = type === undefined || more.length > 0 ? undefined : readStruct(view, type);
  return struct && { struct, library };
}

/** Of a variable, a parameter or a named result. */
function typeOf({ code }: CodeView, variable: string): string | undefined {
  const [, declared, made, created] =
    new RegExp(String.raw`(?:\bvar\s|[(,])\s*${variable}\s+\*?(\w+)\b|\b${variable}\s*:?=\s*(?:&?(\w+)\s*\{|new\(\s*(\w+)\s*\))`).exec(
      code,
    ) ?? [];
  return declared ?? made ?? created;
}

function importsOf({ text }: CodeView): readonly string[] {
  return [...text.matchAll(/^[ \t]*(?:import[ \t]+)?"([\w./~-]+)"/gm)].map(([, module = '']) => module);
}

/** What stands before the type's name in the file: nothing in its own package, else the package's name, where it is imported. */
function qualifierOf(view: CodeView, path: string, file: GoFile): string | undefined {
  const folderOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf('/')));
  const folder = folderOf(file.path);
  if (file.view === view || folder === folderOf(path)) return '';
  const name = /^package\s+(\w+)/m.exec(file.view.code)?.[1];
  const isImported = importsOf(view).some(module => module.endsWith(`/${folder}`));
  return name !== undefined && folder !== '' && folder.endsWith(name) && isImported ? `${name}.` : undefined;
}

function fieldFor({ struct, library }: FilledStruct, variable: string) {
  const known = struct.fields.find(({ tag }) => new RegExp(String.raw`\b${library.key}:"${variable}\b`).test(tag));
  if (known !== undefined) return known.type === 'string' ? { name: known.name, edits: [] } : undefined;
  const parts = sectionNameOf(variable);
  const name = parts === undefined ? goName(variable) : spellSection(parts.section) + goName(parts.name);
  if (struct.fields.some(field => field.name === name)) return undefined;
  return { name, edits: addField(struct, name, `\`${library.tag(variable)}\``) };
}

/** https://go.dev/wiki/CodeReviewComments#initialisms */
function goName(variable: string): string {
  return variable
    .split('_')
    .map(word => (/^(?:API|AWS|DB|DSN|GCP|HTTP|ID|IP|JWT|SMTP|SQL|SSH|TLS|URI|URL|UUID)$/.test(word) ? word : pascalCase(word)))
    .join('');
}
