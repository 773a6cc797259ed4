// What a key press costs in files of several sizes, through the scan that the editor uses.

import type { Engine } from '../../src/engine/engine.ts';
import { DocumentScan } from '../../src/engine/scan/document-scan.ts';
import { EditedDocument, type Place } from '../support/edited-document.ts';
import { sampleText } from '../support/sample-secret.ts';
import { type SeededRandom, seededRandom } from '../support/seeded-random.ts';
import type { SourceFile } from './source-texts.ts';
import { millisecondsOf, quantile } from './timing.ts';

export interface KeystrokeCost {
  readonly lines: number;
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

export function measureKeystrokes(engine: Engine, files: readonly SourceFile[], lineCount: number): KeystrokeCost {
  const random = seededRandom('keystrokes', lineCount);
  const { document, secretLines } = makeDocument(files, lineCount, random);
  const scan = new DocumentScan(engine, 'file.ts', 'typescript');
  scan.full(document);
  const somewhere = (): Place => placeOn(document, random.below(document.lineCount), random);
  const inSecret = (): Place => placeOn(document, random.pick(secretLines), random);
  // The first presses are the compiler's.
  press(scan, document, somewhere, letters);
  const keys = press(scan, document, somewhere, letters);
  return {
    lines: lineCount,
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

/** Real code with a key every two hundred lines. */
function makeDocument(files: readonly SourceFile[], lineCount: number, random: SeededRandom) {
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
  return { document: new EditedDocument(lines.join('\n')), secretLines };
}

function placeOn(document: EditedDocument, line: number, random: SeededRandom): Place {
  return { line, character: random.below(document.lineAt(line).length + 1) };
}
