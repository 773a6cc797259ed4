// Which IConfiguration a place in C# can name, and where that reads its values.

import { bracketSpan } from '../call-arguments.ts';
import type { CodeView } from '../code-view.ts';
import { bracketsAround, statementStart } from '../surroundings.ts';

export interface ConfigurationInScope {
  readonly name: string;
  readonly userSecrets: boolean;
  readonly environment: boolean;
}

/** A parameter, a local variable or a member of the class, the nearest; `undefined` where none is sure to be there and filled. */
export function configurationAt(view: CodeView, offset: number): ConfigurationInScope | undefined {
  let isStatic = false;
  let inner = '';
  let at = offset;
  for (const block of [...blocksAround(view, offset), -1]) {
    const head = headAt(view, at);
    if (declaresType.test(head)) return memberOf(view, { body: at, head, inner, isStatic });
    const found = isStatic ? undefined : (parameterIn(head) ?? localIn(view, block, at));
    if (found !== undefined) return found;
    isStatic ||= /\bstatic\b/.test(head);
    inner = head;
    at = block;
  }
  return undefined;
}

/** Hosts read both by themselves. https://learn.microsoft.com/dotnet/core/extensions/generic-host#default-builder-settings */
function usual(name: string): ConfigurationInScope {
  return { name, userSecrets: true, environment: true };
}

const declaresType = /\b(?:class|record|struct|interface|enum)\s+\w/;

const type = String.raw`(?<![\w.])(?:Microsoft\.Extensions\.Configuration\.)?(?:IConfiguration(?:Root)?|ConfigurationManager)`;

function blocksAround(view: CodeView, offset: number): readonly number[] {
  return bracketsAround(view, offset).flatMap(({ open, index }) => (open === '{' ? [index] : []));
}

/** The code of the statement or declaration that a place or a block belongs to, up to there. */
function headAt(view: CodeView, at: number): string {
  return view.code.slice(statementStart(view, at, false), at);
}

/** Of the method or the arrow function that the head's end is in. */
function parameterIn(head: string): ConfigurationInScope | undefined {
  for (const { 0: whole, 1: name, index } of head.matchAll(
    new RegExp(String.raw`[(,]\s*(?:\[[^\]]*\]\s*)?${type}\s+(\w+)\s*(?=[,)])`, 'g'),
  )) {
    const rest = head.slice(index + whole.length).replace(/^[^()]*\)/, '');
    const isBody = /^\s*(?:where\b[^=]*|:\s*(?:base|this)\s*\([^()]*\)\s*)?$/.test(rest) || (/^\s*=>/.test(rest) && isStillInside(rest));
    if (isBody && name !== undefined) return usual(name);
  }
  return undefined;
}

/** Nothing has ended the expression behind an arrow. */
function isStillInside(rest: string): boolean {
  let depth = 0;
  for (const character of rest) {
    if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character)) depth--;
    if (depth < 0 || (depth === 0 && character === ',')) return false;
  }
  return true;
}

const locals = new RegExp(
  String.raw`(?:(?<![\w.])(?:var|WebApplicationBuilder|HostApplicationBuilder)|${type})\s+(?<name>\w+)\s*=\s*(?<value>[^;]*);`,
  'g',
);

/** Declared in a block, not in another one inside it, and before the place. */
function localIn(view: CodeView, block: number, at: number): ConfigurationInScope | undefined {
  const before = view.code.slice(block + 1, at);
  for (const { index, groups } of [...before.matchAll(locals)].reverse()) {
    const { name = '', value = '' } = groups ?? {};
    const found = localOf(name, value);
    if (found !== undefined && (blocksAround(view, block + 1 + index)[0] ?? -1) === block) return found;
  }
  return undefined;
}

function localOf(name: string, value: string): ConfigurationInScope | undefined {
  if (/^(?:WebApplication\s*\.\s*Create(?:Slim)?Builder|Host\s*\.\s*CreateApplicationBuilder)\s*\(/.test(value))
    return usual(`${name}.Configuration`);
  if (/^new\s+ConfigurationBuilder\b/.test(value) && /\.\s*Build\s*\(\s*\)\s*$/.test(value)) {
    return { name, userSecrets: /\.\s*AddUserSecrets\b/.test(value), environment: /\.\s*AddEnvironmentVariables\s*\(\s*\)/.test(value) };
  }
  const isWhole = /^\w+\s*\.\s*Configuration\s*$|\bGet(?:Required)?Service<(?:[\w.]+\.)?IConfiguration>\s*\(\s*\)\s*$/.test(value);
  return isWhole ? usual(name) : undefined;
}

interface TypeAround {
  /** Its opening brace. */
  readonly body: number;
  readonly head: string;
  /** Of its member that the place is in. */
  readonly inner: string;
  readonly isStatic: boolean;
}

function memberOf(view: CodeView, { body, head, inner, isStatic }: TypeAround): ConfigurationInScope | undefined {
  if (isStatic) return undefined;
  // A primary constructor's parameters are there in all members: https://learn.microsoft.com/dotnet/csharp/programming-guide/classes-and-structs/instance-constructors
  const parameter = new RegExp(String.raw`\b(?:class|record|struct)\s+\w+(?:<[^>]*>)?\s*\([^{]*?${type}\s+(\w+)\s*[,)]`).exec(head)?.[1];
  if (parameter !== undefined) return usual(parameter);
  const name = /\b(?:class|record|struct)\s+(\w+)/.exec(head)?.[1] ?? '';
  if (isInitializer(inner) || new RegExp(String.raw`(?<!\w)${name}\s*\(`).test(inner)) return undefined;
  const end = bracketSpan(view.code, body)?.end ?? view.code.length;
  const members = new RegExp(String.raw`${type}\s+(\w+)\s*(?:;|\{\s*get\b)`, 'g');
  for (const { 1: member, index } of view.code.slice(body, end).matchAll(members)) {
    const isOwn = blocksAround(view, body + index)[0] === body && !/\bstatic\b/.test(headAt(view, body + index));
    if (isOwn && member !== undefined) return usual(member);
  }
  return undefined;
}

/** Of a field or property, which runs before there is an object to ask; and a constructor may run before its fields are set. */
function isInitializer(head: string): boolean {
  const flat = head.replace(/\([^()]*\)/g, '');
  const sign = flat.search(/(?<![=<>!])=(?![=>])/);
  const arrow = flat.indexOf('=>');
  return sign !== -1 && (arrow === -1 || sign < arrow);
}
