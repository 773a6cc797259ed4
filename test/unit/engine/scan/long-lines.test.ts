import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Engine } from '../../../../src/engine/engine.ts';
import { catalogue } from '../../../../src/engine/rules/catalogue.ts';
import type { Rule } from '../../../../src/engine/rules/rule.ts';
import { DocumentScan } from '../../../../src/engine/scan/document-scan.ts';
import { ignoreMarker, ignoreNextLineMarker } from '../../../../src/engine/scan/suppress-dialects.ts';
import { EditedDocument, type Place } from '../../../support/edited-document.ts';
import { fillFixture } from '../../../support/fill-fixture.ts';
import { sampleText } from '../../../support/sample-secret.ts';
import { type SeededRandom, seededRandom } from '../../../support/seeded-random.ts';
import { testEngine } from '../../../support/test-engine.ts';
import { testRule, testToken } from '../../../support/test-rule.ts';

const filler = (size: number): string => 'call(some, words); '.repeat(size / 19);

describe('the findings of a document with a long line', () => {
  it('appear and go where it is typed into, and only a part of it is read', () => {
    const { document, scan, readAt } = opened(`top\n${filler(100_000)}"${testToken}"${filler(100_000)}\nbottom`);
    const { length } = filler(100_000);
    const at = { line: 1, character: length + 1 };
    assert.deepEqual(places(scan), [`1:${length + 1}-1:${length + 17}`]);
    readAt(() => scan.edit(document, document.insert(at, 'x')));
    assert.deepEqual(places(scan), []);
    const read = readAt(() => scan.edit(document, document.replace(at, { line: 1, character: at.character + 1 }, '')));
    assert.deepEqual(places(scan), [`1:${length + 1}-1:${length + 17}`]);
    assert.ok(read < 12_000, `${read} characters`);
  });

  it('appear though they begin far ahead of what is typed', () => {
    const rule = testRule({ pattern: /(?<secret>tok_[a-z ]{1000}end)/d, reach: 1_100 });
    const { document, scan, readAt } = opened(`${filler(20_000)}tok_${'a b '.repeat(250)}en ${filler(20_000)}`, [rule]);
    const at = { line: 0, character: filler(20_000).length + 4 + 1_000 + 2 };
    type(scan, document, { line: 0, character: 7 }, 'x');
    const read = readAt(() => type(scan, document, { line: 0, character: at.character + 1 }, 'd'));
    assert.deepEqual(places(scan), [`0:${at.character - 1_005}-0:${at.character + 2}`]);
    assert.ok(read < 12_000, `${read} characters`);
  });

  it('come back when the text is mended that they are encoded in, however long that is', () => {
    const encoded = Buffer.from(`${filler(6_000)} ${testToken} ${filler(6_000)}`).toString('base64');
    const { document, scan, readAt } = opened(`${filler(100_000)}"${encoded}"${filler(100_000)}`);
    const before = places(scan);
    assert.equal(before.length, 1);
    const at = { line: 0, character: filler(100_000).length + 4_002 };
    type(scan, document, at, '!!');
    assert.deepEqual(places(scan), []);
    const read = readAt(() => scan.edit(document, document.replace(at, { line: 0, character: at.character + 2 }, '')));
    assert.deepEqual(places(scan), before);
    assert.ok(read < 50_000, `${read} characters`);
  });

  it('move along it with what is typed ahead of them, and to the next line with Enter', () => {
    const { document, scan } = opened(`${filler(20_000)}\n${filler(20_000)}${testToken} ${filler(20_000)}${testToken}\n${testToken}`);
    const columns = [0, 1].map(index => filler(20_000).length * (index + 1) + index * 17);
    const expected = (line: number, by: number) => columns.map(column => `${line}:${column + by}-${line}:${column + by + 16}`);
    assert.deepEqual(places(scan), [...expected(1, 0), '2:0-2:16']);
    type(scan, document, { line: 1, character: 5 }, 'a b');
    assert.deepEqual(places(scan), [...expected(1, 3), '2:0-2:16']);
    type(scan, document, { line: 1, character: 8 }, '\n');
    assert.deepEqual(places(scan), [...expected(2, -5), '3:0-3:16']);
    const joined = document.replace({ line: 1, character: 8 }, { line: 2, character: 0 }, '');
    assert.equal(scan.edit(document, joined), 'shifted');
    assert.deepEqual(places(scan), [...expected(1, 3), '2:0-2:16']);
  });

  it('go with a comment anywhere on it, or above it, and come back', () => {
    const line = `const a = "${testToken}"; ${filler(40_000)} // `;
    const { document, scan } = opened(`first\n\n${line}\nlast`);
    const behind = { line: 2, character: line.length };
    for (const text of ['why ', 'so ']) type(scan, document, behind, text);
    for (const [at, mark] of [
      [behind, `${ignoreMarker} -- `],
      [{ line: 1, character: 0 }, `// ${ignoreNextLineMarker} -- `],
    ] as const) {
      type(scan, document, at, mark);
      assert.deepEqual(places(scan), []);
      scan.edit(document, document.replace(at, { line: at.line, character: at.character + mark.length - 1 }, ''));
      assert.deepEqual(places(scan), ['2:11-2:27']);
    }
  });
});

