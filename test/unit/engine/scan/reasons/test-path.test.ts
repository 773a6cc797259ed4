import assert from 'node:assert/strict';
import { testPath } from '../../../../../src/engine/scan/reasons/test-path.ts';
import { candidate } from '../../../../support/candidate.ts';

const line = 'token = "«q8Zr2VxK7mWt4LpS»"';

describe('where a value stands', () => {
  for (const uri of [
    'test/a.py',
    'src/__tests__/a.ts',
    'src/a.test.ts',
    'pkg/a_test.go',
    'spec/a_spec.rb',
    'docs/setup.md',
    'README.md',
    'src/ATest.java',
    'examples\\a.cs',
  ]) {
    it(`doubts it in ${uri}`, () => assert.equal(testPath(candidate(line, { uri }))?.verdict, 'doubt'));
  }
  for (const uri of ['src/contest/a.ts', 'src/latest.ts', 'src/attest/a.go', 'src/protest.py', 'src/specification.ts', '.env']) {
    it(`says nothing in ${uri}`, () => assert.equal(testPath(candidate(line, { uri })), undefined));
  }
});
