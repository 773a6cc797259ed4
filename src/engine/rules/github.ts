// GitHub: every prefix. The checksum makes a token sure; a token that fails it is still shown, as likely:
// documentation, older servers and other issuers of the same format must not hide a leak.

import { contextRule } from './context-rule.ts';
import { endsWithItsCrc } from './crc-base62.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';
import { tokenRule } from './token-rule.ts';

const source =
  'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats';

const prefixLength = 'ghp_'.length;

const checkSum = ({ secret }: MatchContext): Verdict =>
  secret.length === prefixLength + 36 && endsWithItsCrc(secret, prefixLength)
    ? { confidence: 'certain', facts: ['checksum matches'] }
    : { confidence: 'likely' };

const body = /[A-Za-z0-9]{36,251}/;

export const githubRules: readonly Rule[] = [
  tokenRule({
    id: 'github-classic-token',
    title: 'GitHub personal access token (classic)',
    provider: 'github',
    kind: 'classic',
    head: 'ghp_',
    body,
    check: checkSum,
    source,
  }),
  tokenRule({
    id: 'github-fine-grained-token',
    title: 'GitHub fine-grained personal access token',
    provider: 'github',
    kind: 'restricted',
    head: 'github_pat_',
    body: /[A-Za-z0-9]{22}_[A-Za-z0-9]{59}/,
    source,
  }),
  tokenRule({
    id: 'github-oauth-token',
    title: 'GitHub OAuth access token',
    provider: 'github',
    kind: 'token',
    head: 'gho_',
    body,
    check: checkSum,
    source,
  }),
  tokenRule({
    id: 'github-app-user-token',
    title: 'GitHub App user token',
    provider: 'github',
    kind: 'token',
    head: 'ghu_',
    body,
    check: checkSum,
    source,
  }),
  tokenRule({
    id: 'github-app-token',
    title: 'GitHub App installation token',
    provider: 'github',
    kind: 'token',
    head: 'ghs_',
    // Opaque as the others, or since 2026 the app's id and a JWT, about 520 characters.
    body: /(?:\d{1,12}_eyJ[A-Za-z0-9_-]{10,1000}\.[A-Za-z0-9_-]{10,1500}\.[A-Za-z0-9_-]{20,700}|[A-Za-z0-9]{36,251})/,
    reach: 3300,
    check: context => (context.secret.includes('.') ? { confidence: 'certain' } : checkSum(context)),
    source:
      'https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-an-installation-access-token-for-a-github-app',
  }),
  tokenRule({
    id: 'github-refresh-token',
    title: 'GitHub App refresh token',
    provider: 'github',
    kind: 'token',
    head: 'ghr_',
    body,
    check: checkSum,
    source,
  }),
  contextRule({
    id: 'github-app-secret',
    title: 'GitHub OAuth client or webhook secret',
    provider: 'github',
    kind: 'secret',
    variable: 'GITHUB_CLIENT_SECRET',
    words: ['github', 'gh_client'],
    shape: /[0-9a-f]{40}/,
    telling: /secret/i,
    source: 'https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps',
  }),
];
