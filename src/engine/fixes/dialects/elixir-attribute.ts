// `@key "…"` is read when the module is compiled: it becomes `defp key, do: …`, and its uses call that.

import { phrase } from '../../phrase.ts';
import type { Span } from '../../text.ts';
import type { CodeView } from '../code-view.ts';
import { withheld } from '../dialect.ts';
import type { TextEdit, Withheld } from '../plan.ts';
import { bracketsAround, lineBefore } from '../surroundings.ts';
import { headersAround } from './block-headers.ts';
import { isPattern } from './elixir-position.ts';

interface Moved {
  readonly kind: 'edits';
  readonly edits: readonly TextEdit[];
}

const compiled = phrase('The value is read when the module is compiled: read it in a function.');

export function moveAttribute(view: CodeView, { start }: Span): Moved | Withheld {
  const attribute = attributeAround(view, start);
  if (attribute === undefined || reserved.has(attribute.name)) return withheld(compiled);
  const { name, at, valueAt } = attribute;
  if (readsVariables(view, at, valueAt)) return withheld(compiled);
  const uses = [...view.code.matchAll(new RegExp(`@${name}\\b(?![?!])`, 'g'))].map(({ index }) => index).filter(index => index !== at);
  if (isSetAgain(view, name, uses)) return withheld(phrase('The value is also used elsewhere in this file.'));
  if (uses.some(use => needsConstant(view, use, use + name.length + 1)))
    return withheld(phrase('{0} is used where a constant is needed.', `@${name}`));
  const reader = [name, `fetch_${name}`, `${name}_from_environment`].find(candidate => !isDefined(view, candidate));
  if (reader === undefined) return withheld(compiled);
  const declaration = { span: { start: at, end: valueAt }, newText: `defp ${reader}, do: ` };
  const calls = uses.map(use => ({ span: { start: use, end: use + name.length + 1 }, newText: `${reader}()` }));
  return { kind: 'edits', edits: [declaration, ...calls] };
}

/** Variables of the module around it are out of a function's reach. */
function readsVariables({ code }: CodeView, at: number, valueAt: number): boolean {
  const indent = at - (code.lastIndexOf('\n', at - 1) + 1);
  const [first = '', ...rest] = code.slice(valueAt, valueAt + 5000).split('\n');
  const end = rest.findIndex(line => line.trim() !== '' && line.length - line.trimStart().length <= indent && !/^\s*[)\]}]/.test(line));
  const value = [first, ...(end === -1 ? rest : rest.slice(0, end))].join('\n');
  return [...value.matchAll(/(?<![\w@.:&])[a-z_]\w*[?!]?(?![\w(.]|:(?!:)|\s*->)/g)].some(([word]) => !words.has(word));
}

const words = new Set('do end fn nil true false and or not in when if else unless'.split(' '));

function isDefined({ code }: CodeView, name: string): boolean {
  return new RegExp(`\\bdef[a-z]*\\s+${name}\\b`).test(code);
}

/** Those that mean something to the compiler: https://hexdocs.pm/elixir/Module.html#module-module-attributes */
const reserved = new Set(
  `after_compile after_verify before_compile behaviour behavior callback compile deprecated derive dialyzer doc enforce_keys
  external_resource file impl macrocallback moduledoc nifs on_definition on_load opaque optional_callbacks spec since tag moduletag
  describetag type typedoc typep vsn`.split(/\s+/),
);

/** The one in whose value an offset is. */
function attributeAround(
  view: CodeView,
  offset: number,
): { readonly name: string; readonly at: number; readonly valueAt: number } | undefined {
  const outer = bracketsAround(view, offset).at(-1)?.index ?? offset;
  const lineStart = view.code.lastIndexOf('\n', outer - 1) + 1;
  const found = /^([ \t]*)@([a-z_]\w*)[ \t]+/.exec(view.code.slice(lineStart, Math.max(outer, offset)));
  if (found === null) return undefined;
  const [whole, indent = '', name = ''] = found;
  return { name, at: lineStart + indent.length, valueAt: lineStart + whole.length };
}

function isSetAgain({ code }: CodeView, name: string, uses: readonly number[]): boolean {
  return uses.some(
    use =>
      /^[ \t]*$/.test(lineBefore({ text: code }, use)) &&
      new RegExp(`^@${name}[ \\t]+[^\\s=<>|)\\]},.+*/-]`).test(code.slice(use, use + name.length + 80)),
  );
}

function needsConstant(view: CodeView, use: number, end: number): boolean {
  return !isInFunction(view, use) || isPattern(view, use, end) || /^\s*=(?!=)/.test(view.code.slice(end));
}

/** Also in one that stands on the same line, and in a test. A default argument is read when the function is called. */
export function isInFunction(view: CodeView, offset: number): boolean {
  const line = lineBefore({ text: view.code }, offset);
  if (/^\s*defp?\s.*(?:\bdo:|\\\\)/.test(line) || /\bfn\b/.test(line)) return true;
  return headersAround(view, offset).some(header => /^(?:defp?|test|property|setup|setup_all)\b|\bfn\b.*->$/.test(header));
}
