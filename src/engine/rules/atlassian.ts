// Atlassian: Jira, Confluence, Bitbucket, Trello.
// The prefixes of Bitbucket's tokens: https://community.atlassian.com/forums/Bitbucket-questions/Can-we-confirm-BitBucket-s-token-prefixes/qaq-p/3093481

import { contextRule } from './context-rule.ts';
import type { Rule } from './rule.ts';
import { uuid } from './shapes.ts';
import { tokenRule } from './token-rule.ts';

const tokens = 'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/';

export const atlassianRules: readonly Rule[] = [
  tokenRule({
    id: 'atlassian-api-token',
    title: 'Atlassian API token',
    provider: 'atlassian',
    kind: 'secret',
    head: 'ATATT3xFf',
    body: /[A-Za-z0-9_=-]{100,250}/,
    source: tokens,
  }),
  tokenRule({
    id: 'bitbucket-access-token',
    title: 'Bitbucket access token',
    provider: 'atlassian',
    kind: 'token',
    variable: 'BITBUCKET_TOKEN',
    head: 'ATCTT3xFf',
    body: /[A-Za-z0-9_=-]{100,250}/,
    source: 'https://support.atlassian.com/bitbucket-cloud/docs/access-tokens/',
  }),
  tokenRule({
    id: 'bitbucket-app-password',
    title: 'Bitbucket app password',
    provider: 'atlassian',
    kind: 'password',
    variable: 'BITBUCKET_APP_PASSWORD',
    head: 'ATBB',
    body: /[A-Za-z0-9]{24}[0-9A-F]{8}/,
    source: 'https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/',
  }),
  tokenRule({
    id: 'bitbucket-server-token',
    title: 'Bitbucket Data Center access token',
    provider: 'atlassian',
    kind: 'token',
    variable: 'BITBUCKET_TOKEN',
    head: 'BBDC-',
    body: /[A-Za-z0-9+/]{44}/,
    source: 'https://confluence.atlassian.com/bitbucketserver/http-access-tokens-939515499.html',
  }),
  contextRule({
    id: 'jira-legacy-token',
    title: 'Atlassian API token (older form)',
    provider: 'atlassian',
    kind: 'secret',
    variable: 'JIRA_API_TOKEN',
    words: ['jira', 'confluence', 'atlassian'],
    shape: /[A-Za-z0-9]{24}/,
    telling: /token|key|pass|secret/i,
    minEntropy: 3.8,
    source: tokens,
  }),
  tokenRule({
    id: 'trello-token',
    title: 'Trello token',
    provider: 'trello',
    kind: 'token',
    head: 'ATTA',
    body: /[0-9A-Fa-f]{72}/,
    source: 'https://developer.atlassian.com/cloud/trello/guides/rest-api/api-introduction/',
  }),
  contextRule({
    id: 'trello-legacy-token',
    title: 'Trello token (older form)',
    provider: 'trello',
    kind: 'token',
    words: ['trello'],
    shape: /[0-9a-f]{64}/,
    telling: /token|secret/i,
    source: 'https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/',
  }),
  contextRule({
    id: 'statuspage-api-key',
    title: 'Statuspage API key',
    provider: 'atlassian',
    kind: 'secret',
    variable: 'STATUSPAGE_API_KEY',
    words: ['statuspage'],
    shape: uuid,
    telling: /key|token|secret|auth/i,
    source: 'https://developer.statuspage.io/#section/Authentication',
  }),
];
