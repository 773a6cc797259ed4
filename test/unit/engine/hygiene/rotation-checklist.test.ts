import assert from 'node:assert/strict';
import { rotationChecklist } from '../../../../src/engine/hygiene/rotation-checklist.ts';
import { formatPhrase } from '../../../../src/engine/phrase.ts';
import { makeKey, type PlacedUsage } from '../../../../src/engine/usages/key.ts';

const place = (uri: string, line: number, rest: Partial<PlacedUsage>): PlacedUsage => ({
  uri,
  kind: 'environment',
  name: 'STRIPE_SECRET_KEY',
  provider: 'stripe',
  span: { start: 0, end: 5 },
  line,
  column: 0,
  preview: '',
  ...rest,
});

const key = makeKey([
  place('.env', 2, { kind: 'config', fingerprint: 'f1', masked: 'sk_l…Zz' }),
  place('.env.example', 0, { kind: 'definition' }),
  place('src/pay`now`.ts', 9, {}),
]);
const text = rotationChecklist(key, { say: formatPhrase, place: ({ uri, line }) => `${uri}:${line + 1}` });

describe('the rotation checklist', () => {
  it('has the six steps, in order, to be ticked', () => {
    const steps = [...text.matchAll(/^(\d)\. \[ \] (\w+)/gm)].map(([, number, word]) => `${number} ${word}`);
    assert.deepEqual(steps, ['1 Generate', '2 Distribute', '3 Update', '4 Test', '5 Monitor', '6 Revoke']);
  });

  it('names the places that hold the value, and those that read it', () => {
    const parts = text.split(/^\d\. /m);
    assert.match(parts[2] ?? '', /- \[ \] `\.env:3`\n/);
    assert.match(parts[3] ?? '', /- \[ \] `` src\/pay`now`\.ts:10 ``\n {3}- \[ \] `\.env\.example:1`/);
  });

  it('leads to the provider’s pages', () => {
    assert.match(text, /^# Replace the key `STRIPE_SECRET_KEY`$/m);
    assert.match(text, /^Provider: Stripe$/m);
    assert.match(text, /Revoke the old key.*\n {3}- Where keys are made and revoked: <https:\/\/dashboard\.stripe\.com\//);
    assert.match(text, /How a key is limited to what it needs: <https:\/\/docs\.stripe\.com\/keys\/restricted-api-keys>/);
  });

  it('makes do without a provider or a value', () => {
    const bare = rotationChecklist(makeKey([place('a.ts', 0, { name: 'ACME_TOKEN', provider: 'generic' })]), {
      say: formatPhrase,
      place: ({ uri }) => uri,
    });
    assert.ok(!/Provider|masked|https/.test(bare));
  });
});
