import assert from 'node:assert/strict';
import { findingsOf } from '../../../support/sample-secret.ts';
import { seededRandom } from '../../../support/seeded-random.ts';

const random = seededRandom('long-tail', 1);
const draw = (alphabet: string, length: number) => Array.from({ length }, () => alphabet.charAt(random.below(alphabet.length))).join('');
const hex = () => draw('0123456789abcdef', 32);
const letters = () => draw('ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789', 32);
const uuid = () => hex().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

const named = (text: string) => findingsOf(text).map(({ ruleId, provider, confidence }) => `${ruleId} ${provider} ${confidence}`);

describe('a key that only its name gives away', () => {
  it('is found in every way a name gets a value, and its service is told', () => {
    const value = letters();
    const texts = [
      `ABUSEIPDB_API_KEY=${value}`,
      `abuseipdbToken: "${value}"`,
      `{"abuseipdb": {"secret": "${value}"}}`,
      `new Abuseipdb({ apiKey: '${value}' })`,
      `--abuseipdb-api-key ${value}`,
      `<abuseipdb-token>${value}</abuseipdb-token>`,
    ];
    for (const text of texts)
      assert.ok(
        findingsOf(text).some(({ provider }) => provider === 'abuseipdb'),
        text,
      );
  });

  it('may be a UUID, or hex', () => {
    assert.deepEqual(named(`ABUSEIPDB_API_KEY=${uuid()}`), ['named-service-key abuseipdb likely']);
    assert.deepEqual(named(`ABUSEIPDB_API_KEY=${hex()}`), ['named-service-key abuseipdb likely']);
  });

  it('is not the digest of a file that is called after the service', () => {
    assert.deepEqual(named(`_pytest/pastebin.py,sha256=${letters()}${draw('ABCDEFGHJKLM23456789', 11)},4155`), []);
  });

  it('has the variable of its service', () => {
    assert.equal(findingsOf(`abuseipdbKey = "${uuid()}"`)[0]?.variable, 'ABUSEIPDB_API_KEY');
  });

  it('is worth a look when nothing but the service is named', () => {
    assert.deepEqual(named(`see abuseipdb ${letters()} for it`), ['named-service-key abuseipdb possible']);
  });

  it('is believed on a line that holds nothing else, a UUID too, but no digest', () => {
    assert.deepEqual(named(`notes\nabuseipdb ${letters()}\n`), ['named-service-key abuseipdb likely']);
    assert.deepEqual(named(`abuseipdb ${uuid()}`), ['named-service-key abuseipdb likely']);
    assert.deepEqual(named(`jenkins ${hex()}`), ['named-service-key jenkins possible']);
  });

  it('is believed when the service is all of the name, unless it may be a digest', () => {
    assert.deepEqual(named(`abuseipdb: "${letters()}"`), ['named-service-key abuseipdb likely']);
    assert.deepEqual(named(`abuseipdb: "${uuid()}"`), ['named-service-key abuseipdb likely']);
    assert.deepEqual(named(`cloudflare = "${letters()}"`), ['named-service-key generic likely']);
    assert.deepEqual(named(`cloudflare = "${hex()}"`), []);
  });

  it('is no name, address, public key or plain word', () => {
    const texts = [
      `ABUSEIPDB_API_URL=${letters()}`,
      `abuseipdb_client_id="${uuid()}"`,
      `abuseipdb_public_key="${letters()}"`,
      'abuseipdb_api_key="read-it-from-the-environment"',
      'abuseipdb_token_path="/etc/secrets/abuseipdb-token-2"',
      `abuseipdb 1.2.3 sha512 ${hex()}`,
    ];
    assert.deepEqual(
      texts.filter(text => findingsOf(text).some(({ ruleId, confidence }) => ruleId === 'named-service-key' && confidence !== 'possible')),
      [],
    );
  });
});
