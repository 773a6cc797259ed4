import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { parse } from 'dotenv';
import { quoteValue } from '../../../../src/engine/env-file/quote-value.ts';
import { addPlaceholder, setVariable } from '../../../../src/engine/env-file/set-variable.ts';
import { seededRandom } from '../../../support/seeded-random.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const nastyValues = [
  'plain-1.2_3/4:5@6%7+8,9=',
  'with space',
  ' leading and trailing ',
  'hash#tag',
  'a #comment',
  'dollar$NAME',
  '$(id)',
  'back`tick`',
  'semi;colon&and|pipe',
  'back\\slash',
  'double"quote',
  "single'quote",
  'bang!',
  '*?[glob]{a,b}~<>',
  'ünïcödé✓',
  'line\nbreak',
  "quote's\nline",
  '-----HEAD-----\nab+/=\n-----TAIL-----\n',
  '=equals',
  'true',
  '"quoted"',
];

describe('setVariable', () => {
  it('adds a line and keeps everything else', () => {
    assert.deepEqual(setVariable('# a\nB = 2\n\nC="x # y" # z\n', 'KEY', 'v1'), {
      kind: 'written',
      text: '# a\nB = 2\n\nC="x # y" # z\nKEY=v1\n',
    });
  });

  it('ends a last line that is open, with the line ends of the file', () => {
    assert.deepEqual(setVariable('A=1\r\nB=2', 'KEY', 'v1'), { kind: 'written', text: 'A=1\r\nB=2\r\nKEY=v1\r\n' });
  });

  it('begins an empty file', () => {
    assert.deepEqual(setVariable('', 'KEY', 'v1'), { kind: 'written', text: 'KEY=v1\n' });
  });

  it('fills a placeholder where it stands', () => {
    for (const [before, after] of [
      ['A=1\nKEY=\nB=2\n', 'A=1\nKEY=v1\nB=2\n'],
      ['KEY=""\n', 'KEY=v1\n'],
      ["export KEY = '' # why\n", 'export KEY =v1 # why\n'],
      ['KEY=', 'KEY=v1'],
    ])
      assert.deepEqual(setVariable(before ?? '', 'KEY', 'v1'), { kind: 'written', text: after });
  });

  it('knows the value that is there, and another one', () => {
    assert.equal(setVariable("KEY='v1'\n", 'KEY', 'v1').kind, 'same');
    assert.equal(setVariable('KEY=v1\nKEY=v2\n', 'KEY', 'v2').kind, 'same');
    assert.equal(setVariable('KEY=v2\n', 'KEY', 'v1').kind, 'conflict');
    assert.equal(setVariable('MY_KEY=v2\n# KEY=v3\n', 'KEY', 'v1').kind, 'written');
  });

  it('refuses what would change another variable', () => {
    assert.equal(setVariable("A='open\n", 'KEY', 'a b').kind, 'refused');
  });

  it('refuses names that are none', () => {
    for (const name of ['', 'A B', '1A', 'A=B', 'A\nB']) assert.equal(setVariable('', name, 'v1').kind, 'refused');
  });
});

describe('addPlaceholder', () => {
  it('adds the name once', () => {
    assert.deepEqual(addPlaceholder('A=\n', 'KEY'), { kind: 'written', text: 'A=\nKEY=\n' });
    assert.deepEqual(addPlaceholder('KEY=your-key\n', 'KEY'), { kind: 'same' });
  });
});

describe('quoteValue', () => {
  it('leaves ordinary keys bare', () => {
    assert.deepEqual(quoteValue('aB3/+=_-.:@%,'), { kind: 'quoted', text: 'aB3/+=_-.:@%,' });
  });

  it('refuses what readers disagree about', () => {
    for (const value of ['', 'a\'b"c', "a'$b", 'a\nb$c', 'a\\', 'a\\\\b', `a$\{b}`, 'a\0b', 'a\rb', "it's `x`"])
      assert.equal(quoteValue(value).kind, 'refused', JSON.stringify(value));
  });

  for (const [reader, read] of Object.entries(readers())) {
    it(`is read back exactly by ${reader}`, function () {
      const values = [...nastyValues, ...randomValues()].filter(
        value => quoteValue(value).kind === 'quoted' && !(readersOfOneLine.has(reader) && value.includes('\n')),
      );
      assert.ok(values.length > 200, `${values.length}`);
      const text = values.reduce((file, value, index) => {
        const change = setVariable(file, `KEY_${index}`, value);
        assert.ok(change.kind === 'written', JSON.stringify(value));
        return change.text;
      }, '# first\n');
      const found = read(text, values.length);
      if (found === undefined) this.skip();
      else assert.deepEqual(found, values);
    });
  }
});

/** A shell keeps `\n` as it is written: a value of several lines cannot be written for it and the others alike. */
const readersOfOneLine: ReadonlySet<string> = new Set(['a shell']);

type Reader = (text: string, count: number) => string[] | undefined;

function readers(): Readonly<Record<string, Reader>> {
  const pick = (found: Readonly<Record<string, string | undefined>>, count: number) =>
    Array.from({ length: count }, (_, index) => found[`KEY_${index}`] ?? '');
  return {
    'npm dotenv': (text, count) => pick(parse(text), count),
    'node --env-file': (text, count) => pick(parseEnv(text) as Record<string, string>, count),
    'a shell': (text, count) => {
      const folder = temporaryFolder({ '.env': text });
      const names = Array.from({ length: count }, (_, index) => `"$KEY_${index}"`).join(' ');
      const { stdout, error } = spawnSync('sh', ['-c', `. ./.env; printf '%s\\0' ${names}`], { cwd: folder, encoding: 'utf8' });
      return error === undefined ? stdout.split('\0').slice(0, -1) : undefined;
    },
    'python-dotenv': (text, count) => {
      const file = path.join(temporaryFolder({ '.env': text }), '.env');
      const script = 'import dotenv, json, sys; print(json.dumps(dotenv.dotenv_values(sys.argv[1])))';
      const { stdout, status } = spawnSync('python3', ['-c', script, file], { encoding: 'utf8' });
      return status === 0 ? pick(JSON.parse(stdout) as Record<string, string>, count) : undefined;
    },
  };
}

/** Any printable ASCII, and the characters that quoting is about, crowded together. */
function randomValues(): string[] {
  const random = seededRandom('env', 3);
  const tricky = ['"', "'", '`', '\\', '$', '#', ' ', '\n', '{', '}', '(', '=', '!', '%', 'n', 'A', 'é', '\u2028'];
  const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
  const make = (alphabet: readonly string[], longest: number) =>
    Array.from({ length: 1 + random.below(longest) }, () => random.pick(alphabet)).join('');
  return Array.from({ length: 600 }, (_, index) => (index % 2 === 0 ? make(printable, 24) : make(tricky, 5)));
}
