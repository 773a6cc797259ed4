import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { catalogue } from '../../../../src/engine/rules/catalogue.ts';
import type { Rule } from '../../../../src/engine/rules/rule.ts';
import { DocumentScan } from '../../../../src/engine/scan/document-scan.ts';
import { coveringChange } from '../../../../src/engine/scan/line-change.ts';
import { ignoreMarker, ignoreNextLineMarker } from '../../../../src/engine/scan/suppress-dialects.ts';
import { EditedDocument, type Place } from '../../../support/edited-document.ts';
import { fillFixture } from '../../../support/fill-fixture.ts';
import { sampleText } from '../../../support/sample-secret.ts';
import { type SeededRandom, seededRandom } from '../../../support/seeded-random.ts';
import { testEngine } from '../../../support/test-engine.ts';
import { testRule, testToken } from '../../../support/test-rule.ts';

describe('the findings of an edited document', () => {
  it('appear with the key’s last character and go with it', () => {
    const { document, scan } = opened('a\nb\nkey = \nc');
    for (const [index, char] of [...testToken].entries()) {
      const change = scan.edit(document, document.insert({ line: 2, character: 6 + index }, char));
      assert.equal(change, index === testToken.length - 1 ? 'changed' : 'unchanged');
    }
    assert.deepEqual(places(scan), ['2:6-2:22']);
    assert.equal(scan.edit(document, document.replace({ line: 2, character: 21 }, { line: 2, character: 22 }, '')), 'changed');
    assert.deepEqual(places(scan), []);
  });

  it('are told to have shifted when lines come above them or text ahead of them', () => {
    const { document, scan } = opened(`x\n${'\n'.repeat(50)}key = ${testToken}`);
    assert.equal(scan.edit(document, document.insert({ line: 0, character: 0 }, '\n\n')), 'shifted');
    assert.deepEqual(places(scan), ['53:6-53:22']);
    assert.equal(scan.edit(document, document.insert({ line: 53, character: 0 }, '  ')), 'shifted');
    assert.deepEqual(places(scan), ['53:8-53:24']);
    assert.equal(scan.edit(document, document.replace({ line: 0, character: 0 }, { line: 2, character: 0 }, '')), 'shifted');
    assert.deepEqual(places(scan), ['51:8-51:24']);
  });

  it('stand where they should when lines come and go above many of them, here and there', () => {
    const { document, scan } = opened(`${`x\n\n${testToken}\n`.repeat(20)}end`);
    const expected = () =>
      Array.from({ length: document.lineCount }, (_, line) => line).filter(line => document.lineAt(line) === testToken);
    const random = seededRandom('lines', 1);
    for (let step = 0; step < 60; step++) {
      const line = random.pick(Array.from({ length: document.lineCount - 1 }, (_, at) => at).filter(at => document.lineAt(at) === ''));
      const isAdded = random.below(2) === 0 || document.lineAt(line + 1) !== '';
      const change = isAdded
        ? document.insert({ line, character: 0 }, '\n'.repeat(1 + random.below(3)))
        : document.replace({ line, character: 0 }, { line: line + 1, character: 0 }, '');
      const isAboveAny = expected().some(at => at > line);
      assert.equal(scan.edit(document, change), isAboveAny ? 'shifted' : 'unchanged');
      if (random.below(3) === 0)
        assert.deepEqual(
          places(scan),
          expected().map(at => `${at}:0-${at}:16`),
        );
    }
    assert.deepEqual(
      places(scan),
      expected().map(at => `${at}:0-${at}:16`),
    );
  });

  it('are unchanged by what is typed below or elsewhere', () => {
    const { document, scan } = opened(`key = ${testToken}\n${'\n'.repeat(50)}`);
    const before = scan.findings;
    assert.equal(scan.edit(document, document.insert({ line: 40, character: 0 }, 'x\ny')), 'unchanged');
    assert.equal(scan.edit(document, document.insert({ line: 0, character: 22 }, ' ')), 'unchanged');
    assert.deepEqual(scan.findings, before);
  });

  it('go when a comment on the line above says so', () => {
    const { document, scan } = opened(`\nkey = ${testToken}`);
    assert.equal(scan.edit(document, document.insert({ line: 0, character: 0 }, `// ${ignoreNextLineMarker}`)), 'changed');
    assert.deepEqual(places(scan), []);
  });

  it('agree with a full scan about blocks that comments ignore, however far away', () => {
    const far = '\n'.repeat(60);
    const { document, scan } = opened(`${far}key = ${testToken}\n${far}`);
    assert.equal(scan.edit(document, document.insert({ line: 0, character: 0 }, `// ${ignoreMarker}-start`)), 'changed');
    assert.deepEqual(places(scan), []);
    assert.equal(scan.edit(document, document.insert({ line: 110, character: 0 }, testToken)), 'unchanged');
    assert.equal(scan.edit(document, document.replace({ line: 0, character: 0 }, { line: 0, character: 5 }, '')), 'changed');
    assert.deepEqual(places(scan), ['60:6-60:22', '110:0-110:16']);
  });

  it('never need the whole text while the comments that ignore blocks stay as they are, wherever lines come and go', () => {
    const far = '\n'.repeat(60);
    const { document, scan } = opened(`// ${ignoreMarker}-start\n${far}${testToken}\n// ${ignoreMarker}-end\n${far}${testToken}`);
    assert.deepEqual(places(scan), ['123:0-123:16']);
    document.texts = 0;
    scan.edit(document, document.insert({ line: 0, character: 0 }, '\n'));
    scan.edit(document, document.insert({ line: 1, character: 0 }, 'a'));
    scan.edit(document, document.insert({ line: 30, character: 0 }, `${testToken}\n`));
    scan.edit(document, document.insert({ line: 100, character: 0 }, `${testToken}\n`));
    assert.deepEqual(places(scan), ['100:0-100:16', '126:0-126:16']);
    assert.equal(document.texts, 0);
    scan.edit(document, document.insert({ line: 64, character: 0 }, 'x'));
    assert.equal(document.texts, 0);
    scan.edit(document, document.replace({ line: 64, character: 0 }, { line: 64, character: document.lineAt(64).length }, ''));
    assert.deepEqual(places(scan), []);
    assert.equal(document.texts, 1);
  });

  const longRule = testRule({ keywords: ['<begin>'], reach: 8000, pattern: /(?<secret><begin>[\sa-z]{0,7000}<end>)/d });

  it('of many lines appear when their last line is typed, far below the first', () => {
    const { document, scan } = opened(`<begin>\n${'abc\n'.repeat(60)}<en\nnext`, [longRule]);
    assert.deepEqual(places(scan), []);
    assert.equal(scan.edit(document, document.insert({ line: 61, character: 3 }, 'd>')), 'changed');
    assert.deepEqual(places(scan), ['0:0-61:5']);
  });

  it('of many lines appear when their first line is typed, far above the last', () => {
    const { document, scan } = opened(`<begin\n${'abc\n'.repeat(60)}<end>\nnext`, [longRule]);
    assert.equal(scan.edit(document, document.insert({ line: 0, character: 6 }, '>')), 'changed');
    assert.deepEqual(places(scan), ['0:0-61:5']);
  });

  it('of many lines go when one of the lines is broken, and come back', () => {
    const { document, scan } = opened(`x\n<begin>\n${'abc\n'.repeat(60)}<end>\nnext`, [longRule]);
    assert.deepEqual(places(scan), ['1:0-62:5']);
    assert.equal(scan.edit(document, document.insert({ line: 30, character: 1 }, '!')), 'changed');
    assert.deepEqual(places(scan), []);
    assert.equal(scan.edit(document, document.replace({ line: 30, character: 1 }, { line: 30, character: 2 }, '')), 'changed');
    assert.deepEqual(places(scan), ['1:0-62:5']);
    assert.equal(scan.edit(document, document.insert({ line: 30, character: 1 }, '\n')), 'changed');
    assert.deepEqual(places(scan), ['1:0-63:5']);
  });

  it('have the fingerprint of the whole file’s scan, whatever its line ends', () => {
    const engine = testEngine({}, { rules: [longRule] });
    const document = new EditedDocument('<begin>\nabc\n<end>', '\r\n');
    const scan = new DocumentScan(engine, 'a', '');
    scan.full(document);
    const [before] = scan.findings;
    scan.edit(document, document.insert({ line: 1, character: 0 }, 'x'));
    scan.edit(document, document.replace({ line: 1, character: 0 }, { line: 1, character: 1 }, ''));
    assert.deepEqual(scan.findings, [before]);
  });

  it('never need the whole text at a key press, not even for a rule that wants to know what it says elsewhere', () => {
    const curious = testRule({ check: ({ mentions }) => (mentions('import acme') ? { confidence: 'certain' } : undefined) });
    const { document, scan } = opened(`import acme\n${'\n'.repeat(50)}`, [curious]);
    document.texts = 0;
    scan.edit(document, document.insert({ line: 40, character: 0 }, 'hello'));
    assert.equal(document.texts, 0);
    for (let line = 20; line < 30; line++) scan.edit(document, document.insert({ line, character: 0 }, testToken));
    assert.equal(scan.findings.length, 10);
    assert.equal(document.texts, 0);
  });

  it('are the same when the whole report is asked for', () => {
    const { document, scan } = opened(`a\n${testToken}\nb`);
    const before = scan.findings;
    const { report, change } = scan.report(document);
    assert.equal(change, 'unchanged');
    assert.deepEqual(scan.findings, before);
    assert.deepEqual(
      report.findings.map(({ line, span }) => [line, span]),
      [[1, { start: 2, end: 18 }]],
    );
  });

  it('settle with the next full scan when a far line decides', () => {
    const curious = testRule({ check: ({ mentions }) => (mentions('import acme') ? { confidence: 'certain' } : undefined) });
    const { document, scan } = opened(`\n${'\n'.repeat(50)}${testToken}`, [curious]);
    scan.edit(document, document.insert({ line: 0, character: 0 }, 'import acme'));
    assert.equal(scan.full(document), 'changed');
    assert.equal(scan.findings.length, 1);
  });

  it('stand a document that shrinks to nothing and grows again', () => {
    const { document, scan } = opened(`a\n${testToken}\nb`);
    scan.edit(document, document.replace({ line: 0, character: 0 }, { line: 2, character: 1 }, ''));
    assert.deepEqual(places(scan), []);
    scan.edit(document, document.insert({ line: 0, character: 0 }, `${testToken}\n\n${testToken}`));
    assert.deepEqual(places(scan), ['0:0-0:16', '2:0-2:16']);
  });
});

