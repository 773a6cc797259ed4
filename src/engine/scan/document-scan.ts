// The findings of one open document, kept right while it is edited: only the lines around a change are scanned again.
//
//   full(lines)           once when the document opens, and some time after the last edit
//   edit(lines, change)   at every keystroke: microseconds, whatever the document's size
//
// After `edit` the findings equal those of `full`, but for what a rule hears from far away (an import that names the provider):
// the next `full` settles that. Comments that ignore whole blocks reach far, too: a document that has some is scanned in full.

import type { Engine } from '../engine.ts';
import { LineMap } from '../line-map.ts';
import {
  compareFindings,
  type DocumentFinding,
  firstFindingAt,
  locateInDocument,
  replaceFindings,
  type ScanChange,
} from './document-finding.ts';
import type { LineChange } from './line-change.ts';
import { type LineSource, linesDown, linesUp } from './line-source.ts';
import { mentionsOf } from './mentions.ts';
import { farMarkOffsets } from './suppress-dialects.ts';
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
  readonly hasFarMarks: boolean;
}

/** How far around a change findings may depend on it, and how much is read around those. */
const influence = { lines: 8, characters: 260 };
const context = { lines: 16, characters: 600 };

/** How far a rule that spans many lines (a private key) is followed. */
const farContext = { lines: 220, characters: 17_000 };

export class DocumentScan {
  readonly #engine: Engine;
  readonly #uri: string;
  readonly #languageId: string;
  #findings: readonly DocumentFinding[] = [];
  #openings: readonly number[] = [];
  #lineEnd = '\n';
  /** What the document was at the last full scan. */
  #whole: WholeText;
  #hasFarMarks = false;

  constructor(engine: Engine, uri: string, languageId: string) {
    this.#engine = engine;
    this.#uri = uri;
    this.#languageId = languageId;
    this.#whole = wholeTextOf({ uri, languageId, text: '' });
  }

  /** By start, not overlapping. */
  get findings(): readonly DocumentFinding[] {
    return this.#findings;
  }

  full(lines: LineSource): ScanChange {
    const text = lines.text();
    this.#lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
    this.#whole = wholeTextOf({ uri: this.#uri, languageId: this.#languageId, text });
    const { findings, openings, hasFarMarks } = this.#scan(text, this.#whole);
    this.#hasFarMarks = hasFarMarks;
    return this.#update(findings, openings);
  }

  edit(lines: LineSource, change: LineChange): ScanChange {
    if (this.#hasFarMarks) return this.full(lines);
    const delta = change.newEndLine - change.oldEndLine;
    let region = this.#regionOf(lines, change);
    let scanned = this.#scanRegion(lines, region);
    if (scanned.hasFarMarks) return this.full(lines);
    if (scanned.openings.length > 0) {
      region = this.#widened(lines, { first: region.first, last: linesDown(lines, region.last, farContext) }, delta);
      scanned = this.#scanRegion(lines, region);
    }
    return this.#update(
      replaceFindings(this.#findings, region, delta, scanned.findings),
      replaceLines(this.#openings, region, delta, scanned.openings),
    );
  }

  #update(findings: readonly DocumentFinding[], openings: readonly number[]): ScanChange {
    const before = this.#findings;
    this.#findings = findings;
    this.#openings = openings;
    return compareFindings(before, findings);
  }

  #regionOf(lines: LineSource, change: LineChange): Region {
    const near = linesUp(lines, Math.max(0, change.startLine - 2), influence);
    const last = linesDown(lines, Math.min(lines.lineCount - 1, change.newEndLine + 2), influence);
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
    for (let index = firstFindingAt(this.#findings, first) - 1; index >= 0; index--) {
      const above = this.#findings[index];
      if (!above || above.endLine < first) break;
      first = above.line;
    }
    for (let index = firstFindingAt(this.#findings, first); index < this.#findings.length; index++) {
      const inside = this.#findings[index];
      if (!inside || inside.line + delta > last) break;
      last = Math.max(last, inside.endLine + delta);
    }
    return { first, last: Math.min(last, lines.lineCount - 1) };
  }

  #scanRegion(lines: LineSource, { first, last }: Region): Scanned {
    const from = linesUp(lines, first, context);
    const to = linesDown(lines, last, context);
    let text = lines.lineAt(from);
    for (let line = from + 1; line <= to; line++) text += this.#lineEnd + lines.lineAt(line);
    const inPart = mentionsOf(text);
    const { mentions, look } = this.#whole;
    const whole = { mentions: (needle: string) => mentions(needle) || inPart(needle), firstLine: from, look };
    const { findings, openings, hasFarMarks } = this.#scan(text, whole);
    const isInside = (line: number): boolean => line >= first && line <= last;
    return { findings: findings.filter(({ line }) => isInside(line)), openings: openings.filter(isInside), hasFarMarks };
  }

  #scan(text: string, whole: WholeText): Scanned {
    const source = { uri: this.#uri, languageId: this.#languageId, text };
    const { findings, openings } = this.#engine.scanPart(source, whole);
    const { firstLine } = whole;
    return {
      findings: locateInDocument(text, firstLine, findings),
      openings: linesOf(text, firstLine, openings),
      hasFarMarks: farMarkOffsets(text).length > 0,
    };
  }
}

function linesOf(text: string, firstLine: number, offsets: readonly number[]): readonly number[] {
  if (offsets.length === 0) return [];
  const map = new LineMap(text);
  return [...new Set(offsets.map(offset => map.positionAt(offset).line + firstLine))];
}

/** Like `replaceFindings`, for lines. */
function replaceLines(before: readonly number[], { first, last }: Region, delta: number, found: readonly number[]): readonly number[] {
  if (before.length === 0) return found;
  return [...before.filter(line => line < first), ...found, ...before.filter(line => line > last - delta).map(line => line + delta)];
}
