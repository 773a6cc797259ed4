// The scan asks the cheapest reasons first, the explanation all of them in the order that people read: both must come to the same.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { catalogue, ruleById } from '../../../../src/engine/rules/catalogue.ts';
import { createMatchRules } from '../../../../src/engine/scan/match-rules.ts';
import { mentionsOf } from '../../../../src/engine/scan/mentions.ts';
import type { Match } from '../../../../src/engine/scan/rule-matcher.ts';
import { weighBelieved, weighMatch } from '../../../../src/engine/scan/weigh-match.ts';
import type { SourceText } from '../../../../src/engine/text.ts';
import { fillFixture } from '../../../support/fill-fixture.ts';
import { projectTexts } from '../../../support/project-texts.ts';
import { sampleText } from '../../../support/sample-secret.ts';
import { seededRandom } from '../../../support/seeded-random.ts';
import { testClock } from '../../../support/test-engine.ts';

const fixtures = path.resolve('test/fixtures/rules');

describe('weighing what is believed', function () {
  this.timeout(120_000);
  const matchRules = createMatchRules(catalogue);
  /** What ended it in full: the name of the last reason, or `believed`. */
  const outcomes = new Map<string, number>();

  function compare(source: SourceText, where: string): void {
    const surroundings = { source, mentions: mentionsOf(source.text), now: testClock, ruleById };
    const take = (match: Match): boolean => {
      const { reasons, ...inFull } = weighMatch(match, surroundings);
      const isBelieved = inFull.confidence !== undefined;
      const expected = isBelieved ? { ...inFull, reasons: [] } : undefined;
      assert.deepEqual(
        weighBelieved(match, surroundings),
        expected,
        `${match.rule.id} in ${where}: ${reasons.map(({ name }) => name).join()}`,
      );
      const outcome = isBelieved ? 'believed' : (reasons.at(-1)?.name ?? 'nothing');
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      return isBelieved;
    };
    matchRules(source.text, take, { isThorough: true });
  }

  it('comes to what weighing in full finds in the fixtures of every rule, in places of every kind', () => {
    for (const { name: ruleId } of readdirSync(fixtures, { withFileTypes: true }).filter(entry => entry.isDirectory())) {
      for (const file of readdirSync(path.join(fixtures, ruleId))) {
        const { text } = fillFixture(readFileSync(path.join(fixtures, ruleId, file), 'utf8'), ruleId);
        for (const uri of ['src/main.py', 'conf/app.yaml', 'test/fixtures/a.test.ts', 'i18n/de.json']) {
          compare({ uri, languageId: '', text }, `${ruleId}/${file} as ${uri}`);
        }
      }
    }
  });

  it('comes to what weighing in full finds in sources', () => {
    for (const { file, text } of projectTexts(['src', 'test', 'node_modules'], 60)) compare({ uri: file, languageId: '', text }, file);
  });

  it('comes to what weighing in full finds where names, signs and values are put together at random', () => {
    const random = seededRandom('weighed at random', 1);
    for (let round = 0; round < 60; round++) {
      const lines = Array.from({ length: 60 }, () => madeUpLine(random.pick, random.below));
      compare(
        { uri: random.pick(['a.ts', 'a.env', 'a.php', 'spec/a.rb', 'locale/fr.yml']), languageId: '', text: lines.join('\n') },
        `${round}`,
      );
    }
  });

  it('was asked about matches that are believed, and about refusals of every kind', () => {
    const kinds = ['believed', 'check', 'bare', 'digest', 'echo', 'entropy', 'name', 'password-name', 'path', 'placeholder', 'plain-value'];
    kinds.push('random', 'sentence', 'sequence', 'template', 'test-path', 'translation', 'uuid');
    assert.deepEqual(
      kinds.filter(kind => !outcomes.has(kind)),
      [],
    );
  });
});

const names = [
  'apiKey',
  'api_secret',
  'db.password',
  'PASSWORD',
  'token_url',
  'key',
  'row_key',
  'AWS::IAM::AccessKey',
  'box_api_key',
  'clientSecret',
];
const signs = [' = "', ': "', '=', ': ', " => '", '("', '" value="', ' || "', '="sha256-', '", "', ': string = "', ' ='];
const values = [
  ...['password', 'changeme', 'your-key-here', 'this.config.key', 'getKey()', 'request_token2', '1234567890123456', 'aaaaaaaaaaaa'],
  ...[
    '00000000-1111-2222-3333-444444444444',
    '/etc/service/token',
    'token.json',
    'Passwort',
    'enter your password',
    'https://example.com/key',
  ],
  ...[
    'd41d8cd98f00b204e9800998ecf8427e',
    'hunter2024',
    'open$sesame',
    '2024-01-01',
    'dGVzdC1hcGkta2V5',
    'Zk4q9Lm2Xv7Wp3Rt',
    'test-api-key',
    'ключ12345',
  ],
];
const ends = ['"', "'", '', '",', ';', '" ', '()', '[0]', '@host'];

function madeUpLine(pick: <T>(list: readonly T[]) => T, below: (limit: number) => number): string {
  if (below(12) === 0) return sampleText(pick(catalogue.filter(rule => rule.keywords.length > 0)).id, 1 + below(2));
  if (below(40) === 0) return `define('AUTH_KEY', 'many a word may stand in a row, and people can read each of them');`;
  const value = pick(values);
  const written = below(3) === 0 ? value + pick(values).slice(below(8)) : value;
  return `${pick(['', '  ', '# ', '- name: ', 'const ', '"'])}${pick(names)}${pick(signs)}${below(4) === 0 ? '${' : ''}${written}${pick(ends)}`;
}
