// Which problems are about which key.
import assert from 'node:assert/strict';
import type { Problem } from '../../../../src/engine/hygiene/problem.ts';
import { problemsOfKeys } from '../../../../src/engine/hygiene/problems-of-keys.ts';
import { phrase } from '../../../../src/engine/phrase.ts';
import { makeKey } from '../../../../src/engine/usages/key.ts';

const key = makeKey([
  {
    uri: 'file:///w/.env',
    kind: 'config',
    name: 'ACME_TOKEN',
    fingerprint: 'f1',
    span: { start: 30, end: 40 },
    line: 2,
    column: 11,
    preview: '',
  },
]);

const problem = (rest: Partial<Problem>): Problem => ({
  checkId: 'some-check',
  uri: 'file:///w/other.ts',
  span: { start: 5, end: 9 },
  line: 0,
  column: 5,
  endLine: 0,
  endColumn: 9,
  message: phrase('Something is wrong.'),
  ...rest,
});

describe('the problems of a key', () => {
  const about: Readonly<Record<string, Problem>> = {
    'its value': problem({ fingerprint: 'f1' }),
    'itself, by its id': problem({ fingerprint: key.id }),
    'its variable': problem({ names: ['ACME_TOKEN'] }),
    'the line that it stands in': problem({ uri: 'file:///w/.env', line: 2 }),
    'the whole file that it stands in': problem({ uri: 'file:///w/.env', span: { start: 0, end: 0 } }),
  };
  for (const [what, found] of Object.entries(about)) {
    it(`are those about ${what}`, () => assert.deepEqual(problemsOfKeys([found])(key), [found]));
  }

  it('are not those about other keys and places', () => {
    const others = [
      problem({}),
      problem({ fingerprint: 'f2' }),
      problem({ names: ['OTHER'] }),
      problem({ uri: 'file:///w/.env', line: 3 }),
    ];
    assert.deepEqual(problemsOfKeys(others)(key), []);
  });

  it('are each there once', () => {
    assert.equal(problemsOfKeys([problem({ fingerprint: 'f1', names: ['ACME_TOKEN'] })])(key).length, 1);
  });
});