describe('the findings of an edited list', () => {
  const random = seededRandom('lists', 1);
  const value = () =>
    Array.from({ length: 28 }, () => random.pick([...'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'])).join('');
  const rows = (row: (value: string, index: number) => string) => Array.from({ length: 30 }, (_, index) => row(value(), index)).join('\n');
  const lists: Readonly<Record<string, string>> = {
    'a.py': `api_keys = [\n${rows(key => `  "${key}",`)}\n]`,
    'a.sql': `INSERT INTO users (id, password) VALUES\n${rows((key, id) => `(${id}, '${key}'),`)}`,
    'a.csv': `user,password\n${rows((key, id) => `user${id},${key}`)}`,
    'a.md': `| user | password |\n| --- | --- |\n${rows((key, id) => `| user${id} | ${key} |`)}`,
  };

  for (const [uri, text] of Object.entries(lists)) {
    it(`are those of a full scan in ${uri}, wherever somebody types`, () => {
      const document = new EditedDocument(text);
      const scan = new DocumentScan(testEngine({ confidence: 'possible' }), uri, '');
      scan.full(document);
      const before = places(scan);
      assert.ok(before.length >= 8, `${before.length} findings`);
      for (let line = 2; line < document.lineCount; line++) {
        const at = { line, character: document.lineAt(line).length };
        scan.edit(document, document.insert(at, ' '));
        scan.edit(document, document.replace(at, { line, character: at.character + 1 }, ''));
        assert.deepEqual(places(scan), before, `line ${line}`);
      }
    });
  }
});

