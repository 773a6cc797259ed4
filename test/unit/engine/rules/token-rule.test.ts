import assert from 'node:assert/strict';
import { type TokenFormat, tokenRule } from '../../../../src/engine/rules/token-rule.ts';

const format: TokenFormat = {
  id: 'acme-token',
  title: 'Acme token',
  provider: 'acme',
  kind: 'token',
  head: ['ac.', 'AC+'],
  body: /[0-9a-f]{6}/,
  source: 'https://acme.test/',
};
const rule = tokenRule(format);
const secretIn = (text: string) => rule.pattern.exec(text)?.groups?.['secret'];

describe('a rule by a telling beginning', () => {
  it('takes its heads literally and case-exact', () => {
    assert.equal(secretIn('ac.012abc'), 'ac.012abc');
    assert.equal(secretIn('AC+012abc'), 'AC+012abc');
    assert.equal(secretIn('acx012abc'), undefined);
    assert.equal(secretIn('Ac.012abc'), undefined);
  });

  it('looks for its heads in any case, as the scan does', () => {
    assert.deepEqual(rule.keywords, ['ac.', 'ac+']);
  });

  it('begins at the edge of a word, or after an escape', () => {
    assert.equal(secretIn('xac.012abc'), undefined);
    assert.equal(secretIn('"\\nac.012abc"'), 'ac.012abc');
    assert.equal(secretIn('\\u0022ac.012abc'), 'ac.012abc');
    assert.equal(secretIn('token%3Dac.012abc'), 'ac.012abc');
  });

  it('ends at the edge of a word', () => {
    assert.equal(secretIn('ac.012abc7'), undefined);
    assert.equal(secretIn('ac.012abc-x'), undefined);
    assert.equal(secretIn('ac.012abc.'), 'ac.012abc');
  });

  it('is heard out on digests where the beginning is so short that chance writes it there', () => {
    assert.deepEqual(rule.doubts, ['placeholder', 'digest']);
    assert.deepEqual(tokenRule({ ...format, head: 'acme_' }).doubts, ['placeholder']);
  });
});
