// Anthropic: API, admin and OAuth keys. The digits count the generation of the format.

import { tokenRule } from './token-rule.ts';

const source = 'https://platform.claude.com/docs/en/get-api-key';

export const anthropicRules = [
  tokenRule({
    id: 'anthropic-api-key',
    title: 'Anthropic API key',
    provider: 'anthropic',
    kind: 'secret',
    head: 'sk-ant-',
    // The documentation promises the head alone: `api03` today, other kinds of key beside it.
    body: /(?:api|(?!admin|api|oat|ort|sid)[a-z]{2,12})\d{2}-[A-Za-z0-9_-]{80,160}/,
    source,
  }),
  tokenRule({
    id: 'anthropic-admin-key',
    title: 'Anthropic admin key',
    provider: 'anthropic',
    kind: 'admin',
    variable: 'ANTHROPIC_ADMIN_KEY',
    head: 'sk-ant-admin',
    body: /\d{2}-[A-Za-z0-9_-]{80,120}/,
    source: 'https://docs.anthropic.com/en/api/administration-api',
  }),
  tokenRule({
    id: 'anthropic-oauth-token',
    title: 'Anthropic OAuth token',
    provider: 'anthropic',
    kind: 'token',
    variable: 'CLAUDE_CODE_OAUTH_TOKEN',
    head: ['sk-ant-oat', 'sk-ant-ort'],
    body: /\d{2}-[A-Za-z0-9_-]{80,120}/,
    source: 'https://docs.anthropic.com/en/docs/claude-code/github-actions',
  }),
  tokenRule({
    id: 'anthropic-session-key',
    title: 'Anthropic session key',
    provider: 'anthropic',
    kind: 'token',
    variable: 'ANTHROPIC_SESSION_KEY',
    head: 'sk-ant-sid',
    body: /\d{2}-[A-Za-z0-9_-]{80,130}/,
    source: 'https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns',
  }),
];
