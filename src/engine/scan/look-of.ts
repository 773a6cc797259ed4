// Whether people wrote a text. In code that a machine wrote only certain keys are shown: names and values there are nobody's doing.
// Configuration is never judged by its look: a generated one may hold the password all the same.

import { languageOf } from '../languages/catalogue.ts';
import type { SourceText } from '../text.ts';
import { fileKindOf } from '../usages/file-kind.ts';

export type Look = 'by hand' | 'minified' | 'generated';

export function lookOf(source: SourceText): Look {
  const language = languageOf(source)?.id;
  if (language === undefined || fileKindOf(source) !== 'code') return 'by hand';
  if (minifiable.has(language) && isMinified(source.text)) return 'minified';
  return generatedMark.test(source.text.slice(0, headLength)) ? 'generated' : 'by hand';
}

const minifiable: ReadonlySet<string> = new Set(['javascript', 'typescript', 'css']);

/** Longer lines than anybody writes, throughout. */
function isMinified(text: string): boolean {
  if (text.length < leastLength) return false;
  let lines = 1;
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) lines++;
  return text.length / lines > longestAverage;
}

const leastLength = 2000;
const longestAverage = 300;

/** Marks stand in the first lines: https://go.dev/s/generatedcode and the `@generated` of many tools. */
const headLength = 1000;
const generatedMark = /@generated\b|generated\b.{0,200}?\bdo not (?:edit|modify)|do not (?:edit|modify)\b.{0,200}?\bgenerated\b/is;
