// Languages of which nothing is there from the start but what tells which of them a text is written in; the rest is read from their
// file when a text asks for it. Bundles hold the catalogue in this form (scripts/lazy-catalogue.mjs): a scan meets a language or two.

import { once } from '../once.ts';
import type { Language } from './language.ts';

export type LanguageOutline = Pick<Language, 'id' | 'title' | 'languageIds' | 'files'>;

/** Its fields are its own, as those of the whole language: it may be spread. One that the language does not have is `undefined`. */
export function lazyLanguage({ id, title, languageIds, files }: LanguageOutline, load: () => Language): Language {
  const whole = once(load);
  const lazy = {
    id,
    title,
    languageIds,
    files,
    get strings() {
      return whole().strings;
    },
    get heredocs() {
      return whole().heredocs;
    },
    get comments() {
      return whole().comments;
    },
    get escapeInCode() {
      return whole().escapeInCode;
    },
    get bareWords() {
      return whole().bareWords;
    },
    get regexLiterals() {
      return whole().regexLiterals;
    },
    get codeBetween() {
      return whole().codeBetween;
    },
  };
  // A getter that gives `undefined` stands for a field that is absent, which the type keeps apart.
  return lazy as Language;
}

/** The languages of one file. `load` gives the same, whole, in the same order. */
export function lazyLanguages(outlines: readonly LanguageOutline[], load: () => readonly Language[]): readonly Language[] {
  const whole = once(load);
  return outlines.map((outline, index) =>
    lazyLanguage(outline, () => {
      const language = whole()[index];
      if (!language) throw new Error('The outlines are of other languages.');
      return language;
    }),
  );
}

export function outlineOfLanguage({ id, title, languageIds, files }: Language): LanguageOutline {
  return { id, title, languageIds, files };
}
