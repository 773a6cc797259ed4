import assert from 'node:assert/strict';
import { formatPhrase } from '../../../../src/engine/phrase.ts';
import { emptyPolicy, restrictedPolicy } from '../../../../src/engine/settings/policy.ts';
import { readPolicy } from '../../../../src/engine/settings/read-settings.ts';
import { testEngine } from '../../../support/test-engine.ts';

const own = { id: 'own-key', title: 'Own key', keywords: ['own_'], pattern: '(?<secret>own_[a-z0-9]{12})' };
const value = ['own_', 'a1b2c3d4e5f6'].join('');

describe('rules of a project’s own', () => {
  it('flag what they describe, under their title', () => {
    const [finding] = scan([own], `key = "${value}"`);
    assert.deepEqual([finding?.ruleId, finding?.title, finding?.span], ['own-key', 'Own key', { start: 7, end: 7 + value.length }]);
  });

  it('may have their keyword anywhere in the match', () => {
    const rule = { ...own, keywords: ['ourhost'], pattern: '(?<secret>[a-f0-9]{16})@ourhost' };
    assert.equal(scan([rule], `url = 0123456789abcdef@ourhost`).length, 1);
  });

  it('are as sure as they say, and ask for entropy', () => {
    assert.equal(scan([{ ...own, confidence: 'certain' }], value)[0]?.confidence, 'certain');
    assert.equal(scan([{ ...own, confidence: 'possible' }], value).length, 0);
    assert.equal(scan([{ ...own, minEntropy: 5 }], value).length, 0);
  });

  it('ignore case where they say so', () => {
    assert.equal(scan([own], value.toUpperCase()).length, 0);
    assert.equal(scan([{ ...own, ignoreCase: true }], value.toUpperCase()).length, 1);
  });

  it('apply in their paths only', () => {
    const rule = { ...own, paths: ['src/**'] };
    assert.equal(scan([rule], value, 'src/a.ts').length, 1);
    assert.equal(scan([rule], value, 'docs/a.ts').length, 0);
  });

  it('may be switched off, ignored and accepted like any other', () => {
    assert.equal(scan([own], value, 'a.ts', { severity: { [own.id]: 'off' } }).length, 0);
    assert.equal(scan([own], `${value} // key-hygiene:ignore ${own.id}`).length, 0);
    assert.equal(scan([own], value, 'a.ts', { ignoreRules: [{ rule: own.id, path: '*.ts' }] }).length, 0);
  });

  it('do not apply where nobody trusts the folder', () => {
    const { policy } = readPolicy(JSON.stringify({ rules: [own] }));
    assert.deepEqual(restrictedPolicy({ ...emptyPolicy, rules: policy.rules }).rules, []);
  });
});

describe('a rule of a project’s own', () => {
  const refused: readonly (readonly [rule: object, problem: RegExp])[] = [
    [{ pattern: '(own_)*' }, /matches the empty text/],
    [{ pattern: 'own_(?<secret>a' }, /no valid regular expression/],
    [{ pattern: '(?<a>own_)' }, /one group only/],
    [{ pattern: '(own_)\\1' }, /refers back/],
    [{ pattern: 'own_(a+)+b' }, /very long/],
    [{ pattern: 'own_(a|a)*b' }, /very long/],
    [{ pattern: 'own_(a|ab|b)*c' }, /very long/],
    [{ pattern: 'own_(?:a?){60}a{60}' }, /very long/],
    [{ pattern: 'own_.*a.*b.*c' }, /very long/],
    [{ pattern: 'own_\\w+\\d+\\w+x' }, /very long/],
    [{ pattern: 'own_(?=(a+)+b)c' }, /very long/],
    [{ pattern: '(?:.{0,90}x){4}own_' }, /very long/],
    [{ keywords: ['ow'] }, /3 to 64 characters/],
    [{ keywords: ['schlüssel'] }, /ASCII/],
    [{ id: 'private-key' }, /“private-key” already/],
    [{ minEntropy: -1 }, /number from 0 to 8/],
  ];
  for (const [part, problem] of refused) {
    it(`is refused with ${JSON.stringify(part)}`, () => {
      const { policy, problems } = readPolicy(JSON.stringify({ rules: [{ ...own, ...part }] }));
      assert.match(problems.map(formatPhrase).join(), problem);
      if (!('minEntropy' in part)) assert.deepEqual(policy.rules, []);
    });
  }

  it('is refused when another has its id', () => {
    const { policy, problems } = readPolicy(JSON.stringify({ rules: [own, own] }));
    assert.deepEqual([policy.rules.length, problems.length], [1, 1]);
  });

  const taken = [
    'own_[a-z]+',
    'own_[A-Za-z0-9_-]{20,100}\\b',
    'own[_-]?key\\s*[:=]\\s*["\']?(?<secret>[\\w-]{16,64})["\']?',
    'own_(?:[a-z]+-)+[a-z]+;',
    'own_(?:live|test)_[0-9a-f]{32}(?![0-9a-f])',
    '(?<![a-z])own_\\d{4}(?:-\\d{4}){3}',
    '[^"]{0,60}own_',
  ];
  for (const pattern of taken) {
    it(`is taken with ${pattern}`, () => {
      assert.deepEqual(readPolicy(JSON.stringify({ rules: [{ ...own, pattern }] })).problems, []);
    });
  }
});

function scan(rules: readonly object[], text: string, uri = 'a.ts', more: object = {}) {
  const { policy, problems } = readPolicy(JSON.stringify({ rules, ...more }));
  assert.deepEqual(problems, []);
  return testEngine({ policy }, { rules: [] }).scan({ uri, languageId: '', text });
}
