// An `env.ts` that checks the environment once: `env.NAME` in the code, and a row in its schema.
// https://env.t3.gg/docs/core · https://zod.dev · https://github.com/af/envalid · https://valibot.dev

import { languageOf } from '../../languages/catalogue.ts';
import { pathInProject } from '../../project/side.ts';
import { bracketSpan, itemsIn } from '../call-arguments.ts';
import { type CodeView, viewCode } from '../code-view.ts';
import { importEdit, importedModules, localNameOf, originOf } from '../dialects/javascript-imports.ts';
import { extensionInUse, relativeModule, withoutExtension } from '../dialects/module-path.ts';
import type { TextEdit } from '../plan.ts';
import { usesOf } from '../surroundings.ts';
import type { WayPlace } from '../way-place.ts';
import { type OwnPattern, plainly } from './own-pattern.ts';

/** A file that exports the checked environment. */
interface Schema {
  readonly path: string;
  readonly view: CodeView;
  readonly exported: string;
  /** What makes the file know one more variable; `undefined` where that is not sure. */
  readonly rowsFor: (variable: string) => readonly TextEdit[] | undefined;
}

export function findJavascriptSchema({ view, context, request: { variable } }: WayPlace): OwnPattern | undefined {
  const { project, uri } = context;
  const path = project && pathInProject(project, uri);
  if (path === undefined) return undefined;
  for (const [schemaPath, text] of Object.entries(project?.sources ?? {})) {
    const schema = /\.[mc]?[jt]s$/.test(schemaPath) && schemaPath !== path ? readSchema(schemaPath, text) : undefined;
    const name = schema === undefined ? undefined : nameIn(view, path, schema);
    const edits = schema?.rowsFor(variable);
    if (schema === undefined || name === undefined || edits === undefined) continue;
    const change = plainly(`${name.name}.${variable}`, name.needs);
    return edits.length === 0 ? { change } : { change, also: { path: schema.path, text, edits } };
  }
  return undefined;
}

interface LocalName {
  readonly name: string;
  readonly needs: readonly string[];
}

/** As the file imports it; else by an import in the style of its other relative ones. */
function nameIn(view: CodeView, path: string, { path: schemaPath, exported }: Schema): LocalName | undefined {
  const known = localNameOf(view, exported, module => pathOf(module, path) === withoutExtension(schemaPath));
  if (known !== undefined) return { name: known, needs: [] };
  const extension = extensionInUse(importedModules(view));
  const isEsm = /^\s*(?:import|export)\b/m.test(view.code);
  if (extension === undefined || !isEsm || usesOf(view, exported, -1).length > 0) return undefined;
  return { name: exported, needs: [`import ${exported}=${relativeModule(path, schemaPath)}${extension}`] };
}

