import assert from 'node:assert/strict';
import { contextRule } from '../../../../src/engine/rules/context-rule.ts';
import type { MatchContext, Verdict } from '../../../../src/engine/rules/rule.ts';

const rule = contextRule({
  id: 'acme-api-key',
  title: 'Acme API key',
  provider: 'acme',
  kind: 'secret',
  words: ['acme', 'ac_me_cloud'],
  shape: /[0-9a-f]{8}/,
  source: 'https://acme.test/',
});
const value = '0a1b2c3d';

describe('a rule by context', () => {
  it('reads the value behind every kind of assignment', () => {
    const texts = [
      `ACME_API_KEY=${value}`,
      `acmeToken: "${value}"`,
      `{"acme.api-key": "${value}"}`,
      `{\\"acmeKey\\":\\"${value}\\"}`,
      `var acmeApiKey string = "${value}"`,
      `$acme_secret := '${value}'`,
      `os.environ["ACME_KEY"] = "${value}"`,
      `process.env.ACME_KEY ?? '${value}'`,
      `setenv("ACME_KEY", "${value}", 1)`,
      `new Acme({ apiKey: '${value}' })`,
      `acme.Client("${value}")`,
      `--acme-api-key ${value}`,
      `<acme-token>${value}</acme-token>`,
      `acmeapikey=${value}`,
    ];
    assert.deepEqual(
      texts.filter(text => secretIn(text) !== value),
      [],
    );
  });

  it('wants a word for a credential between the name and the value', () => {
    assert.equal(secretIn(`ACME_COMMIT=${value}`), undefined);
    assert.equal(secretIn(`acme: ${value}`), undefined);
  });

  it('does not take a part of another word for its own', () => {
    assert.equal(secretIn(`acmeist_key=${value}`), undefined);
    assert.equal(secretIn(`pacme_key=${value}`), undefined);
    assert.equal(secretIn(`myAcmeKey=${value}`), value);
  });

  it('wants the whole value in its form', () => {
    assert.equal(secretIn(`ACME_KEY=${value}0`), undefined);
    assert.equal(secretIn(`ACME_KEY=${value.toUpperCase()}`), undefined);
    assert.equal(secretIn(`ACME_KEY=${value.slice(1)}`), undefined);
  });

  it('takes any joint where a word has one', () => {
    for (const name of ['AC_ME_CLOUD_KEY', 'ac-me-cloud-key', 'acMeCloudKey', 'ac.me.cloud.key'])
      assert.equal(secretIn(`${name}=${value}`), value);
  });

  it('lists every spelling of its words as a keyword', () => {
    assert.deepEqual(rule.keywords, ['acme', 'ac_me_cloud', 'ac-me-cloud', 'ac.me.cloud', 'ac me cloud', 'acmecloud']);
  });
});

/** What the pattern and the check find at any keyword of the text. */
function secretIn(text: string): string | undefined {
  const pattern = new RegExp(rule.pattern.source, 'gd');
  const found = pattern.exec(text);
  const secret = found?.groups?.['secret'];
  if (!found || secret === undefined) return undefined;
  const verdict: Verdict | undefined = rule.check?.({ ...context, secret, match: found[0] });
  return verdict && secret;
}

const context: MatchContext = { secret: '', match: '', line: '', name: '', mentions: () => false, near: () => false, uri: '', now: 0 };
