import assert from 'node:assert/strict';
import { scanSample } from '../../../support/scan-sample.ts';

const secret = ['q8Zr2VxK', '7mWt4LpS'].join('');
const rulesOf = (text: string) => scanSample(text, { uri: 'case.txt' }).map(({ ruleId }) => ruleId);

describe('a list of accounts', () => {
  it('begins with the text, or below an empty line, with line ends of either kind', () => {
    for (const end of ['\n', '\r\n']) {
      const list = [`username,password`, `deploy,${secret}`, ''].join(end);
      assert.deepEqual(rulesOf(list), ['csv-password']);
      assert.deepEqual(rulesOf(`Our accounts.${end}${end}${list}`), ['csv-password']);
    }
  });

  it('does not begin in the middle of lines', () => {
    assert.deepEqual(rulesOf(`deploy,mail@internal\nusername,password\nother,${secret}\n`), []);
  });
});