/** Of a module's name, without its extension, from the project's folder on. Aliases stand for that folder or `src`. */
function pathOf(module: string, from: string): string | undefined {
  const alias = /^(?:@|~|#|\$)\/(.*)$/.exec(module)?.[1] ?? /^\$(lib\/.*)$/.exec(module)?.[1];
  if (alias !== undefined) return withoutExtension(from.startsWith('src/') ? `src/${alias}` : alias);
  if (!module.startsWith('.')) return undefined;
  const parts = from.split('/').slice(0, -1);
  for (const part of module.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return withoutExtension(parts.join('/'));
}

function readSchema(path: string, text: string): Schema | undefined {
  const source = { uri: path, languageId: '', text };
  const language = languageOf(source);
  if (language === undefined) return undefined;
  const view = viewCode(source, language);
  const found = readT3(view) ?? readEnvalid(view) ?? readParsed(view);
  return found && { path, view, ...found };
}

type SchemaForm = Pick<Schema, 'exported' | 'rowsFor'>;

function readT3(view: CodeView): SchemaForm | undefined {
  const declared = /\bexport\s+const\s+(\w+)\s*=\s*createEnv\s*\(\s*\{/.exec(view.code);
  const call = declared && bracketSpan(view.code, declared.index + declared[0].length - 1);
  const type = validator(view);
  if (!call || declared[1] === undefined || type === undefined) return undefined;
  const objectOf = (name: string) => {
    const found = new RegExp(String.raw`\b${name}\s*:\s*\{`).exec(view.code.slice(call.start, call.end));
    return found === null ? undefined : call.start + found.index + found[0].length - 1;
  };
  const runtime = objectOf('runtimeEnv') ?? objectOf('runtimeEnvStrict');
  const isWholeRuntime = /\b(?:runtimeEnv\s*:\s*(?:process|import\.meta)\.env|experimental__runtimeEnv\s*:)/.test(view.code);
  if (runtime === undefined && !isWholeRuntime) return undefined;
  return {
    exported: declared[1],
    rowsFor: variable => {
      const rows = [rowIn(view, objectOf('server'), variable, type)];
      if (runtime !== undefined) rows.push(rowIn(view, runtime, variable, `process.env.${variable}`));
      return allOf(rows);
    },
  };
}

function readEnvalid(view: CodeView): SchemaForm | undefined {
  const declared = /\bexport\s+const\s+(\w+)\s*=\s*cleanEnv\s*\(\s*process\.env\s*,\s*\{/.exec(view.code);
  if (declared?.[1] === undefined || originOf(view, 'cleanEnv')?.module !== 'envalid') return undefined;
  const known = localNameOf(view, 'str', module => module === 'envalid');
  const open = declared.index + declared[0].length - 1;
  return {
    exported: declared[1],
    rowsFor: variable => {
      const row = rowIn(view, open, variable, `${known ?? 'str'}()`);
      if (row === undefined || row.length === 0 || known !== undefined) return row;
      return [importEdit(view, 'str', 'envalid'), ...row];
    },
  };
}

/** `export const env = schema.parse(process.env)`, also by way of `safeParse`; with one schema in the file. */
function readParsed(view: CodeView): SchemaForm | undefined {
  const { code } = view;
  const type = validator(view);
  const objects = [...code.matchAll(/(?<![\w$.])[zv]\s*\.\s*object\s*\(\s*\{/g)];
  const [object] = objects;
  const isParsed = /\.\s*(?:safeP|p)arse\s*\(\s*process\.env\s*\)|\bv\s*\.\s*(?:safeP|p)arse\s*\(\s*\w+\s*,\s*process\.env\s*\)/.test(code);
  if (type === undefined || object === undefined || objects.length > 1 || !isParsed) return undefined;
  const exported =
    /\bexport\s+const\s+(\w+)\s*=\s*(?:\w+\s*\.\s*parse\s*\(\s*process\.env|v\s*\.\s*parse\s*\(|z\s*\.\s*object\s*\(|\w+\s*\.\s*(?:data|output)\b)/.exec(
      code,
    )?.[1];
  if (exported === undefined) return undefined;
  return { exported, rowsFor: variable => rowIn(view, object.index + object[0].length - 1, variable, type) };
}

/** Text that is not empty, in the words of the library the file checks with. */
function validator(view: CodeView): string | undefined {
  if (/^zod(?:\/|$)/.test(originOf(view, 'z')?.module ?? '')) return 'z.string().min(1)';
  return importedModules(view).includes('valibot') && /\bimport\s*\*\s*as\s+v\s+from\b/.test(view.code)
    ? 'v.pipe(v.string(), v.nonEmpty())'
    : undefined;
}

/** One more row at an object's end; none where it is there already. */
function rowIn(view: CodeView, open: number | undefined, name: string, value: string): readonly TextEdit[] | undefined {
  const list = open === undefined ? undefined : bracketSpan(view.code, open);
  if (list === undefined) return undefined;
  const items = itemsIn(view.code, list, ':');
  if (items.some(item => item.name === name)) return [];
  const row = `${name}: ${value}`;
  const last = items.at(-1);
  if (last === undefined) return [{ span: list, newText: `{ ${row} }` }];
  const start = view.text.lastIndexOf('\n', last.span.start - 1) + 1;
  const indent = view.text.slice(start, last.span.start);
  const gap = indent.trim() === '' && start > list.start ? view.newline + indent : ' ';
  const comma = view.code.slice(last.span.end, list.end - 1).indexOf(',');
  const at = comma === -1 ? last.span.end : last.span.end + comma + 1;
  return [{ span: { start: at, end: at }, newText: comma === -1 ? `,${gap}${row}` : `${gap}${row},` }];
}

function allOf(rows: readonly (readonly TextEdit[] | undefined)[]): readonly TextEdit[] | undefined {
  return rows.some(row => row === undefined) ? undefined : rows.flatMap(row => row ?? []);
}
