import assert from 'node:assert/strict';
import { crcBase62 } from '../../../../src/engine/rules/crc-base62.ts';
import { findingsOf, sampleSecret } from '../../../support/sample-secret.ts';

const findings = (text: string) => findingsOf(text).map(({ ruleId, confidence }) => `${ruleId} ${confidence}`);

describe('keys that look alike', () => {
  it('of Stripe and of those who borrowed its form are told apart', () => {
    const key = sampleSecret('stripe-secret-key');
    assert.deepEqual(findings(`STRIPE_SECRET_KEY=${key}`), ['stripe-secret-key certain']);
    assert.deepEqual(findings(`CLERK_SECRET_KEY=${key}`), ['clerk-secret-key certain']);
    assert.deepEqual(findings(`KEY=${sampleSecret('workos-api-key')}`), ['workos-api-key certain']);
    assert.deepEqual(findings(`KEY=${sampleSecret('paystack-secret-key')}`), ['paystack-secret-key certain']);
  });

  it('an AWS key id is a name by itself and a key next to its secret', () => {
    const id = sampleSecret('aws-access-key-id');
    const secret = sampleSecret('aws-secret-access-key');
    assert.deepEqual(findings(`key id ${id}`), ['aws-access-key-id certain']);
    assert.deepEqual(findings(`AWS_ACCESS_KEY_ID=${id}\nAWS_SECRET_ACCESS_KEY=${secret}`), [
      'aws-access-key-pair certain',
      'aws-secret-access-key certain',
    ]);
  });

  it('an AWS secret is known by the id before it', () => {
    const id = sampleSecret('aws-secret-beside-id', 3);
    assert.deepEqual(findings(`AKIA${'QRST7UVW2XYZ3ABC'},${id}`).at(-1), 'aws-secret-beside-id certain');
  });

  it('a checksum makes a GitHub token sure, and a wrong one does not hide it', () => {
    const token = sampleSecret('github-classic-token');
    const other = token.endsWith('0') ? '1' : '0';
    assert.equal(crcBase62(token.slice(4, -6)), token.slice(-6));
    assert.deepEqual(findings(`x = "${token}"`), ['github-classic-token certain']);
    assert.deepEqual(findings(`x = "${token.slice(0, -1)}${other}"`), ['github-classic-token likely']);
  });

  it('a Gemini key and another Google key are told apart by what stands near', () => {
    const key = sampleSecret('google-api-key');
    assert.deepEqual(findings(`GOOGLE_MAPS_KEY=${key}`), ['google-api-key certain']);
    assert.deepEqual(findings(`genai.configure(api_key="${key}")  # gemini-pro`), ['google-gemini-key certain']);
  });

  it('the codes inside Azure keys name their service', () => {
    const key = sampleSecret('azure-annotated-key');
    const coded = (code: string) => `${key.slice(0, 76)}${code}${key.slice(80)}`;
    assert.deepEqual(findings(`x = "${coded('ACOG')}"`), ['azure-openai-key certain']);
    assert.deepEqual(findings(`x = "${coded('AZDO')}"`), ['azure-devops-token certain']);
  });
});
