// Whether a comment says of a finding that it is no secret.

import { lineMapOf } from '../line-map.ts';
import type { SourceText, Span } from '../text.ts';
import { type CoversLine, type LineMark, names, readBlocks } from './suppress-blocks.ts';
import { type CommentsOnLine, commentsOnLine } from './suppress-comments.ts';
import { farMarkOffsets, type Mark, marksIn, type Reach, reachesFar } from './suppress-dialects.ts';

/** Whether a finding of the rule on this span is suppressed: on its first or last line, from the line above, by a block or the file. */
export type IsSuppressed = (span: Span, ruleId: string) => boolean;

/** What comments of the whole cover, and its line on which the text begins. */
export interface Covered {
  readonly firstLine: number;
  readonly covers: CoversLine;
}

/** Lines are read when they are asked for: a text without findings costs nothing. */
export function readSuppressions(
  source: SourceText,
  { firstLine, covers }: Covered = { firstLine: 0, covers: coversOf(source) },
): IsSuppressed {
  return ({ start, end }, ruleId) => {
    const lines = lineMapOf(source.text);
    const first = lines.positionAt(start).line + firstLine;
    const last = lines.positionAt(end).line + firstLine;
    return covers(first, ruleId) || (last !== first && covers(last, ruleId));
  };
}

/** What the comments of a text cover. */
export function coversOf(source: SourceText): CoversLine {
  const lineAt = (line: number): string => {
    const { start, end } = lineMapOf(source.text).spanOf(line);
    return source.text.slice(start, end);
  };
  let blocks: CoversLine | undefined;
  return coversByLine(source, lineAt, (line, ruleId) => {
    blocks ??= readBlocks(farMarksOf(source));
    return blocks(line, ruleId);
  });
}

/** The same of a text by its lines, told what blocks cover. `lineAt` gives `''` where there is no line. */
export function coversByLine(kind: TextKind, lineAt: (line: number) => string, blocks: CoversLine): CoversLine {
  const marksOf = rememberByLine(line => new LineMarks(marksOnLine(kind, lineAt(line))));
  return (line, ruleId) => marksOf(line).covers(onLine, ruleId) || marksOf(line - 1).covers(fromAbove, ruleId) || blocks(line, ruleId);
}

/** Marks that reach beyond the lines around them. */
export function farMarksOf(source: SourceText): readonly LineMark[] {
  const offsets = farMarkOffsets(source.text);
  if (offsets.length === 0) return none;
  const lines = lineMapOf(source.text);
  const onLines = new Set(offsets.map(offset => lines.positionAt(offset).line));
  return [...onLines].flatMap(line => {
    const { start, end } = lines.spanOf(line);
    return farMarksOn(source, source.text.slice(start, end)).map(mark => ({ ...mark, line }));
  });
}

/** Those on one line. */
export function farMarksOn(kind: TextKind, line: string): readonly Mark[] {
  return farMarkOffsets(line).length === 0 ? none : marksOnLine(kind, line).filter(reachesFar);
}

type TextKind = Pick<SourceText, 'uri' | 'languageId'>;

const none: readonly LineMark[] = [];

function marksOnLine(kind: TextKind, line: string): readonly Mark[] {
  return marksIn(line).length === 0 ? none : commentsIn(kind)(line).flatMap(marksIn);
}

/** Of the language that was asked about last. */
function commentsIn(kind: TextKind): CommentsOnLine {
  if (last?.kind.uri !== kind.uri || last.kind.languageId !== kind.languageId) last = { kind, comments: commentsOnLine(kind) };
  return last.comments;
}

let last: { readonly kind: TextKind; readonly comments: CommentsOnLine } | undefined;

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

function rememberByLine<Answer>(answer: (line: number) => Answer): (line: number) => Answer {
  const known = new Map<number, Answer>();
  return line => {
    const found = known.get(line) ?? answer(line);
    known.set(line, found);
    return found;
  };
}
