import assert from 'node:assert/strict';
import { catalogue } from '../../../../src/engine/rules/catalogue.ts';
import type { Rule } from '../../../../src/engine/rules/rule.ts';
import { createMatchRules } from '../../../../src/engine/scan/match-rules.ts';
import { keywordPlaces } from '../../../support/naive-scan.ts';
import { projectTexts } from '../../../support/project-texts.ts';
import { type SeededRandom, seededRandom } from '../../../support/seeded-random.ts';
import { testEngine } from '../../../support/test-engine.ts';
import { testRule } from '../../../support/test-rule.ts';

const refusing = catalogue.filter(rule => rule.refuses !== undefined);

describe('keywords that a rule passes by', () => {
  const rule = testRule({
    keywords: ['tok_', 'key'],
    pattern: /(?:tok_|key)[a-z_]*=(?<secret>[a-z]{3,5})/d,
    refuses: (text, keyword) => text.startsWith('tok_', keyword),
  });

  it('are matched where somebody asks for all', () => {
    assert.deepEqual(secretsOf(rule, 'tok_x=abc key=def', false), [14]);
    assert.deepEqual(secretsOf(rule, 'tok_x=abc key=def', true), [6, 14]);
  });

  it('lead to no value anew that they would have been refused with', () => {
    assert.deepEqual(secretsOf(rule, 'tok_key=abc', false), []);
    assert.deepEqual(secretsOf(rule, 'tok_a tok_key=abc key=def', false), [22]);
    assert.deepEqual(secretsOf(rule, 'tok_key-key=abc', false), [12]);
  });

  it('are all those in files in which it is silent', () => {
    const quiet = testRule({ keywords: ['tok_'], pattern: /tok_[a-z]*=(?<secret>[a-z]{3})/d, silentIn: uri => uri.endsWith('.md') });
    const matchRules = createMatchRules([quiet]);
    const seen: string[] = [];
    for (const uri of ['a.md', 'a.env', 'b.md', 'a.md', undefined]) matchRules('tok_x=abc', () => seen.push(`${uri}`) > 0, { uri });
    matchRules('tok_x=abc', () => seen.push('thorough') > 0, { uri: 'a.md', isThorough: true });
    assert.deepEqual(seen, ['a.env', 'undefined', 'thorough']);
  });

  it('are forgotten with the text', () => {
    const matchRules = createMatchRules([rule]);
    const found: number[] = [];
    const take = ({ secret }: { readonly secret: { readonly start: number } }) => found.push(secret.start) > 0;
    matchRules('tok_key=abc', take);
    matchRules('xxxxkey=abc', take);
    assert.deepEqual(found, [8]);
  });
});

describe('keywords that rules of the catalogue pass by', function () {
  this.timeout(60_000);
  const seen = testEngine({}, { rules: catalogue.map(withoutRefusals) });
  const unseen = testEngine();

  function compare(text: string, where: string, uri = '/project/settings'): void {
    const source = { uri, languageId: '', text };
    assert.deepEqual(unseen.scan(source), seen.scan(source), where);
    if (text.length > 10_000) return;
    const all = { start: 0, end: text.length };
    assert.deepEqual(unseen.explain(source, all), seen.explain(source, all), where);
  }

  it('change no finding, and nothing that is explained, in real files', () => {
    for (const { file, text } of projectTexts(['node_modules', 'src', 'test'], 60)) compare(text, file, file);
  });

  it('change neither where several keywords lead to one value', () => {
    for (let seed = 0; seed < 2_000; seed++) {
      const text = assignments(seededRandom('names that refuse', seed));
      compare(text, JSON.stringify(text), ['/project/settings', '/project/code.ts', '/project/notes.md'][seed % 3]);
    }
  });

  it('are many', () => {
    for (const { refuses, glance, keywords, id } of refusing) {
      let [passed, tried] = [0, 0];
      for (const { text } of projectTexts(['node_modules'], 200)) {
        for (const { keyword, start } of keywordPlaces(keywords, text)) {
          if (glance && !glance(text, start, start + keyword.length)) continue;
          if (refuses?.(text, start, start + keyword.length)) passed++;
          else tried++;
        }
      }
      assert.ok(passed * 4 > tried, `${id}: ${passed}, but ${tried} are tried`);
    }
  });
});

/** Names in which keywords stand beside words that deny them, given to each other and to values. */
function assignments(random: SeededRandom): string {
  const keywords = refusing.flatMap(rule => rule.keywords);
  const others = ['Path', '_cache', 'Next', 'is_', '', '', 'my', 'public', '.equals', 's', 'Value', 'Password', 'db_', 'reset', 'kEy'];
  const name = () =>
    Array.from({ length: 1 + random.below(4) }, () => random.pick([random.pick(keywords), random.pick(others)])).join(
      random.pick(['', '_', '.', '-']),
    );
  const given = () => `${name()}${random.pick([' = ', ': ', '": ', '=', ' = [', '(', '", ', ': string = ', ' or '])}`;
  const quote = random.pick(['"', "'", '']);
  const quoted = `${quote}${drawnValue(random)}${quote}`;
  return `${random.pick(['', '"', '("', 'const '])}${given()}${random.pick(['', given()])}${quoted}${random.pick([', ', '\n', ']'])}${given()}"${drawnValue(random)}"`;
}

function drawnValue(random: SeededRandom): string {
  const letters = [...'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'];
  return Array.from({ length: random.pick([6, 9, 20, 40]) }, () => random.pick(letters)).join('');
}

function secretsOf(rule: Rule, text: string, isThorough: boolean): readonly number[] {
  const secrets: number[] = [];
  createMatchRules([rule])(text, ({ secret }) => secrets.push(secret.start) < 0, { isThorough });
  return secrets;
}

function withoutRefusals({ refuses: _, silentIn: __, ...rule }: Rule): Rule {
  return rule;
}
