import assert from 'node:assert/strict';
import type { Confidence } from '../../../../src/engine/finding.ts';
import { settleOverlaps } from '../../../../src/engine/scan/settle-overlaps.ts';
import type { WeighedMatch } from '../../../../src/engine/scan/weigh-match.ts';
import { seededRandom } from '../../../support/seeded-random.ts';
import { testRule } from '../../../support/test-rule.ts';

describe('of matches that overlap', () => {
  it('the surer one stays', () => {
    assert.deepEqual(kept(match('a', 0, 20, 'likely'), match('b', 5, 10, 'certain')), ['b@5']);
  });

  it('a provider’s rule stays before a generic one that is as sure', () => {
    assert.deepEqual(kept(match('generic', 0, 20, 'likely'), match('b', 5, 10, 'likely')), ['b@5']);
  });

  it('the longer one stays when all else is equal', () => {
    assert.deepEqual(kept(match('a', 0, 8), match('b', 0, 9), match('c', 2, 6)), ['b@0']);
  });

  it('one that only touches the strongest’s rival stays', () => {
    assert.deepEqual(kept(match('a', 0, 10, 'likely'), match('b', 8, 20), match('c', 20, 30)), ['b@8', 'c@20']);
    assert.deepEqual(kept(match('a', 0, 10), match('b', 8, 20, 'likely'), match('c', 18, 30)), ['a@0', 'c@18']);
  });

  it('the same ones stay in whatever order they come', () => {
    const random = seededRandom('overlaps', 1);
    for (let round = 0; round < 50; round++) {
      const matches = Array.from({ length: 12 }, () => {
        const start = random.below(40);
        return match(
          random.pick(['a', 'b', 'generic']),
          start,
          start + 1 + random.below(15),
          random.pick(['certain', 'likely', 'possible']),
        );
      });
      const first = kept(...matches);
      assert.deepEqual(kept(...matches.toReversed()), first);
      assert.deepEqual(
        first,
        [...first].sort((a, b) => Number(a.split('@')[1]) - Number(b.split('@')[1])),
      );
    }
  });
});

function match(ruleId: string, start: number, end: number, confidence: Confidence = 'certain'): WeighedMatch {
  const rule = testRule({ id: ruleId, provider: ruleId });
  const span = { start, end };
  return { match: { rule, span, secret: span }, rule, provider: rule.provider, name: '', facts: [], reasons: [], confidence };
}

function kept(...matches: readonly WeighedMatch[]): readonly string[] {
  const settled = settleOverlaps(matches);
  for (const [index, one] of settled.entries())
    assert.ok(index === 0 || (settled[index - 1]?.match.secret.end ?? 0) <= one.match.secret.start);
  return settled.map(({ rule, match: { secret } }) => `${rule.id}@${secret.start}`);
}
