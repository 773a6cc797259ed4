// Google: API keys (Cloud, Maps, Gemini), OAuth secrets and tokens, service account keys, Firebase messaging.

import { alphabetOf, isAt } from '../alphabet.ts';
import { randomBits, surelyRandom } from '../scan/reasons/surprise.ts';
import { contextRule } from './context-rule.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';
import { tokenRule } from './token-rule.ts';

const dashes = '-----';
const pemBegin = `${dashes}BEGIN ${'PRIVATE'} KEY${dashes}`;
const pemEnd = `${dashes}END ${'PRIVATE'} KEY${dashes}`;

/** What closes the member's name. */
const quotes = alphabetOf(/[\\"']/);

const accountKey = ({ near, mentions }: MatchContext): Verdict | undefined =>
  near('private_key_id') || near('service_account') || mentions('gserviceaccount.com') ? { confidence: 'certain' } : undefined;

const geminiNamed = ({ name, near, mentions }: MatchContext): Verdict => {
  const gemini =
    /gemini|genai/i.test(name) ||
    near('generativelanguage') ||
    near('gemini') ||
    mentions('google.generativeai') ||
    mentions('@google/genai');
  return gemini ? { confidence: 'certain', ruleId: 'google-gemini-key' } : { confidence: 'certain' };
};

export const googleRules: readonly Rule[] = [
  tokenRule({
    id: 'google-api-key',
    title: 'Google API key',
    provider: 'google',
    kind: 'secret',
    head: 'AIza',
    body: /[A-Za-z0-9_-]{35}/,
    minEntropy: 3,
    check: geminiNamed,
    source: 'https://cloud.google.com/docs/authentication/api-keys',
  }),
  {
    id: 'google-gemini-key',
    title: 'Google Gemini API key',
    provider: 'google',
    kind: 'secret',
    variable: 'GEMINI_API_KEY',
    keywords: [],
    pattern: /(?<secret>AIza[A-Za-z0-9_-]{35}|AQ\.[A-Za-z0-9_-]{40,120})/d,
    confidence: 'certain',
    source: 'https://ai.google.dev/gemini-api/docs/api-key',
  },
  tokenRule({
    id: 'google-bound-api-key',
    title: 'Google authorization key (API key bound to a service account)',
    provider: 'google',
    kind: 'secret',
    head: 'AQ.',
    body: /[A-Za-z0-9_-]{40,120}/,
    minEntropy: 3.8,
    check: geminiNamed,
    source: 'https://ai.google.dev/gemini-api/docs/api-key',
  }),
  tokenRule({
    id: 'google-oauth-client-secret',
    title: 'Google OAuth client secret',
    provider: 'google',
    kind: 'secret',
    variable: 'GOOGLE_CLIENT_SECRET',
    head: 'GOCSPX-',
    body: /[A-Za-z0-9_-]{28}/,
    source: 'https://developers.google.com/identity/protocols/oauth2/web-server',
  }),
  tokenRule({
    id: 'google-oauth-access-token',
    title: 'Google OAuth access token',
    provider: 'google',
    kind: 'token',
    variable: 'GOOGLE_OAUTH_ACCESS_TOKEN',
    head: 'ya29.',
    body: /[A-Za-z0-9_.-]{30,2000}/,
    reach: 2048,
    minEntropy: 3.5,
    source: 'https://developers.google.com/identity/protocols/oauth2',
  }),
  tokenRule({
    id: 'google-oauth-refresh-token',
    title: 'Google OAuth refresh token',
    provider: 'google',
    kind: 'token',
    variable: 'GOOGLE_REFRESH_TOKEN',
    head: '1//0',
    body: /[A-Za-z0-9_-]{40,120}/,
    minEntropy: 3.5,
    source: 'https://developers.google.com/identity/protocols/oauth2',
  }),
  {
    id: 'gcp-service-account-key',
    title: 'Google Cloud service account key',
    provider: 'google',
    kind: 'private-key',
    variable: 'GOOGLE_APPLICATION_CREDENTIALS_JSON',
    keywords: ['private_key'],
    pattern: new RegExp(
      `private_key\\\\?["']\\s{0,4}:\\s{0,4}\\\\?["'](?<secret>${pemBegin}[A-Za-z0-9+/=\\\\\\n]{600,4000}${pemEnd}(?:\\\\{1,2}n)?)`,
      'd',
    ),
    glance: (text, _, end) => isAt(text, end, quotes),
    reach: 4200,
    confidence: 'certain',
    check: accountKey,
    source: 'https://cloud.google.com/iam/docs/keys-create-delete',
  },
  {
    id: 'firebase-server-key',
    title: 'Firebase Cloud Messaging server key',
    provider: 'google',
    kind: 'secret',
    variable: 'FCM_SERVER_KEY',
    keywords: [':apa91b'],
    before: 11,
    pattern: /(?<![A-Za-z0-9])(?<secret>AAAA[A-Za-z0-9_-]{7}:APA91b[A-Za-z0-9_-]{134})(?![A-Za-z0-9_-])/d,
    confidence: 'certain',
    source: 'https://firebase.google.com/docs/cloud-messaging/auth-server',
  },
  {
    id: 'google-app-password',
    title: 'Google app password',
    provider: 'google',
    kind: 'password',
    variable: 'GMAIL_APP_PASSWORD',
    keywords: ['gmail'],
    // As Google shows it, and as people copy it: four times four letters.
    pattern: /gmail[\s\S]{0,300}?(?:[=:(,]\s{0,4}["'`]?|["'`])(?<secret>(?:[a-z]{4} ){3}[a-z]{4})(?=["'`]|[ \t]{0,20}(?:\r?\n|#|$))/d,
    confidence: 'certain',
    check: ({ secret }) => (randomBits(secret.replaceAll(' ', '')) >= surelyRandom ? { confidence: 'certain' } : undefined),
    source: 'https://support.google.com/accounts/answer/185833',
  },
  contextRule({
    id: 'recaptcha-secret-key',
    title: 'reCAPTCHA secret key',
    provider: 'google',
    kind: 'secret',
    variable: 'RECAPTCHA_SECRET_KEY',
    words: ['recaptcha'],
    shape: /6L[A-Za-z0-9_-]{38}/,
    telling: /secret|private/i,
    source: 'https://developers.google.com/recaptcha/docs/verify',
  }),
  contextRule({
    id: 'google-oauth-legacy-secret',
    title: 'Google OAuth client secret (older form)',
    provider: 'google',
    kind: 'secret',
    variable: 'GOOGLE_CLIENT_SECRET',
    words: ['google', 'gapi', 'gcp', 'youtube', 'gmail'],
    shape: /[A-Za-z0-9_-]{24}/,
    telling: /secret/i,
    minEntropy: 3.8,
    source: 'https://developers.google.com/identity/protocols/oauth2/web-server',
  }),
];
