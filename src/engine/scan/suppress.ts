// Whether a comment says of a finding that it is no secret.

import { type LineMap, lineMapOf } from '../line-map.ts';
import type { SourceText, Span } from '../text.ts';
import { type CoversLine, type LineMark, names, readBlocks } from './suppress-blocks.ts';
import { type CommentsOnLine, commentsOnLine } from './suppress-comments.ts';
import { farMarkOffsets, type Mark, marksIn, type Reach } from './suppress-dialects.ts';

/** Whether a finding of the rule on this span is suppressed: on its first or last line, from the line above, by a block or the file. */
export type IsSuppressed = (span: Span, ruleId: string) => boolean;

/** Lines are read when they are asked for: a text without findings costs nothing. */
export function readSuppressions(source: SourceText): IsSuppressed {
  const lines = lineMapOf(source.text);
  const marksOf = remember(marksByLine(source, lines));
  let blocks: CoversLine | undefined;
  const covers = (line: number, ruleId: string): boolean => {
    blocks ??= readBlocks(farMarks(source.text, lines, marksOf));
    return marksOf(line).covers(onLine, ruleId) || marksOf(line - 1).covers(fromAbove, ruleId) || blocks(line, ruleId);
  };
  return ({ start, end }, ruleId) => {
    const first = lines.positionAt(start).line;
    const last = lines.positionAt(end).line;
    return covers(first, ruleId) || (last !== first && covers(last, ruleId));
  };
}

const onLine: ReadonlySet<Reach> = new Set(['line', 'line-and-next']);
const fromAbove: ReadonlySet<Reach> = new Set(['next-line', 'line-and-next']);

/** The marks on one line. */
class LineMarks {
  readonly marks: readonly Mark[];
  readonly #named = new Map<ReadonlySet<Reach>, ReadonlySet<string>>();

  constructor(marks: readonly Mark[]) {
    this.marks = marks;
  }

  covers(reaches: ReadonlySet<Reach>, ruleId: string): boolean {
    if (this.marks.length === 0) return false;
    const named = this.#named.get(reaches) ?? this.#ruleIds(reaches);
    this.#named.set(reaches, named);
    return names(named, ruleId);
  }

  #ruleIds(reaches: ReadonlySet<Reach>): ReadonlySet<string> {
    return new Set(this.marks.filter(({ reach }) => reaches.has(reach)).flatMap(({ ruleIds }) => ruleIds));
  }
}

const withoutMarks = new LineMarks([]);

function marksByLine(source: SourceText, lines: LineMap): (line: number) => LineMarks {
  let commentsOf: CommentsOnLine | undefined;
  return line => {
    const { start, end } = lines.spanOf(line);
    const text = source.text.slice(start, end);
    if (marksIn(text).length === 0) return withoutMarks;
    commentsOf ??= commentsOnLine(source);
    return new LineMarks(commentsOf(text).flatMap(marksIn));
  };
}

function farMarks(text: string, lines: LineMap, marksOf: (line: number) => LineMarks): readonly LineMark[] {
  const onLines = new Set(farMarkOffsets(text).map(offset => lines.positionAt(offset).line));
  return [...onLines].flatMap(line => marksOf(line).marks.map(mark => ({ ...mark, line })));
}

function remember<Answer>(answer: (line: number) => Answer): (line: number) => Answer {
  const known = new Map<number, Answer>();
  return line => {
    const found = known.get(line) ?? answer(line);
    known.set(line, found);
    return found;
  };
}
