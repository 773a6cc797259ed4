import assert from 'node:assert/strict';
import { quoteValue } from '../../../../src/engine/env-file/quote-value.ts';
import { setVariable } from '../../../../src/engine/env-file/set-variable.ts';
import { environmentReaders, isInstalled } from '../../../support/environment-readers.ts';
import { seededRandom } from '../../../support/seeded-random.ts';

describe('quoteValue', () => {
  it('leaves ordinary keys bare', () => {
    assert.deepEqual(quoteValue('aB3/+=_-.:@%,'), { kind: 'quoted', text: 'aB3/+=_-.:@%,', exceptShells: false });
  });

  it('refuses what readers disagree about', () => {
    for (const value of ['', 'a\'b"c', "a'$b", 'a\nb$c', 'a\\', 'a\\\\b', `a$\{b}`, 'a\0b', 'a\rb', "it's `x`"])
      assert.equal(quoteValue(value).kind, 'refused', JSON.stringify(value));
  });

  it('says of several lines, and of nothing else, that shells read them differently', () => {
    const stored = thousandValues().map(value => ({ value, quoted: quoteValue(value) }));
    for (const { value, quoted } of stored)
      if (quoted.kind === 'quoted') assert.equal(quoted.exceptShells, value.includes('\n'), JSON.stringify(value));
  });

  it('can write most of a thousand nasty values', () => {
    const values = thousandValues();
    const share = values.filter(value => quoteValue(value).kind === 'quoted').length / values.length;
    assert.ok(values.length >= 1000 && share > 0.6, `${share} of ${values.length}`);
  });

  describe('is read back exactly', () => {
    for (const reader of environmentReaders) {
      it(`by ${reader.title}`, function () {
        if (!isInstalled(reader)) return this.skip();
        const isShell = /^(?:ba)?sh$/.test(reader.title);
        const values = thousandValues().filter(value => {
          const quoted = quoteValue(value);
          return quoted.kind === 'quoted' && !(isShell && quoted.exceptShells);
        });
        const found = reader.read(`# first\n${values.map(storedAs).join('')}`);
        for (const [index, value] of values.entries()) assert.equal(found[`KEY_${index}`], value, JSON.stringify(value));
      }).timeout(60_000);
    }
  });
});

/** The row as the store writes it. */
function storedAs(value: string, index: number): string {
  const change = setVariable('', `KEY_${index}`, value);
  assert.ok(change.kind === 'written', JSON.stringify(value));
  return change.text;
}

const nastyValues: readonly string[] = [
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

/** Any printable ASCII, and the characters that quoting is about, crowded together. */
function thousandValues(): readonly string[] {
  const random = seededRandom('env', 3);
  const tricky = ['"', "'", '`', '\\', '$', '#', ' ', '\n', '{', '}', '(', '=', '!', '%', 'n', 'A', 'é', '\u2028'];
  const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
  const make = (alphabet: readonly string[], longest: number) =>
    Array.from({ length: 1 + random.below(longest) }, () => random.pick(alphabet)).join('');
  const made = Array.from({ length: 1000 }, (_, index) => (index % 2 === 0 ? make(printable, 24) : make(tricky, 5)));
  return [...nastyValues, ...made];
}