describe('editing at random', function () {
  this.timeout(60_000);
  const engine = testEngine({ confidence: 'possible' });

  it('gives what a full scan gives: nearly always at once, always after the next full scan', () => {
    let edits = 0;
    let late = 0;
    for (let seed = 0; seed < 6; seed++) {
      const random = seededRandom('edits', seed);
      const document = new EditedDocument(someText(random, 60), random.pick(['\n', '\r\n']));
      const scan = new DocumentScan(engine, 'file.ts', 'typescript');
      scan.full(document);
      for (let step = 0; step < 60; step++) {
        scan.edit(document, editSomewhere(document, random));
        edits++;
        const whole = new DocumentScan(engine, 'file.ts', 'typescript');
        whole.full(document);
        if (JSON.stringify(scan.findings) !== JSON.stringify(whole.findings)) late++;
        if (step % 10 === 9) {
          scan.full(document);
          assert.deepEqual(scan.findings, whole.findings);
        }
      }
    }
    assert.ok(late / edits < 0.02, `${late} of ${edits} edits`);
  });
});

describe('editing around comments that ignore blocks', () => {
  it('gives what a full scan gives, always', () => {
    const marks = ['start test-token', 'start other', 'end', 'end', 'end', 'file test-token'].map(mark => `// ${ignoreMarker}-${mark}`);
    const others = [testToken, '', 'const a = 1;', `${testToken} // ${ignoreMarker}`, `// ${ignoreNextLineMarker}`];
    const lineOf = (random: SeededRandom) => random.pick(random.below(12) === 0 ? marks : others);
    for (let seed = 0; seed < 8; seed++) {
      const random = seededRandom('marks', seed);
      const { document, scan } = opened(Array.from({ length: 80 }, () => lineOf(random)).join('\n'));
      for (let step = 0; step < 100; step++) {
        const at = somePlace(document, random);
        const start = { line: at.line, character: 0 };
        const end = { line: Math.min(document.lineCount - 1, at.line + random.below(3)), character: 0 };
        const edits = [
          () => editSomewhere(document, random, at),
          () => document.insert(start, `${lineOf(random)}\n`),
          () => document.replace(start, end, ''),
          () => document.replace(start, end, `${lineOf(random)}\n`),
        ];
        scan.edit(document, random.pick(edits)());
        const whole = new DocumentScan(testEngine({}, { rules: [testRule()] }), 'a.ts', 'typescript');
        whole.full(document);
        assert.deepEqual(places(scan), places(whole));
      }
    }
  });
});

