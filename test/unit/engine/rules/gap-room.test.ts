import assert from 'node:assert/strict';
import { gap } from '../../../../src/engine/rules/context-rule.ts';
import { gapRoom } from '../../../../src/engine/rules/gap-room.ts';
import { seededRandom } from '../../../support/seeded-random.ts';

describe('the room of a gap', () => {
  it('ends where a fourth word begins', () => {
    const text = 'datadogClient = createClient({ apiKey: first, second';
    assert.equal(text.slice(gapRoom(text, 0, 0, 200)), 'first, second');
  });

  it('ends at what no gap has in it', () => {
    const text = 'datadog: </value>';
    assert.equal(text.slice(gapRoom(text, 0, 0, 200)), '</value>');
  });

  it('is wider where the keyword has spaces of its own', () => {
    const text = 'Access Token of: one two three';
    assert.equal(text.slice(gapRoom(text, 0, 1, 200)), 'two three');
  });

  it('is never more than asked for, nor than there is', () => {
    assert.equal(gapRoom('datadog'.repeat(100), 7, 0, 200), 200);
    assert.equal(gapRoom('datadog', 0, 0, 200), 7);
  });

  it('holds every gap that the pattern allows', () => {
    const random = seededRandom('gap room', 1);
    const whole = new RegExp(`^datadog${gap}$`);
    const pieces = ['a', 'key', '_', '.', '-', '$', ' ', '  ', '\n', '\u00a0', '"', "'", '=', ':', '(', '{', '[', '|', '<', '/', '+'];
    let gaps = 0;
    for (let round = 0; round < 3_000; round++) {
      const text = `datadog${Array.from({ length: 14 }, () => random.pick(pieces)).join('')}`;
      const room = gapRoom(text, 0, 0, 200);
      for (let end = text.length; end > room; end--) assert.ok(!whole.test(text.slice(0, end)), JSON.stringify(text));
      gaps += Number(whole.test(text.slice(0, room)));
    }
    assert.ok(gaps > 100, `${gaps} gaps`);
  });
});
