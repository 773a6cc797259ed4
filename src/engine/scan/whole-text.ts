// What a part of a document has to know of the whole.

import type { SourceText } from '../text.ts';
import { type Look, lookOf } from './look-of.ts';
import { type Mentions, mentionsOf } from './mentions.ts';
import { type Covered, coversOf } from './suppress.ts';

export interface WholeText extends Covered {
  /** What the document says anywhere (lower-case ASCII needle). */
  readonly mentions: Mentions;
  readonly look: () => Look;
}

/** For a text that is whole. What is not asked for costs nothing. */
export function wholeTextOf(source: SourceText): WholeText {
  let look: Look | undefined;
  return {
    mentions: mentionsOf(source.text),
    firstLine: 0,
    covers: coversOf(source),
    look: () => {
      look ??= lookOf(source);
      return look;
    },
  };
}