describe('editing real code that holds keys as people write them', function () {
  this.timeout(60_000);
  const engine = testEngine({ confidence: 'possible' });

  it('gives what a full scan gives at all but a few edits, though these are made where keys stand', () => {
    let edits = 0;
    let late = 0;
    for (let seed = 0; seed < 12; seed++) {
      const random = seededRandom('real code', seed);
      const document = new EditedDocument(realText(random), random.pick(['\n', '\r\n']));
      const scan = new DocumentScan(engine, 'file.ts', 'typescript');
      scan.full(document);
      for (let step = 0; step < 40; step++) {
        scan.edit(document, editSomewhere(document, random, nearFinding(document, scan, random)));
        edits++;
        const whole = new DocumentScan(engine, 'file.ts', 'typescript');
        whole.full(document);
        if (JSON.stringify(scan.findings) === JSON.stringify(whole.findings)) continue;
        late++;
        scan.full(document);
        assert.deepEqual(scan.findings, whole.findings);
      }
    }
    assert.ok(late / edits < 0.02, `${late} of ${edits} edits`);
  });
});

describe('one change that covers many', () => {
  const at = (line: number, endLine: number, text: string) => ({
    range: { start: { line, character: 4 }, end: { line: endLine, character: 7 } },
    text,
  });

  it('is nothing for nothing', () => assert.equal(coveringChange([]), undefined));

  it('reaches from the first line to the last, with all lines that came and went', () => {
    assert.deepEqual(coveringChange([at(9, 9, 'a\nb'), at(2, 4, '')]), { startLine: 2, oldEndLine: 9, newEndLine: 8 });
  });

  it('tells the columns of a single one', () => {
    const lines = { startLine: 3, oldEndLine: 3, newEndLine: 3 };
    assert.deepEqual(coveringChange([at(3, 3, 'ab')]), { ...lines, columns: { start: 4, oldEnd: 7, newEnd: 6 } });
    assert.deepEqual(coveringChange([at(3, 3, '')]), { ...lines, columns: { start: 4, oldEnd: 7, newEnd: 4 } });
    assert.deepEqual(coveringChange([at(3, 3, 'a\r\n\r\nxyz')]), { ...lines, newEndLine: 5, columns: { start: 4, oldEnd: 7, newEnd: 3 } });
  });
});

