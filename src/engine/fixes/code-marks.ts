// What each character may begin in a language, as tables by character code: most characters cost one look-up, and the few
// that open strings and comments lead straight to the forms that may open there.

import type { CommentForm, Language, StringForm } from '../languages/language.ts';

/** A form and what stops a walk through its content. */
export interface ReadableForm {
  readonly form: StringForm;
  /** By character code below 128: `1` for the first characters of its close, escape and holes, and for what nests or ends it. */
  readonly stops: Uint8Array;
  /** Code of the opening bracket that nests inside; -1 where none does. */
  readonly nesting: number;
}

export interface CodeMarks {
  /** One of `meaning`, by character code below 128. */
  readonly meanings: Uint8Array;
  /** By the code of their first character, the longest opening first. */
  readonly strings: ReadonlyMap<number, readonly ReadableForm[]>;
  readonly comments: ReadonlyMap<number, readonly CommentForm[]>;
  /** Letters before a quote, as in `rb"`: as many as an opening may have, and what may follow them. */
  readonly longestPrefix: number;
  readonly afterPrefix: ReadonlySet<number>;
}

export const meaning = { other: 0, blank: 1, newline: 2, word: 3, prefix: 4, open: 5, close: 6, mark: 7 } as const;

export function marksOf(language: Language): CodeMarks {
  const known = marksByLanguage.get(language);
  if (known !== undefined) return known;
  const marks = readMarks(language);
  marksByLanguage.set(language, marks);
  return marks;
}

const marksByLanguage = new WeakMap<Language, CodeMarks>();

function readMarks({ strings, heredocs, comments, escapeInCode, regexLiterals, codeBetween }: Language): CodeMarks {
  const openings = [...strings, ...comments].map(({ open }) => open);
  const prefixed = openings.filter(open => /^\w/.test(open));
  const marks = openings.filter(open => !/^\w/.test(open)).map(open => open.charAt(0));
  if (heredocs !== undefined) marks.push('<');
  if (escapeInCode !== undefined) marks.push(escapeInCode);
  if (regexLiterals) marks.push('/');
  if (codeBetween !== undefined) marks.push(codeBetween.close.charAt(0));
  const prefixes = prefixed.map(open => /^\w+/.exec(open)?.[0] ?? '');
  return {
    meanings: meaningsOf(marks, prefixes),
    strings: byFirstCharacter(strings.map(readable), ({ form }) => form.open),
    comments: byFirstCharacter(comments, ({ open }) => open),
    longestPrefix: Math.max(0, ...prefixes.map(({ length }) => length)),
    afterPrefix: new Set(prefixed.map((open, index) => open.charCodeAt(prefixes[index]?.length ?? 0))),
  };
}

function meaningsOf(marks: readonly string[], prefixes: readonly string[]): Uint8Array {
  const meanings = new Uint8Array(128);
  const set = (characters: Iterable<string>, value: number) => {
    for (const character of characters) meanings[character.charCodeAt(0)] = value;
  };
  set(' \t\r\v\f', meaning.blank);
  set('\n', meaning.newline);
  set('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_', meaning.word);
  set('([{', meaning.open);
  set(')]}', meaning.close);
  set(marks, meaning.mark);
  for (const prefix of prefixes) set([prefix.charAt(0), prefix.charAt(0).toUpperCase()], meaning.prefix);
  return meanings;
}

/** Openings made of letters begin with either case: `REM` in batch files. */
function byFirstCharacter<T>(forms: readonly T[], openOf: (form: T) => string): ReadonlyMap<number, readonly T[]> {
  const map = new Map<number, T[]>();
  for (const form of [...forms].sort((a, b) => openOf(b).length - openOf(a).length)) {
    const first = openOf(form).charAt(0);
    for (const code of new Set([first.charCodeAt(0), first.toUpperCase().charCodeAt(0)])) map.set(code, [...(map.get(code) ?? []), form]);
  }
  return map;
}

export function readable(form: StringForm): ReadableForm {
  const { open, close, holes = [], multiline } = form;
  const last = open.slice(-1);
  const nesting = ['()', '[]', '{}', '<>'].includes(last + close) ? last.charCodeAt(0) : -1;
  const stops = new Uint8Array(128);
  for (const mark of [close, form.escape ?? '', ...holes.map(hole => hole.open)]) if (mark !== '') stops[mark.charCodeAt(0)] = 1;
  if (nesting !== -1) stops[nesting] = 1;
  if (!multiline) stops[newlineCode] = 1;
  return { form, stops, nesting };
}

export const newlineCode = 10;

/** `(`, `[`, `{` */
export function isOpening(code: number): boolean {
  return code === 40 || code === 91 || code === 123;
}

/** `)`, `]`, `}` */
export function isClosing(code: number): boolean {
  return code === 41 || code === 93 || code === 125;
}
