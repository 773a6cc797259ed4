import assert from 'node:assert/strict';
import { MatchInText, type Surroundings } from '../../../../src/engine/scan/match-in-text.ts';
import type { Match } from '../../../../src/engine/scan/rule-matcher.ts';
import type { WeighedMatch } from '../../../../src/engine/scan/weigh-match.ts';
import { WeighMemo } from '../../../../src/engine/scan/weigh-memo.ts';
import { endsInSmallHeap } from '../../../support/small-heap.ts';
import { testRule } from '../../../support/test-rule.ts';

const rule = testRule();

describe('what is remembered of weighing', () => {
  it('spares weighing the same match again, wherever its line is now', () => {
    const { weigh, times } = remembering();
    const first = weigh('a\nkey = VALUE\nb');
    const again = weigh('other\nlines\nkey = VALUE\nand more');
    assert.equal(times(), 1);
    assert.equal(first?.match.secret.start, 8);
    assert.equal(again?.match.secret.start, 18);
  });

  it('is of no use when the line is another, or the rule, or the place on it', () => {
    const { weigh, times } = remembering();
    weigh('key = VALUE');
    weigh('kex = VALUE');
    weigh('key = VALUE;');
    weigh('key = VALUE', { rule: testRule({ id: 'other' }) });
    weigh('key = VALUE\n');
    assert.equal(times(), 5);
  });

  it('is of no use when what was read around the match is another', () => {
    const { weigh, times } = remembering(inText => inText.near('acme'));
    assert.equal(weigh('acme\nkey = VALUE'), undefined);
    assert.equal(weigh('acme\nkey = VALUE'), undefined);
    assert.equal(times(), 1);
    assert.notEqual(weigh('acne\nkey = VALUE'), undefined);
  });

  it('is of no use when a name was looked for on the lines above', () => {
    const { weigh, names } = remembering();
    weigh('{ name: FIRST,\n  value: VALUE }');
    weigh('{ name: SECOND,\n  value: VALUE }');
    weigh('{ text: NONE,\n  value: VALUE }');
    weigh('{ name: THIRD,\n  value: VALUE }');
    assert.deepEqual(names(), ['FIRST', 'SECOND', 'value', 'THIRD']);
  });

  it('is of no use when the document now says what it was asked for', () => {
    const { weigh, times } = remembering(inText => inText.mentions('acme'));
    assert.notEqual(weigh('key = VALUE', { said: '' }), undefined);
    assert.notEqual(weigh('key = VALUE', { said: 'else' }), undefined);
    assert.equal(times(), 1);
    assert.equal(weigh('key = VALUE', { said: 'import acme' }), undefined);
  });

  it('keeps no text in memory of which it has seen a part', async () => {
    assert.ok(await endsInSmallHeap('test/support/asked-about-parts.ts', 'weighing'));
  });

  it('is forgotten after a minute, and in another document', () => {
    const { weigh, times } = remembering();
    weigh('key = VALUE', { now: 1_000_000 });
    weigh('key = VALUE', { now: 1_050_000 });
    assert.equal(times(), 1);
    weigh('key = VALUE', { now: 1_061_000 });
    weigh('key = VALUE', { now: 1_061_000, uri: 'b.ts' });
    assert.equal(times(), 3);
  });
});

interface Asked {
  readonly rule?: typeof rule;
  readonly said?: string;
  readonly now?: number;
  readonly uri?: string;
}

/** Weighs the text's `VALUE`, and refuses it where `refuses` says so. */
function remembering(refuses: (inText: MatchInText) => boolean = () => false) {
  const names: string[] = [];
  const memo = new WeighMemo((match: Match, surroundings: Surroundings): WeighedMatch | undefined => {
    const inText = new MatchInText(match, surroundings);
    names.push(inText.name);
    if (refuses(inText)) return undefined;
    return { match, rule, provider: 'generic', name: inText.name, facts: [], reasons: [], confidence: 'likely' };
  });
  return {
    names: () => names,
    times: () => names.length,
    weigh: (text: string, { rule: ofRule = rule, said = '', now = 1_000_000, uri = 'a.ts' }: Asked = {}) => {
      const start = text.indexOf('VALUE');
      const secret = { start, end: start + 'VALUE'.length };
      const source = { uri, languageId: 'typescript', text };
      return memo.weigh(
        { rule: ofRule, span: secret, secret },
        { source, mentions: needle => said.includes(needle), now, ruleById: () => undefined },
      );
    },
  };
}
