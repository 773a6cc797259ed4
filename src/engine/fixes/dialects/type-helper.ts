// The function that reads a variable a program cannot do without, in languages whose functions belong to types: one that the file
// or its package has already, or a private one for all places of a fix, at the end of the type that they are in.

import { languageOf } from '../../languages/catalogue.ts';
import type { Span } from '../../text.ts';
import { bracketSpan } from '../call-arguments.ts';
import { type CodeView, viewCode } from '../code-view.ts';
import type { EnvironmentRequest, WriteLookup } from '../dialect.ts';
import type { TextEdit } from '../plan.ts';
import { bracketsAround, statementStart, usesOf } from '../surroundings.ts';

export interface HelperLanguage {
  /** In the head of a type; captures its name. */
  readonly type: RegExp;
  /** Of a type in whose body a private function may stand. */
  readonly mayHold: (head: string) => boolean;
  /** A function from a name to a text, up to its parameters' end; captures its modifiers and its name. Flag `g`. */
  readonly declaration: RegExp;
  /** What reads the environment. */
  readonly reads: string;
  /** How a function's body tells that the empty text is refused, too. */
  readonly refusesEmpty: RegExp;
  /** Names for one that is added. */
  readonly names: readonly string[];
  /** How it is called from inside its own type. */
  readonly callOwn: (name: string) => string;
  /** How one of another type is; nothing where that is not sure. */
  readonly callOther?: (type: string, name: string) => string;
  readonly write: (name: string) => readonly string[];
}

/** Writes calls of a helper where there is one, or where several places make one worth it; else `undefined`. */
export function helperLookup(language: HelperLanguage, request: EnvironmentRequest): WriteLookup | undefined {
  const { view, variable, style, places, spans = [], siblings = [] } = request;
  if (style === 'plain' || spans.length === 0) return undefined;
  const owners = spans.map(({ start }) => outerType(language, view, start));
  const call = (callee: string, needs: readonly string[] = []): WriteLookup => {
    return quote => ({ expression: `${callee}(${quote}${variable}${quote})`, isAtomic: true, needs });
  };
  const known = [view, ...siblings.flatMap(text => siblingView(language, view, text))].flatMap(file => helpersIn(language, file));
  for (const helper of known) {
    const isOwn = (owner: OuterType | undefined): boolean => helper.view === view && owner?.body === helper.owner.body;
    if (owners.every(isOwn)) return call(language.callOwn(helper.name));
    const other = helper.isPrivate || owners.some(isOwn) ? undefined : language.callOther?.(helper.owner.name, helper.name);
    if (other !== undefined) return call(other);
  }
  const [owner] = owners;
  const isOne = owner !== undefined && owners.every(other => other?.body === owner.body);
  if (places < 2 || !isOne || !language.mayHold(owner.head)) return undefined;
  const name = language.names.find(candidate => usesOf(view, candidate, -1).length === 0);
  return name === undefined ? undefined : call(language.callOwn(name), [`${needed}${name}@${owner.body}`]);
}

const needed = 'helper ';

/** What the lookups of `helperLookup` rely on. */
export function helperEdits(language: HelperLanguage, view: CodeView, needs: ReadonlySet<string>): readonly TextEdit[] {
  return [...needs].flatMap(need => {
    const [, name = '', body = ''] = /^helper (\w+)@(\d+)$/.exec(need) ?? [];
    const end = need.startsWith(needed) ? bracketSpan(view.code, Number(body))?.end : undefined;
    return end === undefined ? [] : [helperEdit(language.write(name), view, { start: Number(body), end })];
  });
}

/** Behind the last member, indented and braced as the members are. */
function helperEdit(lines: readonly string[], view: CodeView, { start, end }: Span): TextEdit {
  const { text, newline } = view;
  const lineStart = text.lastIndexOf('\n', start) + 1;
  const outer = /^[ \t]*/.exec(text.slice(lineStart, start))?.[0] ?? '';
  const inner = /\n([ \t]+)\S/.exec(text.slice(start, end))?.[1] ?? `${outer}    `;
  const unit = inner.startsWith(outer) && inner !== outer ? inner.slice(outer.length) : '    ';
  const isOnOwnLine = text.slice(lineStart, start).trim() === '';
  const braced = isOnOwnLine
    ? lines.flatMap(line => (/\S.* \{$/.test(line) ? [line.slice(0, -2), `${/^ */.exec(line)?.[0]}{`] : [line]))
    : lines;
  const written = braced.map(line => inner + line.replace(/^(?: {4})+/, indent => unit.repeat(indent.length / 4)));
  const last = start + 1 + text.slice(start + 1, end - 1).trimEnd().length;
  return { span: { start: last, end: end - 1 }, newText: `${[newline, ...written].join(newline)}${newline}${outer}` };
}

interface OuterType {
  readonly name: string;
  readonly head: string;
  /** Its opening brace. */
  readonly body: number;
}

/** The outermost type around a place: its private functions can be called from all types inside it. */
function outerType({ type }: HelperLanguage, view: CodeView, offset: number): OuterType | undefined {
  const blocks = bracketsAround(view, offset).filter(({ open }) => open === '{');
  for (const { index } of blocks.toReversed()) {
    const head = view.code.slice(statementStart(view, index, false), index);
    const name = type.exec(head)?.[1];
    if (name !== undefined) return { name, head, body: index };
  }
  return undefined;
}

interface KnownHelper {
  readonly view: CodeView;
  readonly owner: OuterType;
  readonly name: string;
  readonly isPrivate: boolean;
}

function helpersIn(language: HelperLanguage, view: CodeView): readonly KnownHelper[] {
  const { code } = view;
  if (!code.includes(language.reads)) return [];
  return [...code.matchAll(language.declaration)].flatMap(({ 0: whole, 1: modifiers = '', 2: name, index }) => {
    const at = index + whole.length;
    const open = /^\s*(?:throws\s+[\w., ]+)?\{/.exec(code.slice(at))?.[0].length;
    const body = open === undefined ? code.slice(at, code.indexOf(';', at)) : code.slice(at, bracketSpan(code, at + open - 1)?.end);
    const owner = outerType(language, view, index);
    // Of a type inside another, the way to it is not read.
    const isDirect = owner !== undefined && bracketsAround(view, index)[0]?.index === owner.body;
    const isHelper = known.test(name ?? '') && body.includes(language.reads) && /\bthrow\b/.test(body) && language.refusesEmpty.test(body);
    return isDirect && isHelper && name !== undefined ? [{ view, owner, name, isPrivate: isPrivate(modifiers) }] : [];
  });
}

/** Names by which usages/patterns.ts finds the lookup again. */
const known = /^(?:require|required|getRequired|must)Env(?:ironment)?(?:Variable)?$/i;

function isPrivate(modifiers: string): boolean {
  return /\b(?:private|protected)\b/.test(modifiers);
}

/** Of the same package or namespace, and only where there may be a helper in it: reading code takes time. */
function siblingView({ reads, declaration }: HelperLanguage, view: CodeView, text: string): readonly CodeView[] {
  if (!text.includes(reads) || text.search(declaration) === -1) return [];
  const source = { uri: '', languageId: view.language.id, text };
  const language = languageOf(source);
  const other = language && viewCode(source, language);
  return other !== undefined && packageOf(other) === packageOf(view) ? [other] : [];
}

function packageOf({ code }: CodeView): string | undefined {
  return /^\s*(?:package|namespace)\s+([\w.]+)/m.exec(code)?.[1];
}
