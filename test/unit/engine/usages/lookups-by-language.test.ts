// One fixture a language: under each usage a comment with carets, its kind and its name.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findUsages } from '../../../../src/engine/usages/find-usages.ts';

const folder = 'test/fixtures/usages';

describe('usages in each language', () => {
  for (const file of readdirSync(folder)) {
    it(`finds exactly the marked ones in ${file}`, () => {
      const { text, expected } = readMarked(readFileSync(join(folder, file), 'utf8'));
      const usages = findUsages({ uri: file, languageId: '', text }, { findings: [], secrets: [] }, () => 'fingerprint');
      assert.deepEqual(
        usages.map(({ line, column, span, kind, name }) => `${line}:${column}+${span.end - span.start} ${kind} ${name}`),
        expected,
      );
    });
  }
});

function readMarked(fixture: string): { text: string; expected: string[] } {
  const lines: string[] = [];
  const expected: string[] = [];
  for (const line of fixture.split('\n')) {
    const mark = /^\W*?(?<carets>\^+) (?<meaning>.+)$/.exec(line);
    const carets = mark?.groups?.['carets'];
    if (carets === undefined) lines.push(line);
    else expected.push(`${lines.length - 1}:${line.indexOf(carets)}+${carets.length} ${mark?.groups?.['meaning']}`);
  }
  return { text: lines.join('\n'), expected };
}
