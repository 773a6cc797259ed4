// OpenAI: project, service-account, admin and the older user keys.

import type { MatchContext, Verdict } from './rule.ts';
import { tokenRule } from './token-rule.ts';

const source = 'https://platform.openai.com/docs/api-reference/authentication';

/** Keys made by OpenAI carry its name in base64 in their middle; one without it still has OpenAI's prefix. */
const mark = ['T3Blbk', 'FJ'].join('');

const checkMark = ({ secret }: MatchContext): Verdict =>
  secret.includes(mark) ? { confidence: 'certain', facts: ['carries the mark of OpenAI'] } : { confidence: 'likely' };

export const openaiRules = [
  tokenRule({
    id: 'openai-project-key',
    title: 'OpenAI project key',
    provider: 'openai',
    kind: 'secret',
    head: 'sk-proj-',
    body: /[A-Za-z0-9_-]{40,240}/,
    minEntropy: 3.5,
    check: checkMark,
    source,
  }),
  tokenRule({
    id: 'openai-service-account-key',
    title: 'OpenAI service account key',
    provider: 'openai',
    kind: 'secret',
    head: ['sk-svcacct-', 'sk-service-'],
    body: /[A-Za-z0-9_-]{40,240}/,
    minEntropy: 3.5,
    check: checkMark,
    source,
  }),
  tokenRule({
    id: 'openai-admin-key',
    title: 'OpenAI admin key',
    provider: 'openai',
    kind: 'admin',
    variable: 'OPENAI_ADMIN_KEY',
    head: 'sk-admin-',
    body: /[A-Za-z0-9_-]{40,240}/,
    minEntropy: 3.5,
    check: checkMark,
    source: 'https://platform.openai.com/docs/api-reference/admin-api-keys',
  }),
  tokenRule({
    id: 'openai-user-key',
    title: 'OpenAI user key (older form)',
    provider: 'openai',
    kind: 'classic',
    head: 'sk-',
    // A user key, or one named after a service account: `sk-None-…`, `sk-my-service-…`. The mark is what proves it.
    body: new RegExp(`(?!(?:proj|svcacct|service|admin)-)[A-Za-z0-9_-]{20,120}${mark}[A-Za-z0-9_-]{20,90}`),
    source,
  }),
];
