// Slack: tokens by their first letters, webhook addresses, signing secrets.

import { contextRule } from './context-rule.ts';
import type { Rule } from './rule.ts';
import { escapeForPattern, tokenRule } from './token-rule.ts';

const source = 'https://docs.slack.dev/authentication/tokens';
const webhooks = 'https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks';
const host = ['hooks.', 'slack.com'].join('');

export const slackRules: readonly Rule[] = [
  tokenRule({
    id: 'slack-bot-token',
    title: 'Slack bot token',
    provider: 'slack',
    kind: 'token',
    variable: 'SLACK_BOT_TOKEN',
    head: 'xoxb-',
    body: /(?:\d{8,15}-\d{8,15}-[A-Za-z0-9]{18,40}|\d{8,15}-[A-Za-z0-9]{18,40})/,
    source,
  }),
  tokenRule({
    id: 'slack-user-token',
    title: 'Slack user token',
    provider: 'slack',
    kind: 'token',
    variable: 'SLACK_USER_TOKEN',
    head: ['xoxp-', 'xoxo-', 'xoxs-'],
    body: /\d{8,15}-\d{8,15}-(?:\d{8,15}-)?[A-Za-z0-9]{10,64}/,
    source,
  }),
  tokenRule({
    id: 'slack-app-token',
    title: 'Slack app-level token',
    provider: 'slack',
    kind: 'token',
    variable: 'SLACK_APP_TOKEN',
    head: 'xapp-',
    body: /\d-[A-Z0-9]{8,16}-\d{8,16}-[0-9a-f]{60,72}/,
    source,
  }),
  tokenRule({
    id: 'slack-config-token',
    title: 'Slack rotating or configuration token',
    provider: 'slack',
    kind: 'token',
    variable: 'SLACK_CONFIG_TOKEN',
    head: ['xoxe-', 'xoxe.xoxb-', 'xoxe.xoxp-'],
    body: /(?:\d-[A-Za-z0-9]{120,280}|\d{9,15}-\d{9,15}-\d{9,15}-[0-9a-f]{32})/,
    source: 'https://docs.slack.dev/authentication/using-token-rotation',
  }),
  tokenRule({
    id: 'slack-workspace-token',
    title: 'Slack workspace or refresh token (older form)',
    provider: 'slack',
    kind: 'token',
    variable: 'SLACK_TOKEN',
    head: ['xoxa-', 'xoxr-'],
    body: /(?:\d-)?[A-Za-z0-9-]{12,280}/,
    confidence: 'likely',
    minEntropy: 3,
    source,
  }),
  tokenRule({
    id: 'slack-session-token',
    title: 'Slack browser session token',
    provider: 'slack',
    kind: 'token',
    variable: 'SLACK_TOKEN',
    head: ['xoxc-', 'xoxd-'],
    body: /[A-Za-z0-9%/+-]{40,300}/,
    confidence: 'likely',
    minEntropy: 3,
    source,
  }),
  tokenRule({
    id: 'slack-workflow-token',
    title: 'Slack workflow token',
    provider: 'slack',
    kind: 'token',
    variable: 'SLACK_TOKEN',
    head: 'xwfp-',
    body: /\d{8,16}-\d{8,16}-[A-Za-z0-9]{20,80}/,
    source,
  }),
  {
    id: 'slack-webhook',
    title: 'Slack webhook address',
    provider: 'slack',
    kind: 'webhook',
    variable: 'SLACK_WEBHOOK_URL',
    keywords: [host],
    before: 'https://'.length,
    pattern: new RegExp(
      `(?<secret>(?:https?://)?${escapeForPattern(host)}/(?:services|workflows|triggers)/(?:[TE][A-Za-z0-9]{8,12}/[AB]?[A-Za-z0-9]{8,20}/(?:\\d{12,24}/)?[A-Za-z0-9]{20,40}|[A-Za-z0-9+/]{43,56}))(?![A-Za-z0-9])`,
      'd',
    ),
    confidence: 'certain',
    source: webhooks,
  },
  contextRule({
    id: 'slack-signing-secret',
    title: 'Slack signing secret',
    provider: 'slack',
    kind: 'secret',
    variable: 'SLACK_SIGNING_SECRET',
    words: ['slack', 'signing_secret'],
    shape: /[0-9a-f]{32}/,
    telling: /sign|secret/i,
    check: ({ match, mentions }) => (/slack/i.test(match) || mentions('slack') ? { confidence: 'likely' } : undefined),
    source: 'https://docs.slack.dev/authentication/verifying-requests-from-slack',
  }),
];
