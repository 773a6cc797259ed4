import assert from 'node:assert/strict';
import { readListedValues } from '../../../../src/engine/rules/listed-values.ts';

/** The values of the list in the text; `¦` marks where it has been opened. */
function valuesOf(marked: string): readonly string[] {
  const start = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  return readListedValues(text, start).map(({ start: from, end }) => text.slice(from, end));
}

describe('the values of a list', () => {
  it('are its strings, in any quotes, up to the bracket that closes it', () => {
    assert.deepEqual(valuesOf('x = [¦"one", \'two\', `three`]; y = ["four"]'), ['one', 'two', 'three']);
  });

  it('are not the names of a map', () => {
    assert.deepEqual(valuesOf('{¦ "prod": "one", dev: \'two\', "qa" => "three" }'), ['one', 'two', 'three']);
    assert.deepEqual(valuesOf('mapOf(¦"prod" to "one")'), ['one']);
  });

  it('are not what a member tells beside a key: its name, its address, its hash', () => {
    assert.deepEqual(valuesOf('{¦ name: "one", "url": "two", sha256: "three", key: "four" }'), ['four']);
  });

  it('are not those of lists and calls inside it', () => {
    assert.deepEqual(valuesOf('[¦"one", f("two"), ["three"], "four"]'), ['one', 'four']);
  });

  it('are not in comments', () => {
    assert.deepEqual(valuesOf('[¦\n  "one", // not "two"\n  # nor "three"\n  "four"]'), ['one', 'four']);
  });

  it('are words where the list has no quotes', () => {
    assert.deepEqual(valuesOf('%w[¦one two]'), ['one', 'two']);
  });

  it('are the entries of a block, as deep as the first', () => {
    assert.deepEqual(valuesOf('keys:\n¦  - one\n  - "two" # old\nnext: three\n'), ['one', 'two']);
    assert.deepEqual(valuesOf('keys:\n¦  prod: one\n  name: two\n    deeper: three\n'), ['one']);
  });

  it('end with a string that does not', () => {
    assert.deepEqual(valuesOf('[¦"one", "two\n "three"]'), ['one']);
  });
});
