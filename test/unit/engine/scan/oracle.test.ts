import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { catalogue } from '../../../../src/engine/rules/catalogue.ts';
import { createMatchRules } from '../../../../src/engine/scan/match-rules.ts';
import type { Match } from '../../../../src/engine/scan/rule-matcher.ts';
import { naiveMatches } from '../../../support/naive-scan.ts';
import { projectTexts } from '../../../support/project-texts.ts';
import { sampleText } from '../../../support/sample-secret.ts';
import { seededRandom } from '../../../support/seeded-random.ts';

const root = path.resolve(process.cwd());

describe('the scan finds what a naive scan finds', function () {
  this.timeout(120_000);
  const rules = catalogue.filter(rule => rule.keywords.length > 0);
  const matchRules = createMatchRules(rules, { encoder: new TextEncoder() });

  function compare(text: string, where: string): number {
    const fast = new Set<string>();
    const take = ({ rule, secret }: Match): boolean => {
      fast.add(`${rule.id} ${secret.start}`);
      return false;
    };
    matchRules(text, take, { isThorough: true });
    const naive = new Set(rules.flatMap(rule => naiveMatches(rule, text)).map(({ ruleId, secret }) => `${ruleId} ${secret.start}`));
    assert.deepEqual([...fast].sort(), [...naive].sort(), where);
    return naive.size;
  }

  it('in the sources of this project', () => {
    for (const { file, text } of projectTexts(['src'], 60)) compare(text, file);
  });

  it('in a sample of the packages it uses', () => {
    for (const { file, text } of projectTexts(['node_modules'], 40)) compare(text, file);
  });

  it('in samples of every rule, mixed with code and text of other scripts', () => {
    const random = seededRandom('oracle', 1);
    const code = readFileSync(path.join(root, 'package.json'), 'utf8').split('\n');
    const samples = rules.map(rule => sampleText(rule.id));
    for (let round = 0; round < 2; round++) {
      const lines = samples.flatMap(sample => [random.pick(code), `${random.pick(['', '  ', 'é', '🔑 ', '\t'])}${sample}`]);
      assert.ok(compare(lines.join(random.pick(['\n', '\r\n', ' ; '])), `round ${round}`) >= rules.length);
    }
  });

  it('in torn and repeated samples', () => {
    const random = seededRandom('torn samples', 1);
    for (let round = 0; round < 40; round++) {
      let text = '';
      for (let piece = 0; piece < 12; piece++) {
        const sample = sampleText(random.pick(rules).id);
        const from = random.below(sample.length);
        text += random.pick([sample, sample.slice(from), sample.slice(0, from), sample.toUpperCase(), `${sample}${sample}`]);
        text += random.pick(['', ' ', '"', '=', '\n', '_', '/', '\\n']);
      }
      compare(text, `round ${round}`);
    }
  });
});
