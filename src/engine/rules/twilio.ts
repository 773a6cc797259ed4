// Twilio: the auth token and API key secrets have no mark; only account and key ids have.

import { contextRule } from './context-rule.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';

const source = 'https://www.twilio.com/docs/iam/api-keys';

const ofTwilio =
  (confidence: 'certain' | 'likely') =>
  ({ match, mentions }: MatchContext): Verdict | undefined =>
    /twilio/i.test(match) || mentions('twilio') ? { confidence } : undefined;

export const twilioRules: readonly Rule[] = [
  contextRule({
    id: 'twilio-auth-token',
    title: 'Twilio auth token',
    provider: 'twilio',
    kind: 'secret',
    variable: 'TWILIO_AUTH_TOKEN',
    words: ['twilio', 'auth_token', 'account_sid'],
    shape: /[0-9a-f]{32}/,
    telling: /token|auth|secret|pass|client|ac[0-9a-f]{32}/i,
    check: ofTwilio('likely'),
    source: 'https://www.twilio.com/docs/iam/api/authtoken',
  }),
  {
    id: 'twilio-auth-argument',
    title: 'Twilio auth token in a call',
    provider: 'twilio',
    kind: 'secret',
    variable: 'TWILIO_AUTH_TOKEN',
    keywords: ['client(', 'client.new(', 'twilio(', "twilio')(", 'twilio")('],
    pattern: /(?:client(?:\.new)?|twilio(?:["']\))?)\(\s{0,12}["'][Aa][Cc][0-9a-f]{32}["'],\s{0,12}["'](?<secret>[0-9a-f]{32})["']/di,
    glance: (text, _keyword, end) => /^\s{0,12}["']AC/.test(text.slice(end, end + 16)),
    confidence: 'certain',
    source: 'https://www.twilio.com/docs/iam/api/authtoken',
  },
  contextRule({
    id: 'twilio-api-key-secret',
    title: 'Twilio API key secret',
    provider: 'twilio',
    kind: 'secret',
    variable: 'TWILIO_API_SECRET',
    words: ['twilio', 'api_key_secret', 'api_secret'],
    shape: /[A-Za-z0-9]{32}/,
    telling: /secret/i,
    minEntropy: 3.7,
    check: ofTwilio('likely'),
    source,
  }),
  {
    id: 'twilio-api-key',
    title: 'Twilio API key',
    provider: 'twilio',
    kind: 'secret',
    variable: 'TWILIO_API_KEY',
    keywords: [],
    pattern: /(?<secret>SK[0-9a-f]{32})/d,
    confidence: 'likely',
    source,
  },
  contextRule({
    id: 'twilio-api-key-sid',
    title: 'Twilio API key SID',
    provider: 'twilio',
    kind: 'identifier',
    variable: 'TWILIO_API_KEY',
    words: ['twilio', 'api_key', 'key_sid'],
    shape: /SK[0-9a-f]{32}/,
    confidence: 'certain',
    alarm: false,
    // Called a token or a secret, it stands where a key is wanted.
    check: ({ name }) =>
      /(?:token|secret)$/i.test(name)
        ? { confidence: 'likely', ruleId: 'twilio-api-key', facts: ['the name calls it a secret'] }
        : { confidence: 'certain' },
    source,
  }),
  contextRule({
    id: 'twilio-account-sid',
    title: 'Twilio account SID',
    provider: 'twilio',
    kind: 'identifier',
    variable: 'TWILIO_ACCOUNT_SID',
    words: ['twilio', 'account_sid', 'accountsid'],
    shape: /AC[0-9a-f]{32}/,
    telling: /sid|account|client|twilio/i,
    confidence: 'certain',
    alarm: false,
    source: 'https://www.twilio.com/docs/iam/api/account',
  }),
];
