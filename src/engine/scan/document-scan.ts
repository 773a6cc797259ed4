// The findings of one open document, kept right while it is edited: only the lines around a change are scanned again.
//
//   full(lines)           once when the document opens, and some time after the last edit
//   edit(lines, change)   at every keystroke: microseconds, whatever the document's size
//
// After `edit` the findings equal those of `full`, but for what a rule hears from far away (an import that names the provider):
// the next `full` settles that. Comments that ignore whole blocks reach far, too: when one comes, goes or changes all is scanned.

import type { Engine } from '../engine.ts';
import { lineMapOf } from '../line-map.ts';
import type { SourceText, Span } from '../text.ts';
import { type DocumentFinding, findingAt, locateInDocument, type ScanChange } from './document-finding.ts';
import { FarMarks } from './far-marks.ts';
import type { FileReport } from './file-report.ts';
import { FindingLines } from './finding-lines.ts';
import type { LineChange } from './line-change.ts';
import { type LineSource, linesDown, linesUp } from './line-source.ts';
import { mentionsOf } from './mentions.ts';
import { coversByLine, farMarksOf, farMarksOn } from './suppress.ts';
import { type WholeText, wholeTextOf } from './whole-text.ts';

/** Inclusive, in lines after the change. */
interface Region {
  readonly first: number;
  readonly last: number;
}

interface Scanned {
  readonly findings: readonly DocumentFinding[];
  /** Lines on which something begins that may go on for many lines. */
  readonly openings: readonly number[];
}

/** A name, or a comment about the next line, stands no more than two lines away: findings there always depend on a change. */
const nextLines = 2;

/** How far beyond those they may depend on it. Measured: with 8 lines and 260 characters no more findings are right at once. */
const influence = { lines: 3, characters: 200 };

/** How much is read around findings: above them names and what lies near, below them as far as most patterns reach. */
const contextAbove = { lines: 16, characters: 450 };
const contextBelow = { lines: 16, characters: 600 };

/** How far a rule that spans many lines (a private key) is followed. */
const farContext = { lines: 220, characters: 17_000 };

export class DocumentScan {
  readonly #engine: Engine;
  readonly #kind: Omit<SourceText, 'text'>;
  readonly #findings = new FindingLines();
  readonly #farMarks = new FarMarks();
  #openings: readonly number[] = [];
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
    return this.#take(this.#scan(source, this.#whole));
  }

  /** Like `full`, and everything else that is told of the text. */
  report(lines: LineSource): { readonly report: FileReport; readonly change: ScanChange } {
    const source = this.#begin(lines);
    const { report, openings } = this.#engine.reportOpen(source, this.#whole);
    const findings = report.findings.map(finding => findingAt(finding, finding));
    return { report, change: this.#take({ findings, openings: linesOf(source.text, 0, openings) }) };
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
    if (!this.#farMarks.follow(change, line => farMarksOn(this.#kind, lines.lineAt(line)))) return this.full(lines);
    const delta = change.newEndLine - change.oldEndLine;
    let region = this.#regionOf(lines, change);
    let scanned = this.#scanRegion(lines, region);
    if (scanned.openings.length > 0) {
      region = this.#widened(lines, { first: region.first, last: linesDown(lines, region.last, farContext) }, delta);
      scanned = this.#scanRegion(lines, region);
    }
    this.#openings = replaceLines(this.#openings, region, delta, scanned.openings);
    return this.#findings.replace({ ...region, delta }, scanned.findings);
  }

  #regionOf(lines: LineSource, change: LineChange): Region {
    const near = linesUp(lines, Math.max(0, change.startLine - nextLines), influence);
    const last = linesDown(lines, Math.min(lines.lineCount - 1, change.newEndLine + nextLines), influence);
    const first = this.#openingAbove(lines, near) ?? near;
    return this.#widened(lines, { first, last }, change.newEndLine - change.oldEndLine);
  }

  /** The first line above from which something open may reach down to `line`. */
  #openingAbove(lines: LineSource, line: number): number | undefined {
    const near = this.#openings.filter(opening => opening < line && opening >= line - farContext.lines);
    if (near.length === 0) return undefined;
    const farthest = linesUp(lines, line, farContext);
    return near.find(opening => opening >= farthest);
  }

  /** Over the findings that the region cuts. */
  #widened(lines: LineSource, region: Region, delta: number): Region {
    let { first, last } = region;
    const findings = this.#findings;
    for (let index = findings.firstAt(first) - 1; index >= 0; index--) {
      const above = findings.linesOf(index);
      if (!above || above.last < first) break;
      first = above.first;
    }
    for (let index = findings.firstAt(first); ; index++) {
      const inside = findings.linesOf(index);
      if (!inside || inside.first + delta > last) break;
      last = Math.max(last, inside.last + delta);
    }
    return { first, last: Math.min(last, lines.lineCount - 1) };
  }

  #scanRegion(lines: LineSource, { first, last }: Region): Scanned {
    const from = linesUp(lines, first, contextAbove);
    const to = linesDown(lines, last, contextBelow);
    const above = this.#linesBefore(lines, from, first);
    const inside = above + lines.lineAt(first) + this.#linesAfter(lines, first, last);
    const text = inside + this.#linesAfter(lines, last, to);
    const inPart = mentionsOf(text);
    const { mentions, look } = this.#whole;
    const lineAt = (line: number): string => (line >= 0 && line < lines.lineCount ? lines.lineAt(line) : '');
    const covers = coversByLine(this.#kind, lineAt, this.#farMarks.covers);
    const whole = { mentions: (needle: string) => mentions(needle) || inPart(needle), firstLine: from, look, covers };
    const { findings, openings } = this.#scan(this.#sourceOf(text), whole, { start: above.length, end: inside.length });
    const isInside = (line: number): boolean => line >= first && line <= last;
    return { findings: findings.filter(({ line }) => isInside(line)), openings: openings.filter(isInside) };
  }

  #linesBefore(lines: LineSource, from: number, to: number): string {
    let text = '';
    for (let line = from; line < to; line++) text += lines.lineAt(line) + this.#lineEnd;
    return text;
  }

  #linesAfter(lines: LineSource, from: number, to: number): string {
    let text = '';
    for (let line = from + 1; line <= to; line++) text += this.#lineEnd + lines.lineAt(line);
    return text;
  }

  #scan(source: SourceText, whole: WholeText, wanted?: Span): Scanned {
    const { findings, openings } = this.#engine.scanPart(source, whole, wanted);
    const { firstLine } = whole;
    return { findings: locateInDocument(source.text, firstLine, findings), openings: linesOf(source.text, firstLine, openings) };
  }

  #sourceOf(text: string): SourceText {
    const { uri, languageId } = this.#kind;
    return { uri, languageId, text };
  }
}

function linesOf(text: string, firstLine: number, offsets: readonly number[]): readonly number[] {
  if (offsets.length === 0) return [];
  const map = lineMapOf(text);
  return [...new Set(offsets.map(offset => map.positionAt(offset).line + firstLine))];
}

/** Like `replaceFindings`, for lines. */
function replaceLines(before: readonly number[], { first, last }: Region, delta: number, found: readonly number[]): readonly number[] {
  if (before.length === 0) return found;
  return [...before.filter(line => line < first), ...found, ...before.filter(line => line > last - delta).map(line => line + delta)];
}