describe('editing long lines at random', function () {
  this.timeout(60_000);

  it('gives what a full scan gives, though most edits read only a part of them', () => {
    const engine = testEngine({ confidence: 'possible' });
    const counts = { edits: 0, parts: 0, late: 0 };
    for (let seed = 0; seed < 8; seed++) {
      const random = seededRandom('long lines', seed);
      const lines = [longText(random, 200), longText(random, 18_000), 'const a = 1;', longText(random, 13_000), 'end'];
      const { document, scan, readAt } = opened(lines.slice(random.below(2)).join('\n'), catalogue, engine);
      for (let step = 0; step < 30; step++) {
        const at = random.below(2) === 0 ? nearFinding(document, scan, random) : somePlace(document, random);
        const { length } = document.lineAt(at.line);
        const read = readAt(() => scan.edit(document, editAt(document, at, random)));
        const whole = new DocumentScan(engine, 'a.ts', 'typescript');
        whole.full(document);
        counts.edits++;
        if (read < length) counts.parts++;
        if (JSON.stringify(scan.findings) === JSON.stringify(whole.findings)) continue;
        counts.late++;
        scan.full(document);
      }
    }
    assert.ok(counts.parts > counts.edits / 3, JSON.stringify(counts));
    assert.ok(counts.late <= counts.edits / 100, JSON.stringify(counts));
  });
});

function opened(text: string, rules: readonly Rule[] = [testRule()], engine: Engine = testEngine({}, { rules })) {
  const document = new EditedDocument(text);
  let read = 0;
  const scanPart: Engine['scanPart'] = (source, whole, wanted) => {
    read = Math.max(read, source.text.length);
    return engine.scanPart(source, whole, wanted);
  };
  const scan = new DocumentScan({ ...engine, scanPart }, 'a.ts', 'typescript');
  scan.full(document);
  /** How many characters were scanned at once, at most. */
  const readAt = (work: () => void): number => {
    read = 0;
    work();
    return read;
  };
  return { document, scan, readAt };
}

/** One character after the other. */
function type(scan: DocumentScan, document: EditedDocument, at: Place, text: string): void {
  for (const [index, char] of [...text].entries())
    scan.edit(document, document.insert({ line: at.line, character: at.character + index }, char));
}

function places(scan: DocumentScan): readonly string[] {
  return scan.findings.map(({ line, column, endLine, endColumn }) => `${line}:${column}-${endLine}:${endColumn}`);
}

const code = ['src/engine/engine.ts', 'src/engine/rules/generic.ts', 'ARCHITECTURE.md']
  .map(name => readFileSync(name, 'utf8'))
  .join('\n')
  .replace(/\/\/.*$/gm, '')
  .replace(/\s+/g, ' ');

const tried = catalogue.filter(rule => rule.keywords.length > 0);

/** Our own code as minifiers leave it, with keys as people write them, and rows of data. */
function longText(random: SeededRandom, size: number): string {
  let text = '';
  while (text.length < size) {
    const start = random.below(code.length - 600);
    text += code.slice(start, start + 20 + random.below(500));
    const [sample, fixture, row] = [1, 2, 3];
    const added = random.below(5);
    if (added === sample) text += `;${sampleText(random.pick(tried).id).replaceAll('\n', ' ')};`;
    if (added === fixture) text += ` ${fixtureOf(random.pick(tried).id, random)} `;
    if (added === row)
      text += `{"id":${random.below(1e6)},"api_key":"${Buffer.from(`${random.below(1e9)} ${random.below(1e9)}`).toString('base64')}"},`;
  }
  return text;
}

function fixtureOf(id: string, random: SeededRandom): string {
  const folder = `test/fixtures/rules/${id}`;
  if (!existsSync(folder)) return sampleText(id);
  return fillFixture(readFileSync(`${folder}/${random.pick(readdirSync(folder))}`, 'utf8'), id)
    .text.trimEnd()
    .replaceAll('\n', ' ');
}

function nearFinding(document: EditedDocument, scan: DocumentScan, random: SeededRandom): Place {
  if (scan.findings.length === 0) return somePlace(document, random);
  const { line, column } = random.pick(scan.findings);
  return { line, character: Math.max(0, Math.min(document.lineAt(line).length, column + random.below(80) - 40)) };
}

function somePlace(document: EditedDocument, random: SeededRandom): Place {
  const line = random.below(document.lineCount);
  return { line, character: random.below(document.lineAt(line).length + 1) };
}

function editAt(document: EditedDocument, at: Place, random: SeededRandom) {
  const upTo = (characters: number) => ({ line: at.line, character: Math.min(document.lineAt(at.line).length, at.character + characters) });
  switch (random.below(12)) {
    case 0:
      return document.insert(at, '\n');
    case 1:
      return document.insert(at, sampleText(random.pick(tried).id));
    case 2:
      return document.replace(at, upTo(random.below(120)), '');
    case 3:
    case 4:
      return document.replace(at, upTo(1), '');
    default:
      return document.insert(at, random.pick(['a', '7', '"', ' ', '=', '_', '-', '{', 'é', ';']));
  }
}
