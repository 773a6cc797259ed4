// Languages of which nothing is there from the start but what tells which of them a text is written in; the rest is read from their
// file when a text asks for it. Bundles hold the catalogue in this form (scripts/lazy-catalogue.mjs): a scan meets a language or two.

import { once } from '../once.ts';
import type { Language } from './language.ts';

export type LanguageOutline = Pick<Language, 'id' | 'title' | 'languageIds' | 'files'>;

export function lazyLanguage(outline: LanguageOutline, load: () => Language): Language {
  // A getter that gives `undefined` stands for a field that is absent, which the type keeps apart.
  return new LazyLanguage(outline, once(load)) as Language;
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

/** Every field of a language; one that it does not have is `undefined` here. */
class LazyLanguage {
  readonly id: string;
  readonly title: string;
  readonly languageIds: readonly string[];
  readonly files: readonly string[];
  readonly #whole: () => Language;

  constructor({ id, title, languageIds, files }: LanguageOutline, whole: () => Language) {
    this.id = id;
    this.title = title;
    this.languageIds = languageIds;
    this.files = files;
    this.#whole = whole;
  }

  get strings() {
    return this.#whole().strings;
  }
  get heredocs() {
    return this.#whole().heredocs;
  }
  get comments() {
    return this.#whole().comments;
  }
  get escapeInCode() {
    return this.#whole().escapeInCode;
  }
  get bareWords() {
    return this.#whole().bareWords;
  }
  get regexLiterals() {
    return this.#whole().regexLiterals;
  }
  get codeBetween() {
    return this.#whole().codeBetween;
  }
}
