// A language's strings and comments by the first character of their opening, so that most characters cost one look-up.

import type { CommentForm, Language, StringForm } from '../languages/language.ts';

export interface FormsByStart {
  /** The longest opening first. */
  readonly strings: ReadonlyMap<string, readonly StringForm[]>;
  readonly comments: ReadonlyMap<string, readonly CommentForm[]>;
}

export function formsByStart(language: Language): FormsByStart {
  const known = formsOf.get(language);
  if (known !== undefined) return known;
  const forms = { strings: byFirstCharacter(language.strings), comments: byFirstCharacter(language.comments) };
  formsOf.set(language, forms);
  return forms;
}

const formsOf = new WeakMap<Language, FormsByStart>();

function byFirstCharacter<T extends { readonly open: string }>(forms: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const map = new Map<string, T[]>();
  for (const form of [...forms].sort((a, b) => b.open.length - a.open.length)) {
    for (const first of new Set([form.open.charAt(0), form.open.charAt(0).toUpperCase()]))
      map.set(first, [...(map.get(first) ?? []), form]);
  }
  return map;
}
