// The findings of one open document, kept right while it is edited: only the lines around a change are scanned again, and of a line
// that is long only the part around it.
//
//   full(lines)           once when the document opens, and some time after the last edit
//   edit(lines, change)   at every keystroke: microseconds, whatever the document's size and however long its lines
//
// After `edit` the findings equal those of `full`, but for what a rule hears from far away (an import that names the provider):
// the next `full` settles that. Comments that ignore whole blocks reach far, too: when one comes, goes or changes all is scanned.

import type { Engine } from '../engine.ts';
import type { SourceText, Span } from '../text.ts';
import { type DocumentFinding, findingAt, locateInDocument, placeInDocument, type ScanChange } from './document-finding.ts';
import { FarMarks } from './far-marks.ts';
import type { FileReport } from './file-report.ts';
import { FindingLines, type Region } from './finding-lines.ts';
import { endsOf, isBefore, type LineChange, type Place, placeAfter } from './line-change.ts';
import type { LineSource } from './line-source.ts';
import { mentionsOf } from './mentions.ts';
import { coversByLine, farMarksOf, farMarksOn } from './suppress.ts';
import { UnmarkedLines } from './unmarked-lines.ts';
import { type Stretch, Walk } from './walk.ts';
import { type WholeText, wholeTextOf } from './whole-text.ts';

interface Scanned {
  readonly findings: readonly DocumentFinding[];
  /** Where something begins that may go on for many lines. */
  readonly openings: readonly Place[];
}

/** A name, or a comment about the next line, stands no more than two lines away: findings there always depend on a change. */
const nextLines: Stretch = { lines: 2, characters: Number.POSITIVE_INFINITY, inLine: 0 };

/**
 * How far beyond those they may depend on it. Measured: with 8 lines and 260 characters no more findings are right at once. On one line it
 * is as far as a pattern may reach, and what is read around a match.
 */
const influence: Stretch = { lines: 3, characters: 200, inLine: 1_400 };

/** How far matches are weighed around findings of a part of a line, because they may overlap. */
const beside: Stretch = { lines: 0, characters: 0, inLine: 1_400 };

/** How much is read around those: above them names and what lies near, below them as far as most patterns reach. */
const contextAbove: Stretch = { lines: 16, characters: 450, inLine: 1_800 };
const contextBelow: Stretch = { lines: 16, characters: 600, inLine: 1_800 };

/** The same above several findings: they may be values of a list, a table or rows of SQL that begins as far away. */
const listContext: Stretch = { lines: 60, characters: 1_100, inLine: 1_800 };

/** How far a rule that spans many lines (a private key) is followed. */
const farContext: Stretch = { lines: 220, characters: 17_000, inLine: 17_000 };

export class DocumentScan {
  readonly #engine: Engine;
  readonly #kind: Omit<SourceText, 'text'>;
  readonly #findings = new FindingLines();
  readonly #farMarks = new FarMarks();
  readonly #unmarked = new UnmarkedLines();
  #openings: readonly Place[] = [];
  #lineEnd = '\n';
  /** What the document was at the last full scan. */
  #whole: WholeText;

  constructor(engine: Engine, uri: string, languageId: string) {
    this.#engine = engine;
    this.#kind = { uri, languageId };
    this.#whole = wholeTextOf(this.#sourceOf(''));
  }

  /** By start, not overlapping. */
  get findings(): readonly DocumentFinding[] {
    return this.#findings.all;
  }

  full(lines: LineSource): ScanChange {
    const source = this.#begin(lines);
    return this.#take(this.#scan(source, this.#whole, { from: start }));
  }

  /** Like `full`, and everything else that is told of the text. */
  report(lines: LineSource): { readonly report: FileReport; readonly change: ScanChange } {
    const source = this.#begin(lines);
    const { report, openings } = this.#engine.reportOpen(source, this.#whole);
    const findings = report.findings.map(finding => findingAt(finding, finding));
    return { report, change: this.#take({ findings, openings: placesOf(source.text, start, openings) }) };
  }

  #begin(lines: LineSource): SourceText {
    const source = this.#sourceOf(lines.text());
    this.#lineEnd = source.text.includes('\r\n') ? '\r\n' : '\n';
    this.#whole = wholeTextOf(source);
    this.#farMarks.set(farMarksOf(source));
    return source;
  }

