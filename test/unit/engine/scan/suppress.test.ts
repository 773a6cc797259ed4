import assert from 'node:assert/strict';
import { ignoreMarker, ignoreNextLineMarker, readSuppressions } from '../../../../src/engine/scan/suppress.ts';

describe('comments that ignore findings', () => {
  it('cover their own line', () => {
    assert.deepEqual(suppressedLines(`secret // ${ignoreMarker}\nsecret`), [true, false]);
  });

  it('cover the next line, and not their own', () => {
    assert.deepEqual(suppressedLines(`secret # ${ignoreNextLineMarker}\nsecret\nsecret`), [false, true, false]);
    assert.deepEqual(suppressedLines(`# ${ignoreNextLineMarker}\r\nsecret\r\nsecret`), [true, false]);
  });

  it('cover only the rules they name', () => {
    const text = `secret // ${ignoreMarker} other-rule, test-rule -- why not`;
    assert.deepEqual(suppressedLines(text, 'test-rule'), [true]);
    assert.deepEqual(suppressedLines(text, 'why'), [false]);
  });

  it('cover every rule when only a reason follows', () => {
    assert.deepEqual(suppressedLines(`secret // ${ignoreMarker} -- a made-up value`), [true]);
  });

  it('cover nothing when a word follows that is no rule', () => {
    assert.deepEqual(suppressedLines(`secret // ${ignoreMarker} tset-rule`), [false]);
  });

  for (const comment of [
    `/* ${ignoreMarker} */`,
    `<!-- ${ignoreMarker} -->`,
    `{# ${ignoreMarker} #}`,
    `(* ${ignoreMarker} *)`,
    `"${ignoreMarker}"`,
  ]) {
    it(`may be written ${comment}`, () => assert.deepEqual(suppressedLines(`secret ${comment}`), [true]));
  }

  it('are exactly these words', () => {
    for (const word of [`${ignoreMarker}d`, `${ignoreMarker}-file`, `${ignoreNextLineMarker}s`]) {
      assert.deepEqual(suppressedLines(`${word}\nsecret ${word}`), [false], word);
    }
  });

  it('may stand on one line for two rules', () => {
    const text = `// ${ignoreNextLineMarker} rule-a\nsecret // ${ignoreMarker} rule-b`;
    assert.deepEqual(
      [suppressedLines(text, 'rule-a'), suppressedLines(text, 'rule-b'), suppressedLines(text, 'rule-c')],
      [[true], [true], [false]],
    );
  });

  it('cover a value of many lines from its first or its last', () => {
    const isSuppressed = readSuppressions(`a ${ignoreMarker}\nb\nc`);
    assert.equal(isSuppressed({ start: 0, end: 22 }, 'test-rule'), true);
    assert.equal(readSuppressions(`b\nc ${ignoreMarker}`)({ start: 0, end: 3 }, 'test-rule'), true);
  });
});

/** For each `secret` in the text. */
function suppressedLines(text: string, ruleId = 'test-rule'): readonly boolean[] {
  const isSuppressed = readSuppressions(text);
  return [...text.matchAll(/secret/g)].map(({ index }) => isSuppressed({ start: index, end: index + 6 }, ruleId));
}
