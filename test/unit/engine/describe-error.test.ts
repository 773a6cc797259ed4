import assert from 'node:assert/strict';
import { describeError } from '../../../src/engine/describe-error.ts';

describe('the description of an error', () => {
  it('tells its kind, its code and where it happened, not its message', () => {
    const error = Object.assign(new RangeError('first line of a value\n    at second line of a value'), { code: 'EACCES' });
    const told = describeError(error);
    assert.match(told, /^RangeError \(EACCES\)\n +at /);
    assert.doesNotMatch(told, /value/);
  });

  it('tells nothing of what is no error', () => {
    assert.equal(describeError('a value'), 'unknown error');
  });
});
