import assert from 'node:assert/strict';
import { pem } from '../../../support/credential-samples.ts';
import { base64url, characters } from '../../../support/sample-makers.ts';
import { scanSample } from '../../../support/scan-sample.ts';
import { seededRandom } from '../../../support/seeded-random.ts';

const random = seededRandom('private-key', 1);

describe('a private key', () => {
  for (const label of [
    'PRIVATE KEY',
    'RSA PRIVATE KEY',
    'EC PRIVATE KEY',
    'DSA PRIVATE KEY',
    'OPENSSH PRIVATE KEY',
    'ENCRYPTED PRIVATE KEY',
    'PGP PRIVATE KEY BLOCK',
  ]) {
    it(`is flagged from its first dash to its last: ${label}`, () => {
      const secret = pem(label, random);
      const found = scanSample(`before\n${secret}\nafter`);
      assert.deepEqual(
        found.map(({ ruleId, value }) => [ruleId, value]),
        [['private-key', secret]],
      );
    });
  }

  it('is found with escaped line ends inside a JSON string', () => {
    const secret = pem('PRIVATE KEY', random).replaceAll('\n', '\\n');
    assert.equal(scanSample(`{"private_key": "${secret}\\n"}`)[0]?.value, secret);
  });

  it('is found in strings joined over lines', () => {
    const secret = pem('EC PRIVATE KEY', random).split('\n').join('\\n" +\n  "');
    assert.equal(scanSample(`String key = "${secret}";`)[0]?.value, secret);
  });

  it('is found with Windows line ends and indentation', () => {
    const secret = pem('PRIVATE KEY', random).replaceAll('\n', '\r\n    ');
    assert.equal(scanSample(`key: |\r\n    ${secret}\r\n`)[0]?.value, secret);
  });

  it('is found before its end is there, as while it is pasted', () => {
    const begun = pem('RSA PRIVATE KEY', random).split('\n').slice(0, 4).join('\n');
    assert.equal(scanSample(begun)[0]?.ruleId, 'private-key');
  });

  it('says whether a passphrase guards it', () => {
    const plain = pem('RSA PRIVATE KEY', random);
    const guarded = plain.replace('\n', '\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0123456789ABCDEF\n\n');
    assert.ok(scanSample(plain)[0]?.facts.includes('not encrypted'));
    assert.ok(scanSample(guarded)[0]?.facts.includes('encrypted with a passphrase'));
    assert.ok(scanSample(pem('ENCRYPTED PRIVATE KEY', random))[0]?.facts.includes('encrypted with a passphrase'));
  });

  it('is not seen in an explanation of the format', () => {
    assert.deepEqual(scanSample(pem('RSA PRIVATE KEY', random, 0).replace('\n', '\n...\n')), []);
    assert.deepEqual(scanSample(pem('RSA PRIVATE KEY', random, 0).replace('\n', '\n<your key here>\n')), []);
  });

  it('is told from certificates and public keys', () => {
    assert.deepEqual(scanSample(`${pem('CERTIFICATE', random)}\n${pem('PUBLIC KEY', random)}`), []);
  });
});

describe('a JSON Web Key', () => {
  const part = characters(random, base64url, 43);
  const point = { crv: 'P-256', x: characters(random, base64url, 43) };
  for (const [what, key, facts] of [
    ['an EC key', { kty: 'EC', ...point, d: part }, ['EC key']],
    ['an EC key that names its kind last', { d: part, ...point, kty: 'EC' }, []],
    ['a symmetric key', { kty: 'oct', k: part, alg: 'HS256' }, ['symmetric key']],
    ['a symmetric key that names its kind last', { k: part, kty: 'oct' }, []],
  ] as const) {
    it(`is flagged where it is private: ${what}`, () => {
      for (const text of [JSON.stringify(key), JSON.stringify({ keys: [key] }, undefined, 2)]) {
        const [found] = scanSample(text);
        assert.deepEqual([found?.ruleId, found?.value, found?.facts], ['jwk-private-key', part, facts], what);
      }
    });
  }

  it('is not flagged where it is public, or no key at all', () => {
    assert.deepEqual(scanSample(JSON.stringify({ kty: 'EC', ...point, kid: 'a' })), []);
    assert.deepEqual(scanSample(JSON.stringify({ d: part, k: part })), []);
  });
});
