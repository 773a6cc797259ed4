import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { catalogue } from '../../../../src/engine/rules/catalogue.ts';
import { createMatchRules } from '../../../../src/engine/scan/match-rules.ts';
import { naiveMatches } from '../../../support/naive-scan.ts';
import { sampleText } from '../../../support/sample-secret.ts';
import { seededRandom } from '../../../support/seeded-random.ts';

const root = path.resolve(process.cwd());

describe('the scan finds what a naive scan finds', function () {
  this.timeout(120_000);
  const rules = catalogue.filter(rule => rule.keywords.length > 0);
  const matchRules = createMatchRules(rules, { encoder: new TextEncoder() });

  function compare(text: string, where: string): number {
    const fast = new Set<string>();
    matchRules(text, ({ rule, secret }) => {
      fast.add(`${rule.id} ${secret.start}`);
      return false;
    });
    const naive = new Set(rules.flatMap(rule => naiveMatches(rule, text)).map(({ ruleId, secret }) => `${ruleId} ${secret.start}`));
    assert.deepEqual([...fast].sort(), [...naive].sort(), where);
    return naive.size;
  }

  it('in the sources of this project', () => {
    for (const file of filesIn(path.join(root, 'src'), 60)) compare(readFileSync(file, 'utf8'), path.relative(root, file));
  });

  it('in a sample of the packages it uses', () => {
    for (const file of filesIn(path.join(root, 'node_modules'), 40)) compare(readFileSync(file, 'utf8'), path.relative(root, file));
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

/** Source files of ordinary size, spread evenly over the folder. */
function filesIn(folder: string, most: number): readonly string[] {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.(?:[cm]?[jt]s|json)$/.test(file))
    .map(file => path.join(folder, file))
    .filter(file => statSync(file).isFile() && statSync(file).size < 60_000)
    .sort();
  const step = Math.max(1, Math.floor(all.length / most));
  return all.filter((_, index) => index % step === 0);
}
