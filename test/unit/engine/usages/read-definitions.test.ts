import assert from 'node:assert/strict';
import { parse } from 'dotenv';
import { readDefinitions } from '../../../../src/engine/usages/read-definitions.ts';

const files: Readonly<Record<string, string>> = {
  'plain rows': 'A=1\nB=two words\n  export C = three\n\n# D=4\nE=\n',
  'quoted rows': `A="one # two"\nB='a "b" c'\nC=\`it's\`\nD="" # nothing\n`,
  'comments after values': 'A=1 # one\nB="2" # two\nC=#\n',
  'values over lines': 'A="one\ntwo"\nB=\'three\n\nfour\'\nC=5\n',
  'escaped line breaks': 'A="one\\ntwo"\nB=\'one\\ntwo\'\nC=one\\ntwo\n',
  'quotes that do not close': 'A="one\nB=two\n',
  'text behind the closing quote': 'A="one" two\nB=3\n',
  'CRLF line ends': 'A=1\r\nB="2"\r\nC=\'3\r\n4\'\r\n',
  'dots and dashes in names': 'a.b=1\nc-d=2\n',
  'rows that are none': 'hello world\n= 1\nB=2\n',
};

describe('the rows of an environment file', () => {
  for (const [title, text] of Object.entries(files)) {
    it(`are read as programs read them: ${title}`, () => {
      const read = Object.fromEntries(readDefinitions(text).map(({ name, value }) => [name, value.replaceAll('\r\n', '\n')]));
      assert.deepEqual(read, parse(text));
    });
  }

  it('keep a # inside a word, which most parsers do', () => {
    assert.equal(readDefinitions('A=one#two')[0]?.value, 'one#two');
  });

  it('tell where name and value stand', () => {
    const text = 'export A_KEY = "one two" # three';
    const [row] = readDefinitions(text);
    assert.equal(text.slice(row?.nameSpan.start, row?.nameSpan.end), 'A_KEY');
    assert.equal(text.slice(row?.valueSpan.start, row?.valueSpan.end), 'one two');
  });
});
