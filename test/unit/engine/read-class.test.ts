import assert from 'node:assert/strict';
import { wide } from '../../../src/engine/alphabet.ts';
import { markClass } from '../../../src/engine/read-class.ts';
import { projectTexts } from '../../support/project-texts.ts';
import { seededRandom } from '../../support/seeded-random.ts';

function read(source: string): Uint8Array | undefined {
  const table = new Uint8Array(wide + 1);
  return markClass(source, table) ? table : undefined;
}

/** Whether it says of each character what the pattern does; beyond Latin-1, whether it has one wherever the pattern has. */
function assertAsPattern(source: string, table: Uint8Array): void {
  const pattern = new RegExp(`^(?:${source})$`);
  for (let code = 0; code < wide; code++)
    assert.equal(table[code] === 1, pattern.test(String.fromCharCode(code)), `${source} has character ${code}`);
  for (const beyond of ['\u0100', '\u0416', '\u2003', '\u2028', '\uffff'])
    if (pattern.test(beyond)) assert.equal(table[wide], 1, `${source} has ${JSON.stringify(beyond)}`);
}

describe('a class of characters', () => {
  it('is read as its pattern has it', () => {
    const sources = [
      '[a-z]',
      '[^a-z]',
      '[\\w.$-]',
      '[^\\s"\'`/@:<>?#\\\\]',
      '\\w',
      '\\d',
      '[\\s\\d]',
      'a',
      '\\/',
      '\\.',
      '[.]',
      '[-a]',
      '[a-]',
      '[\\w-]',
      '[\\w-.]',
    ];
    sources.push(
      '[\\]x]',
      '[\\[\\]]',
      '[ \\t\\n\\r\\v\\f\\xa0]',
      '\\u0041',
      '[\\u0041-\\u0043]',
      '[\\x2b-\\x2d]',
      '[a\\u2026]',
      '[+-/]',
      '[^]',
      '[^^]',
      '[a^]',
      '[\\-\\^]',
    );
    for (const source of sources) {
      const table = read(source);
      assert.ok(table, source);
      assertAsPattern(source, table);
    }
  });

  it('has characters beyond Latin-1 where it may', () => {
    for (const source of ['[^x]', '\\s', '[a\\u2026]', '[^\\s]', '[\u0416]']) assert.equal(read(source)?.[wide], 1, source);
    for (const source of ['[\\w+/=]', '\\u0041', 'x', '[\\x80-\\xff]']) assert.equal(read(source)?.[wide], 0, source);
  });

  it('is none where the pattern is anything else', () => {
    for (const source of [
      '',
      '.',
      '^',
      '$',
      'ab',
      '[a]b',
      '[a][b]',
      'a|b',
      '(?:a)',
      'a*',
      '\\b',
      '\\1',
      '\\W',
      '[\\W]',
      '[^\\S]',
      '\\p{L}',
      '[a-\\d]',
      '[]',
      '\\',
      '\\u00',
      '\\cA',
      '[\\b]',
    ])
      assert.equal(read(source), undefined, source);
  });

  it('is as its pattern has it, or none, for every class in the source', () => {
    const classes = new Set<string>();
    for (const { text } of projectTexts(['src'], 1_000)) for (const [found] of text.matchAll(/\[(?:\\.|[^\]\\\n])+\]/g)) classes.add(found);
    let count = 0;
    for (const source of classes) {
      const table = read(source);
      if (!table || !isPattern(source)) continue;
      assertAsPattern(source, table);
      count++;
    }
    assert.ok(count > 300, `${count} classes`);
  });

  it('is as its pattern has it, or none, for classes made of anything', () => {
    const random = seededRandom('classes', 1);
    const pieces = [
      'a',
      'z',
      '-',
      '^',
      ']',
      '[',
      '\\',
      '\\w',
      '\\d',
      '\\s',
      '\\n',
      '\\x41',
      '\\u0416',
      '.',
      '0',
      '9',
      '|',
      '$',
      '\\-',
      '\\]',
      'é',
    ];
    let count = 0;
    for (let round = 0; round < 4_000; round++) {
      const inside = Array.from({ length: 1 + random.below(5) }, () => random.pick(pieces)).join('');
      const source = random.pick([`[${inside}]`, `[^${inside}]`, inside]);
      const table = isPattern(source) ? read(source) : undefined;
      if (!table) continue;
      assertAsPattern(source, table);
      count++;
    }
    assert.ok(count > 1_000, `${count} classes`);
  });
});

function isPattern(source: string): boolean {
  try {
    return new RegExp(source) !== undefined;
  } catch {
    return false;
  }
}
