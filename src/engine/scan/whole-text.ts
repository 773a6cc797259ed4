// What a part of a document has to know of the whole.

import type { SourceText } from '../text.ts';
import { type Look, lookOf } from './look-of.ts';
import { type Mentions, mentionsOf } from './mentions.ts';
import { type Covered, coversOf } from './suppress.ts';
import type { CoversLine } from './suppress-blocks.ts';

export interface WholeText extends Covered {
  /** What the document says anywhere (lower-case ASCII needle). */
  readonly mentions: Mentions;
  readonly look: () => Look;
}

/** For a text that is whole. What is not asked for costs nothing: of most texts nobody asks. */
export function wholeTextOf(source: SourceText): WholeText {
  let look: Look | undefined;
  let mentions: Mentions | undefined;
  let covers: CoversLine | undefined;
  return {
    mentions: needle => {
      mentions ??= mentionsOf(source.text);
      return mentions(needle);
    },
    firstLine: 0,
    covers: (line, ruleId) => {
      covers ??= coversOf(source);
      return covers(line, ruleId);
    },
    look: () => {
      look ??= lookOf(source);
      return look;
    },
  };
}
