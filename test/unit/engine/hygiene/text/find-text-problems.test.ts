import assert from 'node:assert/strict';
import { checkLandmarks } from '../../../../../src/engine/hygiene/text/catalogue.ts';
import { emptyPolicy } from '../../../../../src/engine/settings/policy.ts';
import type { Settings } from '../../../../../src/engine/settings/settings.ts';
import { landmarks } from '../../../../../src/engine/usages/landmarks.ts';
import { testEngine } from '../../../../support/test-engine.ts';

const logged = 'console.log(apiKey);\n';
const inFolder = { ...emptyPolicy, folder: '/project' };

describe('problems of a text', () => {
  it('are located in lines, by place, and say which check found them', () => {
    const { problems = [] } = testEngine().report({ uri: 'a.ts', languageId: '', text: `\r\n${logged}  console.log(dbPassword);` });
    assert.deepEqual(
      problems.map(({ checkId, uri, line, column, endColumn, names }) => ({ checkId, uri, line, column, endColumn, names })),
      [
        { checkId: 'key-logged', uri: 'a.ts', line: 1, column: 12, endColumn: 18, names: ['apiKey'] },
        { checkId: 'key-logged', uri: 'a.ts', line: 2, column: 14, endColumn: 24, names: ['dbPassword'] },
      ],
    );
  });

  it('are not those of the text before', () => {
    const engine = testEngine();
    assert.equal(engine.report({ uri: 'a.ts', languageId: '', text: logged }).problems?.length, 1);
    assert.equal(engine.report({ uri: 'b.ts', languageId: '', text: 'const answer = 42;\n'.repeat(3) }).problems, undefined);
    engine.scan({ uri: 'c.ts', languageId: '', text: logged });
    assert.equal(engine.report({ uri: 'a.ts', languageId: '', text: logged }).problems?.length, 1);
  });

  for (const [how, text] of [
    ['on its line', 'console.log(apiKey); // key-hygiene:ignore key-logged\n'],
    ['on its line, whatever it is', 'console.log(apiKey); // key-hygiene:ignore\n'],
    ['above', '// key-hygiene:ignore-next-line key-logged\nconsole.log(apiKey);\n'],
    ['of the file', `// key-hygiene:ignore-file key-logged\n\n${logged}`],
  ] as const) {
    it(`are ignored by a comment ${how}, unless the folder is not trusted`, () => {
      assert.equal(countIn(text), 0);
      assert.equal(countIn(text, { policy: { ...emptyPolicy, heedsComments: false } }), 1);
    });
  }

  it('are not ignored by a comment about something else', () => {
    assert.equal(countIn('console.log(apiKey); // key-hygiene:ignore key-in-query\n'), 1);
  });

  it('are not looked for where the check is off, by its name or with all others', () => {
    assert.equal(countIn(logged, { severity: { 'key-logged': 'off' } }), 0);
    assert.equal(countIn(logged, { severity: { '*': 'off' } }), 0);
    assert.equal(countIn(logged, { severity: { '*': 'off', 'key-logged': 'hint' } }), 1);
    assert.equal(countIn(logged, { policy: { ...emptyPolicy, severity: { 'key-logged': 'off' } } }), 0);
  });

  it('are ignored where the policy says so, and where nothing is looked at', () => {
    assert.equal(countIn(logged, { policy: { ...inFolder, ignoreRules: [{ rule: 'key-logged', path: 'src/**' }] } }), 0);
    assert.equal(countIn(logged, { policy: { ...inFolder, ignoreRules: [{ rule: 'key-logged', path: 'test/**' }] } }), 1);
    assert.equal(countIn(logged, { policy: { ...inFolder, exclude: ['src/**'] } }), 0);
    assert.equal(countIn(logged, { enable: false }), 0);
  });

  it('are found by landmarks that the scan can tell apart', () => {
    assert.deepEqual(
      checkLandmarks.filter(landmark => landmark.length < 3 || landmark !== landmark.toLowerCase() || landmarks.includes(landmark)),
      [],
    );
  });
});

function countIn(text: string, settings: Partial<Settings> = {}): number {
  return testEngine(settings).report({ uri: '/project/src/a.ts', languageId: '', text }).problems?.length ?? 0;
}
