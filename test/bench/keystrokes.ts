// What a key press costs in files of several sizes, through the scan that the editor uses.

import type { Engine } from '../../src/engine/engine.ts';
import { DocumentScan } from '../../src/engine/scan/document-scan.ts';
import { mayHoldMarks } from '../../src/engine/scan/suppress-dialects.ts';
import { EditedDocument, type Place } from '../support/edited-document.ts';
import { sampleText } from '../support/sample-secret.ts';
import { type SeededRandom, seededRandom } from '../support/seeded-random.ts';
import type { SourceFile } from './source-texts.ts';
import { millisecondsOf, quantile } from './timing.ts';

export interface KeystrokeCost {
  readonly lines: number;
  readonly megabytes: number;
  readonly findings: number;
  /** Microseconds: a character somewhere in the file. */
  readonly key: number;
  readonly slowKey: number;
  readonly enter: number;
  /** Microseconds: a character inside a line that holds a secret. */
  readonly inSecret: number;
  /** Milliseconds: the whole file again. */
  readonly full: number;
}

const presses = 2_000;

/** Each press is made so often, and the middle time counts: among thousands, the slowest would be those in which another program had its turn. */
const repeats = 3;

export function measureKeystrokes(engine: Engine, { document, somewhere, inSecret }: TypedInto): KeystrokeCost {
  const scan = new DocumentScan(engine, 'file.ts', 'typescript');
  scan.full(document);
  // The first presses are the compiler's.
  press(scan, document, somewhere, letters);
  const keys = press(scan, document, somewhere, letters);
  return {
    lines: document.lineCount,
    megabytes: document.text().length / 1e6,
    findings: scan.findings.length,
    key: quantile(keys),
    slowKey: quantile(keys, 0.99),
    enter: quantile(press(scan, document, somewhere, ['\n'])),
    inSecret: quantile(press(scan, document, inSecret, letters)),
    full: quantile(Array.from({ length: 7 }, () => millisecondsOf(() => scan.full(document)))),
  };
}

/** One after the other: what was typed at a place a moment ago may be remembered. */
const letters: readonly string[] = [...'abcdefghijklmnopqrstuvwxyz'];

/** Microseconds of each press; what was typed is taken out again. */
function press(scan: DocumentScan, document: EditedDocument, where: () => Place, texts: readonly string[]): readonly number[] {
  let typed = 0;
  const times: number[] = [];
  for (let count = 0; count < presses; count++) {
    const at = where();
    const tries: number[] = [];
    for (let repeat = 0; repeat < repeats; repeat++) {
      const text = texts[typed++ % texts.length] ?? '';
      const end = text === '\n' ? { line: at.line + 1, character: 0 } : { line: at.line, character: at.character + text.length };
      const change = document.insert(at, text);
      tries.push(millisecondsOf(() => scan.edit(document, change)) * 1000);
      scan.edit(document, document.replace(at, end, ''));
    }
    times.push(quantile(tries));
  }
  return times;
}

/** A document, and where in it somebody types. */
interface TypedInto {
  readonly document: EditedDocument;
  readonly somewhere: () => Place;
  readonly inSecret: () => Place;
}

export function documentOf(files: readonly SourceFile[], lineCount: number): TypedInto {
  const random = seededRandom('keystrokes', lineCount);
  const { lines, secretLines } = makeLines(files, lineCount, random);
  const document = new EditedDocument(lines.join('\n'));
  const placeOn = (line: number): Place => ({ line, character: random.below(document.lineAt(line).length + 1) });
  return { document, somewhere: () => placeOn(random.below(document.lineCount)), inSecret: () => placeOn(random.pick(secretLines)) };
}

/** The same on one line, as minifiers leave it: without comments for scanners. */
export function longLineOf(files: readonly SourceFile[], lineCount: number): TypedInto {
  const random = seededRandom('keystrokes', lineCount);
  const unmarked = files.filter(({ text }) => !mayHoldMarks(text));
  const { lines, secretLines } = makeLines(unmarked, lineCount, random);
  const starts = [0];
  for (const { length } of lines) starts.push((starts.at(-1) ?? 0) + length + 1);
  const document = new EditedDocument(lines.join(' '));
  const inSecret = (): Place => {
    const line = random.pick(secretLines);
    return { line: 0, character: (starts[line] ?? 0) + random.below((lines[line]?.length ?? 0) + 1) };
  };
  return { document, somewhere: () => ({ line: 0, character: random.below(document.lineAt(0).length + 1) }), inSecret };
}

/** Real code with a key every two hundred lines. */
function makeLines(files: readonly SourceFile[], lineCount: number, random: SeededRandom) {
  const lines: string[] = [];
  while (lines.length < lineCount) lines.push(...random.pick(files).text.split(/\r?\n/));
  lines.length = lineCount;
  const secretLines: number[] = [];
  for (let line = 100; line < lineCount; line += 200) {
    lines[line] = sampleText(
      random.pick(['generic-api-key', 'openai-project-key', 'github-classic-token', 'url-password']),
      1 + random.below(5),
    );
    secretLines.push(line);
  }
  return { lines, secretLines };
}
