// The call a literal is an argument of, and its arguments as a list from which some can be taken out.

import type { Span } from '../text.ts';
import type { CodeView } from './code-view.ts';
import type { TextEdit } from './plan.ts';
import { bracketsAround, codeBefore } from './surroundings.ts';

export interface CallArgument {
  /** As written: `OpenAI`, `boto3.client`. */
  readonly callee: string;
  /** The brackets of the call, both included. */
  readonly call: Span;
  /** The list the literal's argument is in: the call's own, or the object that is its only argument. */
  readonly list: Span;
  readonly items: readonly ListItem[];
  /** The one that is the literal. */
  readonly item: ListItem;
}

export interface ListItem {
  readonly span: Span;
  /** `apiKey` of `apiKey: '…'`, `api_key` of `api_key='…'`; its place, as a digit, where it has no name. */
  readonly name: string;
}

/** `assign`: what stands between an argument's name and its value. */
export function callArgumentAt(view: CodeView, literal: Span, assign: ':' | '='): CallArgument | undefined {
  const { code } = view;
  const [inner, outer] = bracketsAround(view, literal.start);
  const isObject = assign === ':' && inner?.open === '{';
  const call = isObject ? outer : inner;
  if (inner === undefined || call?.open !== '(') return undefined;
  const callSpan = bracketSpan(code, call.index);
  const list = bracketSpan(code, inner.index);
  const callee = /(?<![\w$.])[\w$]+(?:\.[\w$]+)*$/.exec(codeBefore(view, call.index))?.[0];
  if (callSpan === undefined || list === undefined || callee === undefined) return undefined;
  if (isObject && code.slice(call.index + 1, inner.index).trim() !== '') return undefined;
  const items = itemsIn(code, list, assign);
  const item = items.find(({ span }) => span.start <= literal.start && literal.end <= span.end);
  // The literal is all of the argument's value.
  if (item?.span.end !== literal.end || !isAllOf(code, item, literal, assign)) return undefined;
  return { callee, call: callSpan, list, items, item };
}

/** Takes items out of their list, with the commas and line ends that go with them. */
export function removeItems(view: CodeView, { list, items }: CallArgument, removed: ReadonlySet<ListItem>): readonly TextEdit[] {
  const kept = items.filter(item => !removed.has(item));
  const lastKept = kept.at(-1);
  if (lastKept === undefined) return [deletion(list.start + 1, list.end - 1)];
  const edits: TextEdit[] = [];
  for (const [index, item] of items.entries()) {
    const next = items[index + 1];
    if (removed.has(item) && item.span.start < lastKept.span.start && next !== undefined) {
      edits.push(deletion(item.span.start, startOfNext(view, item, next)));
    }
  }
  const last = items.at(-1);
  if (last !== undefined && last !== lastKept) edits.push(deletion(lastKept.span.end, last.span.end));
  return edits;
}

/** Up to what follows the comma; a comment behind it on the line goes as well, since it speaks of what is gone. */
function startOfNext({ text, code }: CodeView, { span }: ListItem, next: ListItem): number {
  const comma = code.indexOf(',', span.end) + 1;
  const rest = /^(?:[ \t]*(?:\/\/|#)[^\n]*)?\s*/.exec(text.slice(comma, next.span.start))?.[0].length ?? 0;
  return comma + rest;
}

function isAllOf(code: string, { span, name }: ListItem, literal: Span, assign: string): boolean {
  const before = code.slice(span.start, literal.start);
  return /^\d$/.test(name) ? before === '' : new RegExp(String.raw`^[\w$]+\s*${assign}\s*$`).test(before);
}

/** The entries between two brackets. */
export function itemsIn(code: string, list: Span, assign: string): readonly ListItem[] {
  const items: ListItem[] = [];
  const close = list.end - 1;
  let start = list.start + 1;
  for (let at = start, depth = 0; at <= close; at++) {
    const character = code.charAt(at);
    if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character) && at < close) depth--;
    else if (at === close || (character === ',' && depth === 0)) {
      const item = toItem(code, { start, end: at }, { assign, isObject: code.charAt(list.start) === '{', index: items.length });
      if (item !== undefined) items.push(item);
      start = at + 1;
    }
  }
  return items;
}

interface ItemPlace {
  readonly assign: string;
  readonly isObject: boolean;
  readonly index: number;
}

function toItem(code: string, { start, end }: Span, place: ItemPlace): ListItem | undefined {
  const text = code.slice(start, end);
  if (text.trim() === '') return undefined;
  const span = { start: end - text.trimStart().length, end: start + text.trimEnd().length };
  return { span, name: nameOf(code.slice(span.start, span.end), place) ?? `${place.index}` };
}

/** Of `name: value`, of `name` alone in an object, and the mark of what is spread there. */
function nameOf(item: string, { assign, isObject }: ItemPlace): string | undefined {
  const spread = /^(?:\.\.\.|\*\*)/.exec(item)?.[0];
  const named = new RegExp(String.raw`^([\w$]+)\s*${assign}(?!=)`).exec(item)?.[1];
  return spread ?? named ?? (isObject ? /^[\w$]+$/.exec(item)?.[0] : undefined);
}

/** From an opening bracket to its closing one, both included. */
export function bracketSpan(code: string, open: number): Span | undefined {
  for (let at = open, depth = 0; at < code.length; at++) {
    if ('([{'.includes(code.charAt(at))) depth++;
    else if (')]}'.includes(code.charAt(at)) && --depth === 0) return { start: open, end: at + 1 };
  }
  return undefined;
}

function deletion(start: number, end: number): TextEdit {
  return { span: { start, end }, newText: '' };
}
