// A settings class that reads the environment by its fields' names. https://docs.pydantic.dev/latest/concepts/pydantic_settings/

import { languageOf } from '../../languages/catalogue.ts';
import { type CodeView, viewCode } from '../code-view.ts';
import { importedNames } from '../dialects/python-imports.ts';
import type { TextEdit } from '../plan.ts';
import type { Literal } from '../read-literal.ts';
import { lineBefore } from '../surroundings.ts';
import type { WayPlace } from '../way-place.ts';
import { type OwnPattern, plainly } from './own-pattern.ts';

export function findPythonSettings(place: WayPlace, literal: Literal): OwnPattern | undefined {
  return defaultOfField(place.view, literal) ?? fieldOfSettings(place);
}

interface SettingsClass {
  readonly name: string;
  /** Where its body begins and ends. */
  readonly start: number;
  readonly end: number;
  /** What its variables begin with. */
  readonly prefix: string;
}

/** `api_key: str = "…"` in the class itself: without the default, the field must be set. */
function defaultOfField(view: CodeView, literal: Literal): OwnPattern | undefined {
  const owner = settingsClasses(view).find(({ start, end }) => start <= literal.span.start && literal.span.end <= end);
  const field = /^[ \t]+(\w+)[ \t]*:[ \t]*(?:str|Optional\[str\]|str[ \t]*\|[ \t]*None)([ \t]*=[ \t]*)$/.exec(
    lineBefore({ text: view.code }, literal.span.start),
  );
  const rest = view.code.slice(literal.span.end).split('\n', 1)[0] ?? '';
  if (owner === undefined || field?.[1] === undefined || rest.trim() !== '') return undefined;
  const start = literal.span.start - (field[2]?.length ?? 0);
  const edits = [{ span: { start, end: literal.span.end }, newText: '' }];
  return { variable: owner.prefix + field[1].toUpperCase(), change: { edits } };
}

/** `settings.api_key` where the file imports `settings`, and a row in its class. */
function fieldOfSettings({ view, context, request }: WayPlace): OwnPattern | undefined {
  for (const [path, text] of Object.entries(context.project?.sources ?? {})) {
    if (!path.endsWith('.py') || text === view.text) continue;
    const source = { uri: path, languageId: 'python', text };
    const language = languageOf(source);
    const declaring = language && viewCode(source, language);
    const owner = declaring && settingsClasses(declaring)[0];
    const object = owner && new RegExp(String.raw`^(\w+)[ \t]*(?::[^=\n]+)?=[ \t]*${owner.name}\(`, 'm').exec(declaring.code)?.[1];
    const local = object === undefined ? undefined : localNameOf(view, path, object);
    if (declaring === undefined || owner === undefined || local === undefined) continue;
    const fields = fieldsOf(declaring, owner);
    const isUpper = fields.length > 0 && fields.every(({ name }) => name === name.toUpperCase());
    const { prefix } = owner;
    const name = request.variable.startsWith(prefix) ? request.variable.slice(prefix.length) : request.variable;
    const field = isUpper ? name : name.toLowerCase();
    const change = plainly(`${local}.${field}`);
    const variable = prefix + name;
    if (fields.some(({ name }) => name === field)) return { variable, change };
    return { variable, change, also: { path, text, edits: [newField(declaring, owner, fields, field)] } };
  }
  return undefined;
}

/** `settings` after `from app.config import settings`, `config.settings` after `from app import config`. */
function localNameOf(view: CodeView, path: string, object: string): string | undefined {
  const module = path.replace(/\.py$/, '').replaceAll('/', '.');
  for (const [local, origin] of importedNames(view)) {
    const named = origin.replace(/^\.+/, '');
    if (isSameModule(module, named)) return `${local}.${object}`;
    if (named.endsWith(`.${object}`) && isSameModule(module, named.slice(0, -object.length - 1))) return local;
  }
  return undefined;
}

/** The folder that holds the package is not a part of a module's name. */
function isSameModule(module: string, named: string): boolean {
  return module === named || module.endsWith(`.${named}`);
}

function settingsClasses(view: CodeView): readonly SettingsClass[] {
  const { code, text } = view;
  return [...code.matchAll(/^class[ \t]+(\w+)[ \t]*\(([^)]*\bBaseSettings\b[^)]*)\)[ \t]*:[ \t]*\n/gm)].flatMap(found => {
    const start = found.index + found[0].length;
    const next = /^\S/m.exec(code.slice(start));
    const end = next === null ? code.length : start + next.index;
    const prefix = /\benv_prefix["']?[ \t]*[=:][ \t]*["'](\w*)["']/.exec(text.slice(start, end))?.[1] ?? '';
    return found[1] === undefined ? [] : [{ name: found[1], start, end, prefix: prefix.toUpperCase() }];
  });
}

interface Field {
  readonly name: string;
  readonly lineEnd: number;
  readonly indent: string;
}

function fieldsOf({ code }: CodeView, { start, end }: SettingsClass): readonly Field[] {
  const rows = [...code.slice(start, end).matchAll(/^([ \t]+)(\w+)[ \t]*:(?!=)[^\n]*(?:\n|$)/gm)];
  return rows
    .filter(([, indent, name = '']) => indent === rows[0]?.[1] && !notFields.test(name))
    .map(({ 0: line, 1: indent = '', 2: name = '', index }) => ({ name, indent, lineEnd: start + index + line.length }));
}

const notFields = /^(?:model_config|class|def|else|try|finally)$/;

function newField(view: CodeView, { start }: SettingsClass, fields: readonly Field[], name: string): TextEdit {
  const last = fields.at(-1);
  const at = last?.lineEnd ?? start;
  const indent = last?.indent ?? '    ';
  const isAtEnd = at === view.text.length && !view.text.endsWith('\n');
  return { span: { start: at, end: at }, newText: `${isAtEnd ? view.newline : ''}${indent}${name}: str${view.newline}` };
}
