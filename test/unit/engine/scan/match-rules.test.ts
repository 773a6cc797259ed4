import assert from 'node:assert/strict';
import { catalogue } from '../../../../src/engine/rules/catalogue.ts';
import type { Rule } from '../../../../src/engine/rules/rule.ts';
import { createMatchRules } from '../../../../src/engine/scan/match-rules.ts';
import type { Match } from '../../../../src/engine/scan/rule-matcher.ts';
import { testRule, testToken } from '../../../support/test-rule.ts';

describe('matching rules', () => {
  it('gives the span of the group `secret`', () => {
    const rule = testRule({ pattern: /tok_=(?<secret>\d+)/d });
    assert.deepEqual(secretsOf([rule], 'x tok_=123 y'), ['123']);
  });

  it('gives the whole match where a pattern has no such group', () => {
    assert.deepEqual(secretsOf([testRule({ pattern: /tok_\d{3}/ })], 'x tok_123 y'), ['tok_123']);
  });

  it('tries a pattern that may begin ahead of its keyword at the earliest place', () => {
    const rule = testRule({ keywords: ['hook'], before: 8, pattern: /(?<secret>[a-z]{1,3}:\/\/hook\d)/d });
    assert.deepEqual(secretsOf([rule], 'abc://hook1'), ['abc://hook1']);
    assert.deepEqual(secretsOf([rule], 'zabc://hook1 b://HOOK2 c://hook3'), ['abc://hook1', 'c://hook3']);
  });

  it('tries no pattern further ahead than the rule allows', () => {
    const rule = testRule({ keywords: ['hook'], before: 2, pattern: /(?<secret>[a-z]{1,3}hook)/d });
    assert.deepEqual(secretsOf([rule], 'abchook'), ['bchook']);
  });

  it('lets look-behinds see what stands ahead of the match', () => {
    assert.deepEqual(secretsOf([testRule()], `a${testToken}`), []);
    assert.deepEqual(secretsOf([testRule()], `${' '.repeat(500)}${testToken}`), [testToken]);
  });

  it('finds nothing that goes on beyond the reach of the rule', () => {
    const rule = testRule({ pattern: /tok_[a-z]+/, reach: 40 });
    assert.deepEqual(secretsOf([rule], `tok_${'a'.repeat(30)} rest of the text`), [`tok_${'a'.repeat(30)}`]);
    assert.deepEqual(secretsOf([rule], `tok_${'a'.repeat(50)} rest of the text`), []);
    assert.deepEqual(secretsOf([rule], `tok_${'a'.repeat(36)}`), [`tok_${'a'.repeat(36)}`]);
  });

  it('tries the keywords inside a believed match no more, those inside a refused one again', () => {
    const rule = testRule({ keywords: ['tok_', 'key'], pattern: /(?:tok_|key)=?(?<secret>[a-z_=]{5,20})/d });
    assert.deepEqual(
      secretsOf([rule], 'tok_=keykeykey', () => true),
      ['keykeykey'],
    );
    assert.deepEqual(
      secretsOf([rule], 'tok_=keykeykey', () => false),
      ['keykeykey', 'keykey'],
    );
  });

  it('looks for no match that begins further down than somebody wants, however far from there its keyword is', () => {
    const rule = testRule({ keywords: ['hook'], before: 8, pattern: /(?<secret>[a-z]{1,3}:\/\/hook\d)/d });
    const matchRules = createMatchRules([rule]);
    for (const [until, found] of [
      [undefined, [0, 92]],
      [93, [0, 92]],
      [1, [0]],
    ] as const) {
      const starts: number[] = [];
      matchRules(`abc://hook1${' '.repeat(81)}abc://hook2`, ({ span }) => starts.push(span.start) > 0, { until });
      assert.deepEqual(starts, found);
    }
  });

  it('tells where a rule that reads far may find its end later', () => {
    const far = testRule({ pattern: /tok_begin[\s\S]{0,3000}?end/d, reach: 4000 });
    const near = testRule({ id: 'near', pattern: /tok_never/d });
    const matchRules = createMatchRules([far, near]);
    assert.deepEqual(
      matchRules('x tok_begin …', () => true),
      [2],
    );
    assert.deepEqual(
      matchRules('x tok_begin … end', () => true),
      [],
    );
  });

  it('waits for no end further down where a match cannot go over lines', () => {
    const oneLine = [/tok_begin[a-z]{0,3000}end/d, /tok_begin[^"\n]{0,3000}end/d, /tok_begin\s{0,4}end/d];
    const manyLines = [/tok_begin[^"]{0,3000}end/d, /tok_begin[a-z\n]{0,3000}end/d, /tok_begin[\w\s]{0,3000}end/d];
    const openingsOf = (pattern: RegExp) => createMatchRules([testRule({ pattern, reach: 4000 })])('tok_begin', () => true);
    for (const pattern of oneLine) assert.deepEqual(openingsOf(pattern), [], pattern.source);
    for (const pattern of manyLines) assert.deepEqual(openingsOf(pattern), [0], pattern.source);
  });

  it('knows nothing of the text before', () => {
    const matchRules = createMatchRules([testRule()]);
    const seen: string[] = [];
    for (const text of [`${' '.repeat(200)}${testToken}`, testToken]) matchRules(text, match => seen.push(`${match.secret.start}`) > 0);
    assert.deepEqual(seen, ['200', '0']);
  });
});

describe('a scan that a faulty rule broke off', () => {
  it('leaves nothing behind for the next text', () => {
    const matchRules = createMatchRules([testRule()]);
    const fault = () => assert.throws(() => matchRules(`${testToken} ${testToken}`, () => assert.fail('a faulty check')), /a faulty check/);
    fault();
    assert.deepEqual(
      matchRules('', () => assert.fail()),
      [],
    );
    fault();
  });
});

describe('the scan is linear in the text', () => {
  const far = testRule({ keywords: ['tok_'], pattern: /tok_[\s\S]{0,9000}never/d, reach: 9000 });

  it('gives up on a rule that reads far and fails again and again, but for once a kilobyte', () => {
    assert.equal(triesOn([far], 'tok_ '.repeat(40)), 40);
    const kilobytes = 500;
    const text = 'tok_ '.repeat((kilobytes * 1024) / 5);
    const tries = triesOn([far], text);
    assert.ok(tries <= 65 + kilobytes, `${tries} tries`);
  });

  it('still finds the one that stands at the end of such a text', () => {
    const rule = { ...far, pattern: /(?<secret>tok_\d never)/d };
    assert.deepEqual(secretsOf([rule], `${'tok_ '.repeat(60)} tok_1 never`), ['tok_1 never']);
  });

  it('tries each rule at most once for each of its keywords', () => {
    const keywords = [...new Set(catalogue.flatMap(rule => rule.keywords))];
    const text = keywords.join(' ').repeat(8);
    const places = catalogue.reduce(
      (sum, rule) => sum + rule.keywords.reduce((all, keyword) => all + text.split(keyword).length - 1, 0),
      0,
    );
    assert.ok(triesOn(catalogue, text) <= places);
  });

  it('makes twice the tries for twice the text, whatever it is made of', () => {
    for (const bomb of [
      'key key key ',
      'api_key="v",',
      'password=',
      '-----BEGIN ',
      'token: ',
      '://a:',
      'Bearer ',
      'secret\n',
      'eyJ',
      'AKIA',
    ]) {
      const single = triesOn(catalogue, bomb.repeat(2_000));
      const double = triesOn(catalogue, bomb.repeat(4_000));
      assert.ok(double <= 2 * single + 64, `${bomb}: ${single} tries, then ${double}`);
    }
  });
});

function secretsOf(rules: readonly Rule[], text: string, believes: (match: Match) => boolean = () => true): readonly string[] {
  const secrets: string[] = [];
  createMatchRules(rules)(text, match => {
    secrets.push(text.slice(match.secret.start, match.secret.end));
    return believes(match);
  });
  return secrets;
}

function triesOn(rules: readonly Rule[], text: string): number {
  let tries = 0;
  createMatchRules(rules, { observer: { tried: () => tries++ } })(text, () => false);
  return tries;
}
