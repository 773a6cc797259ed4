import assert from 'node:assert/strict';
import { catalogue } from '../../../../src/engine/rules/catalogue.ts';
import { gap } from '../../../../src/engine/rules/context-rule.ts';
import { hasValueBehind, mayJoin } from '../../../../src/engine/rules/gap-walk.ts';
import { mayStandAt } from '../../../../src/engine/rules/word-edges.ts';
import { keywordPlaces } from '../../../support/naive-scan.ts';
import { sampleText } from '../../../support/sample-secret.ts';
import { seededRandom } from '../../../support/seeded-random.ts';

/** What stands behind each joint that is told of. */
function placesBehind(text: string, spaces = 0): readonly string[] {
  const places: string[] = [];
  hasValueBehind(text, 0, spaces, (_, _joint, end) => places.push(text.slice(end)) < 0);
  return places;
}

describe('a walk through a gap', () => {
  it('ends where a fourth word begins', () => {
    const text = 'datadogClient = createClient({ apiKey: first, second';
    assert.deepEqual(placesBehind(text), ['createClient({ apiKey: first, second', 'apiKey: first, second', 'first, second']);
  });

  it('ends at what no gap has in it', () => {
    assert.deepEqual(placesBehind('datadog: </value>'), ['</value>']);
    assert.deepEqual(placesBehind('datadog: a+b = c'), ['a+b = c']);
    assert.deepEqual(placesBehind('datadog'), []);
    assert.deepEqual(placesBehind(`datadog =${' '.repeat(20)}x`), [`${' '.repeat(6)}x`]);
  });

  it('goes on where the keyword has spaces of its own', () => {
    assert.deepEqual(placesBehind('Access Token of: one two three', 1).at(-1), 'two three');
  });

  it('ends at the first joint that a value stands behind', () => {
    const told: number[] = [];
    const isFound = hasValueBehind('datadog: one two', 0, 0, (_, joint, end) => told.push(joint, end) > 0);
    assert.deepEqual([isFound, told], [true, [7, 9]]);
  });

  it('tells of every place that the pattern lets a value begin at', () => {
    const random = seededRandom('gap walk', 1);
    const whole = new RegExp(`^datadog${gap}$`);
    const pieces = [
      'a',
      'key',
      '_',
      '.',
      '-',
      '$',
      ' ',
      '  ',
      '\n',
      '\u00a0',
      '\u2003',
      '"',
      "'",
      '=',
      ':',
      '(',
      '{',
      '[',
      '|',
      '</',
      '/',
      '+',
    ];
    let gaps = 0;
    for (let round = 0; round < 3_000; round++) {
      const text = `datadog${Array.from({ length: 14 }, () => random.pick(pieces)).join('')}`;
      const places = new Set<number>();
      hasValueBehind(text, 0, 0, (_, joint, end) => {
        for (let place = joint + 1; place <= end; place++) places.add(place);
        return false;
      });
      for (let end = 0; end <= text.length; end++) {
        if (!whole.test(text.slice(0, end))) continue;
        gaps++;
        assert.ok(places.has(end), JSON.stringify(text.slice(0, end)));
      }
    }
    assert.ok(gaps > 1_000, `${gaps} gaps`);
  });

  it('knows what joins', () => {
    const joint = /[\s"'`\\\][(){}:=>,|?*&;]/;
    for (let code = 0; code < 128; code++) assert.equal(mayJoin(code), joint.test(String.fromCharCode(code)), `${code}`);
    for (const space of '\u00a0\u2003\u2028\ufeff') assert.ok(mayJoin(space.charCodeAt(0)));
  });
});

describe('glances of rules that go by a name', function () {
  this.timeout(120_000);

  it('refuse nothing that their patterns match in samples that were changed', () => {
    const random = seededRandom('changed samples', 1);
    const changes = [
      '',
      ' ',
      '  ',
      '"',
      "'",
      ' = ',
      ': ',
      '({',
      'key',
      'Token',
      '_',
      '-',
      '.',
      'a',
      '0',
      '\n',
      '\u00a0',
      '\u2003',
      ' '.repeat(16),
      ' '.repeat(17),
    ];
    let matches = 0;
    for (const rule of catalogue) {
      const { edge, glance } = rule;
      if ((edge !== 'name' && edge !== 'word') || !glance) continue;
      const pattern = new RegExp(rule.pattern.source, `${rule.pattern.flags.replaceAll('d', '')}y`);
      for (let round = 0; round < 12; round++) {
        const sample = sampleText(rule.id, round);
        const at = random.below(sample.length);
        const text = round < 4 ? sample : sample.slice(0, at) + random.pick(changes) + sample.slice(at + random.below(2));
        const places = keywordPlaces(rule.keywords, text).filter(({ keyword, start }) =>
          mayStandAt(edge, text, start, start + keyword.length),
        );
        // A keyword may go on as another one: then one of the two is enough.
        const mayMatch = new Set(
          places.filter(({ keyword, start }) => glance(text, start, start + keyword.length)).map(({ start }) => start),
        );
        for (const { start } of places) {
          pattern.lastIndex = start;
          if (!pattern.test(text)) continue;
          matches++;
          assert.ok(mayMatch.has(start), `${rule.id}: ${JSON.stringify(text)} at ${start}`);
        }
      }
    }
    assert.ok(matches > 800, `${matches} matches`);
  });
});
