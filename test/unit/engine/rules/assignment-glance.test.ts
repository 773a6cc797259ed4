import assert from 'node:assert/strict';
import { genericRules } from '../../../../src/engine/rules/generic.ts';
import { namedPasswordRules } from '../../../../src/engine/rules/named-passwords.ts';
import { keywordPlaces } from '../../../support/naive-scan.ts';
import { type SeededRandom, seededRandom } from '../../../support/seeded-random.ts';

// What assignments are made of, in the languages and formats that the pattern knows, and what stands in their way.
const pieces: readonly (readonly string[])[] = [
  ['', '  ', '\n', '{"', '<', '--', '-', 'ENV ', 'setx ', 'set -gx ', 'export ', '("', "getenv('", 'name="', 'the ', '?', '\t\t', ', '],
  [
    'key',
    'api_key',
    'API_KEY',
    'apiSecret',
    'my.auth-token',
    'password',
    'DB_PASS',
    'x'.repeat(40),
    'keys',
    'storePassword',
    'pwd',
    'pw',
    'dbPw',
    'secret',
  ],
  ['', '"', "'", '\\"', '"]', "')", ')', '\\\\\\"', '"])', ']', 'Value', '.x'],
  ['', ' ', '  ', '\t', '\n', ' '.repeat(12), '\u00a0'],
  [
    ':',
    '=',
    ':=',
    '=>',
    '==',
    '!==',
    '+=',
    '?=',
    '<-',
    '->',
    '||',
    '??',
    '(',
    ',',
    ';',
    ':-',
    '>',
    ' or ',
    ': |\n',
    ' ',
    '',
    '::',
    ')',
    ' x="y">',
  ],
  [
    '',
    ' ',
    '\n  ',
    ' string =',
    "&'static str = ",
    ' str = ',
    'value="',
    'default: ',
    '- value: ',
    ' []byte(',
    ' new Secret(',
    ' Some(',
    '<value>',
  ],
  ['', '', 'atob(', 'Key(value=', ' await quote(', 'f(', 'String::from(', '{', '[', '$', '@', 'b'],
  ['', '"', "'", '`', '\\"', 'b"', '$"', '-', '|', '!'],
  [
    'a1b2c3',
    'a1b2c3d4e5',
    'x',
    '',
    'Tr0ub4dor&3',
    'abcdefgh&x=(',
    '-----abc',
    'a b c',
    '$VALUE:-abcdefgh',
    'päßwörter',
    '0'.repeat(300),
    'ab"c-1234567890-wxyz',
  ],
  ['', '"', "'", '`', '\\"', ';', ',', '\n', ')', '</', ' ', '&y=', '&& ls', '\u2028', '|'],
];

const rules = [...genericRules, ...namedPasswordRules.filter(({ id }) => id === 'generic-pw')];

describe('a glance at an assignment', function () {
  this.timeout(60_000);
  for (const rule of rules) {
    it(`refuses nothing that the pattern of ${rule.id} would match`, () => {
      const pattern = new RegExp(rule.pattern.source, `${rule.pattern.flags.replaceAll('d', '')}y`);
      let matches = 0;
      for (let seed = 0; seed < 30_000; seed++) {
        const text = assignment(seededRandom('assignments', seed));
        for (const { keyword, start } of keywordPlaces(rule.keywords, text)) {
          pattern.lastIndex = start;
          if (!pattern.test(text)) continue;
          matches++;
          assert.ok(rule.glance?.(text, start, start + keyword.length), `${JSON.stringify(text)} at ${start}`);
        }
      }
      assert.ok(matches > 100, `only ${matches} of the texts have an assignment`);
    });

    it(`spares most names in code the pattern of ${rule.id}`, () => {
      const word = (rule.keywords[0] ?? '').replace(/\W/g, '');
      const code = `function f(${word}, other) { if (${word}) return ${word}.x; } // the ${word} is read\nread(${word});\nthis.${word} = ${word};`;
      const tried = keywordPlaces([word], code).filter(({ start }) => rule.glance?.(code, start, start + word.length));
      assert.deepEqual(tried, []);
    });
  }
});

function assignment(random: SeededRandom): string {
  return pieces.map(choices => random.pick(choices)).join('');
}
