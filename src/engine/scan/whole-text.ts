// What a part of a document has to know of the whole.

import type { SourceText } from '../text.ts';
import { type Look, lookOf } from './look-of.ts';
import { type Mentions, mentionsOf } from './mentions.ts';

export interface WholeText {
  /** What the document says anywhere (lower-case ASCII needle). */
  readonly mentions: Mentions;
  /** The document's line on which the part begins. */
  readonly firstLine: number;
  readonly look: () => Look;
}

/** For a text that is whole. What is not asked for costs nothing. */
export function wholeTextOf(source: SourceText): WholeText {
  let look: Look | undefined;
  return {
    mentions: mentionsOf(source.text),
    firstLine: 0,
    look: () => {
      look ??= lookOf(source);
      return look;
    },
  };
}
