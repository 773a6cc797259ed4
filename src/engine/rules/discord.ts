// Discord: bot tokens, webhook addresses, client secrets.

import { contextRule } from './context-rule.ts';
import type { Rule } from './rule.ts';

export const discordRules: readonly Rule[] = [
  contextRule({
    id: 'discord-bot-token',
    title: 'Discord bot token',
    provider: 'discord',
    kind: 'token',
    variable: 'DISCORD_TOKEN',
    words: ['discord', 'token', 'login', 'bot_run', 'client_run', 'client_start'],
    // The user's id (digits in base64 begin with few pairs of letters), the time, and an HMAC.
    shape: /[MNO][DTjz][AEIMQUYcgk][A-Za-z0-9_-]{21,25}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,40}/,
    telling: /\W/,
    confidence: 'certain',
    minEntropy: 3.5,
    source: 'https://discord.com/developers/docs/reference#authentication',
  }),
  {
    id: 'discord-webhook',
    title: 'Discord webhook address',
    provider: 'discord',
    kind: 'webhook',
    variable: 'DISCORD_WEBHOOK_URL',
    keywords: ['/api/webhooks/', '/api/v'],
    before: 'https://canary.discordapp.com'.length,
    pattern: new RegExp(
      `(?<secret>https://(?:canary\\.|ptb\\.)?discord(?:app)?\\.com/api/(?:v\\d{1,2}/)?${'webhooks'}/\\d{17,20}/[A-Za-z0-9_-]{60,80})(?![A-Za-z0-9_-])`,
      'd',
    ),
    confidence: 'certain',
    source: 'https://discord.com/developers/docs/resources/webhook',
  },
  contextRule({
    id: 'discord-client-secret',
    title: 'Discord client secret',
    provider: 'discord',
    kind: 'secret',
    variable: 'DISCORD_CLIENT_SECRET',
    words: ['discord'],
    shape: /[A-Za-z0-9_-]{32}/,
    telling: /secret/i,
    minEntropy: 3.8,
    source: 'https://discord.com/developers/docs/topics/oauth2',
  }),
];