  #take({ findings, openings }: Scanned): ScanChange {
    this.#openings = openings;
    return this.#findings.set(findings);
  }

  edit(lines: LineSource, change: LineChange): ScanChange {
    const mayCut = this.#unmarked.follow(change, line => lines.lineAt(line));
    const marksOn = (line: number) => (this.#unmarked.has(line) ? [] : farMarksOn(this.#kind, lines.lineAt(line)));
    if (!this.#farMarks.follow(change, marksOn)) return this.full(lines);
    const walk = new Walk(lines, mayCut);
    let region = this.#regionOf(walk, change);
    let scanned = this.#scanRegion(lines, walk, region, change);
    if (scanned.openings.length > 0) {
      region = this.#widened(walk, { first: region.first, last: walk.below(region.last, farContext) }, change);
      scanned = this.#scanRegion(lines, walk, region, change);
    }
    if (walk.hasMetLong && !mayCut) this.#learn(lines, change);
    this.#openings = replaceOpenings(this.#openings, region, change, scanned.openings);
    return this.#findings.replace(region, change, scanned.findings);
  }

  /** A comment may reach over all of a long line, or of the one below it: whether there is one is known at the next key press. */
  #learn(lines: LineSource, { startLine, newEndLine }: LineChange): void {
    for (let line = startLine; line <= newEndLine; line++) this.#unmarked.isUnmarked(line, lines.lineAt(line));
  }

  #regionOf(walk: Walk, change: LineChange): Region {
    const [start, end] = endsOf(change);
    const near = walk.above(walk.above(start, nextLines), influence);
    const last = walk.below(walk.below(end, nextLines), influence);
    return this.#widened(walk, { first: this.#openingAbove(walk, near) ?? near, last }, change);
  }

  /** The first place above from which something open may reach down to there. */
  #openingAbove(walk: Walk, place: Place): Place | undefined {
    const near = this.#openings.filter(opening => isBefore(opening, place) && opening.line >= place.line - farContext.lines);
    if (near.length === 0) return undefined;
    const farthest = walk.above(place, farContext);
    const opening = near.find(each => !isBefore(each, farthest));
    return opening && walk.startAt(opening);
  }

  /** Over the findings that the region cuts. */
  #widened(walk: Walk, region: Region, change: LineChange): Region {
    let { first, last } = region;
    const findings = this.#findings;
    for (let index = findings.firstAt(first) - 1; index >= 0; index--) {
      const above = findings.spanOf(index);
      if (!above || !isBefore(first, above.end)) break;
      first = walk.startAt(above.start);
    }
    for (let index = findings.firstAt(first); ; index++) {
      const inside = findings.spanOf(index);
      if (!inside || !isBefore(placeAfter(change, inside.start), last)) break;
      const end = walk.endAt(placeAfter(change, inside.end));
      if (isBefore(last, end)) last = end;
    }
    return { first, last };
  }

  #scanRegion(lines: LineSource, walk: Walk, region: Region, change: LineChange): Scanned {
    const { first, last } = region;
    const weighedFrom = walk.above(first, beside);
    const weighedTo = walk.below(last, beside);
    const from = walk.above(weighedFrom, this.#mayBeInList(region, change) ? listContext : contextAbove);
    const to = walk.below(weighedTo, contextBelow);
    const above = walk.textBetween(from, weighedFrom, this.#lineEnd);
    const inside = above + walk.textBetween(weighedFrom, weighedTo, this.#lineEnd);
    const text = inside + walk.textBetween(weighedTo, to, this.#lineEnd);
    const { findings, openings } = this.#scan(this.#sourceOf(text), this.#wholeOf(lines, text, from), {
      from,
      wanted: { start: above.length, end: inside.length },
    });
    const isInside = (place: Place): boolean => !isBefore(place, first) && isBefore(place, last);
    return { findings: findings.filter(isInside), openings: openings.filter(isInside) };
  }

  /** Whether a finding is in the region, and one more there or not far above. */
  #mayBeInList({ first, last }: Region, change: LineChange): boolean {
    const index = this.#findings.firstAt(first);
    const isInside = (at: number): boolean => {
      const finding = this.#findings.spanOf(at);
      return finding !== undefined && isBefore(placeAfter(change, finding.start), last);
    };
    if (!isInside(index)) return false;
    const above = this.#findings.spanOf(index - 1);
    return isInside(index + 1) || (above !== undefined && above.end.line >= first.line - listContext.lines);
  }

  /** What a part that begins there has to know. */
  #wholeOf(lines: LineSource, text: string, { line: firstLine }: Place): WholeText {
    const inPart = mentionsOf(text);
    const { mentions, look } = this.#whole;
    const markedLineAt = (line: number): string =>
      line < 0 || line >= lines.lineCount || this.#unmarked.has(line) ? '' : lines.lineAt(line);
    const covers = coversByLine(this.#kind, markedLineAt, this.#farMarks.covers);
    return { mentions: needle => mentions(needle) || inPart(needle), firstLine, look, covers };
  }

  #scan(source: SourceText, whole: WholeText, { from, wanted }: Part): Scanned {
    const { findings, openings } = this.#engine.scanPart(source, whole, wanted);
    return { findings: locateInDocument(source.text, from, findings), openings: placesOf(source.text, from, openings) };
  }

  #sourceOf(text: string): SourceText {
    const { uri, languageId } = this.#kind;
    return { uri, languageId, text };
  }
}

/** Where a text begins in the document, and where in it findings are wanted. */
interface Part {
  readonly from: Place;
  readonly wanted?: Span;
}

const start: Place = { line: 0, column: 0 };

function placesOf(text: string, from: Place, offsets: readonly number[]): readonly Place[] {
  return offsets.map(offset => placeInDocument(text, from, offset));
}

function replaceOpenings(before: readonly Place[], { first, last }: Region, change: LineChange, found: readonly Place[]): readonly Place[] {
  if (before.length === 0) return found;
  const above = before.filter(opening => isBefore(opening, first));
  const below = before.map(opening => placeAfter(change, opening)).filter(opening => !isBefore(opening, last));
  return [...above, ...found, ...below];
}