function opened(text: string, rules: readonly Rule[] = [testRule()]): { readonly document: EditedDocument; readonly scan: DocumentScan } {
  const document = new EditedDocument(text);
  const scan = new DocumentScan(testEngine({}, { rules }), 'a.ts', 'typescript');
  scan.full(document);
  return { document, scan };
}

function places(scan: DocumentScan): readonly string[] {
  return scan.findings.map(({ line, column, endLine, endColumn }) => `${line}:${column}-${endLine}:${endColumn}`);
}

const code = [
  'const a = 1;',
  '',
  '  return value(key);',
  '// the token of the user',
  'import { x } from "./x";',
  '}',
  'api_key = os.environ["API_KEY"]',
];

function someText(random: SeededRandom, lines: number): string {
  return Array.from({ length: lines }, () => (random.below(6) === 0 ? sampleText(random.pick(tried).id) : random.pick(code))).join('\n');
}

const tried = catalogue.filter(rule => rule.keywords.length > 0);

/** Our own code, with a fixture of some rule every dozen lines. */
function realText(random: SeededRandom): string {
  const lines = random.pick(sources)().split('\n');
  const start = random.below(Math.max(1, lines.length - 120));
  return lines
    .slice(start, start + 120)
    .flatMap(line => (random.below(12) === 0 ? [line, fixtureOf(random.pick(tried), random)] : [line]))
    .join('\n');
}

const sources = ['src/engine/engine.ts', 'src/engine/scan/document-scan.ts', 'src/cli.ts', 'ARCHITECTURE.md'].map(
  name => () => readFileSync(name, 'utf8'),
);

function fixtureOf({ id }: Rule, random: SeededRandom): string {
  const folder = `test/fixtures/rules/${id}`;
  if (!existsSync(folder)) return sampleText(id);
  return fillFixture(readFileSync(`${folder}/${random.pick(readdirSync(folder))}`, 'utf8'), id).text.trimEnd();
}

function nearFinding(document: EditedDocument, scan: DocumentScan, random: SeededRandom): Place {
  if (scan.findings.length === 0) return somePlace(document, random);
  const line = Math.max(0, Math.min(document.lineCount - 1, random.pick(scan.findings).line + random.below(13) - 6));
  return { line, character: random.below(document.lineAt(line).length + 1) };
}

function editSomewhere(document: EditedDocument, random: SeededRandom, start = somePlace(document, random)) {
  switch (random.below(8)) {
    case 0:
      return document.insert(start, '\n');
    case 1:
      return document.insert(start, someText(random, 1 + random.below(4)));
    case 2: {
      const line = Math.min(document.lineCount - 1, start.line + random.below(4));
      const character = line === start.line ? start.character : random.below(document.lineAt(line).length + 1);
      return document.replace(start, { line, character }, '');
    }
    case 3:
    case 4: {
      const character = Math.min(document.lineAt(start.line).length, start.character + 1);
      return document.replace(start, { line: start.line, character }, '');
    }
    default:
      return document.insert(start, random.pick(['a', '7', '"', ' ', '=', '_', '-', '{', 'é']));
  }
}

function somePlace(document: EditedDocument, random: SeededRandom): Place {
  const line = random.below(document.lineCount);
  return { line, character: random.below(document.lineAt(line).length + 1) };
}
