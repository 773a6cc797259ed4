// Which parts of a line are comments. Read from the line alone, so that an edited line says the same as the whole text would.

import { readTokens } from '../fixes/tokens.ts';
import { languageOf } from '../languages/catalogue.ts';
import type { Language } from '../languages/language.ts';
import type { SourceText } from '../text.ts';

export type CommentsOnLine = (line: string) => readonly string[];

/** Where nobody knows the language, or where it has no comments or those of others inside, the whole line may speak. */
export function commentsOnLine(source: Pick<SourceText, 'uri' | 'languageId'>): CommentsOnLine {
  const language = languageOf(source);
  if (language === undefined || language.comments.length === 0 || holdsOthers.has(language.id)) return line => [line];
  const ofOneLine = readAsLine(language);
  return line => {
    if (insideBlock.test(line)) return [line];
    return readTokens(line, ofOneLine)
      .filter(({ kind }) => kind === 'comment')
      .map(({ content }) => line.slice(content.start, content.end));
  };
}

/** Scripts, styles and code fences have their own comments. */
const holdsOthers: ReadonlySet<string> = new Set(['html', 'markdown']);

/** A line of a comment that began further up: ` * key-hygiene:ignore`, or nothing ahead of the word that could be code. */
const insideBlock = /^\s*(?:\*|(?:key-hygiene|gitleaks|betterleaks|trufflehog):|pragma: ?\w+list|secretlint-)/;

/**
 * One line does not show where code begins, and a mark at its end is meant as a comment even where the format wants a line of
 * its own for that.
 */
function readAsLine({ codeBetween: _, heredocs: __, ...language }: Language): Language {
  return { ...language, comments: language.comments.map(form => (form.at === 'line' ? { ...form, at: 'word' } : form)) };
}
