import assert from 'node:assert/strict';
import { certificateEnd } from '../../../../../src/engine/hygiene/text/certificate-end.ts';
import { certificate } from '../../../../support/certificate.ts';
import { sampleSecret } from '../../../../support/sample-secret.ts';
import { testClock, testEngine } from '../../../../support/test-engine.ts';

describe('expired certificates', () => {
  it('are told beside their private key', () => {
    const { problems = [] } = report(`${sampleSecret('private-key')}\n${armour(certificate('230101000000Z'))}\n`);
    assert.deepEqual(
      problems.map(({ checkId, message }) => [checkId, ...message.args]),
      [['certificate-expired', '2023-01-01']],
    );
  });

  it('are none of our business without a key: bundles of authorities hold old ones', () => {
    assert.equal(report(`${armour(certificate('230101000000Z'))}\n`).problems, undefined);
  });

  it('are not those that are still good', () => {
    assert.equal(report(`${sampleSecret('private-key')}\n${armour(certificate('270101000000Z'))}\n`).problems, undefined);
    assert.ok(testClock < Date.UTC(2027, 0));
  });
});

describe('the end of a certificate', () => {
  it('is read from both forms of time, with a version and without', () => {
    assert.equal(certificateEnd(certificate('491231235959Z')), Date.UTC(2049, 11, 31, 23, 59, 59));
    assert.equal(certificateEnd(certificate('500101000000Z')), Date.UTC(1950, 0));
    assert.equal(certificateEnd(certificate('20990101000000Z')), Date.UTC(2099, 0));
    assert.equal(certificateEnd(certificate('20990101000000Z', false)), Date.UTC(2099, 0));
  });

  it('is not there in what is cut off or no certificate', () => {
    const whole = certificate('20990101000000Z');
    for (let length = 0; length < whole.length; length++) assert.equal(certificateEnd(whole.slice(0, length)), undefined);
    assert.equal(certificateEnd('hello, world'), undefined);
  });
});

function report(text: string) {
  return testEngine().report({ uri: '/project/server.pem', languageId: '', text });
}

function armour(bytes: string): string {
  const dashes = '-'.repeat(5);
  return [`${dashes}BEGIN CERTIFICATE${dashes}`, Buffer.from(bytes, 'latin1').toString('base64'), `${dashes}END CERTIFICATE${dashes}`].join(
    '\n',
  );
}
