// GitLab: one prefix a kind of token. Older tokens are 20 or so random characters; routable ones carry
// a payload, its length and a checksum after dots.

import type { KeyKind, Rule } from './rule.ts';
import { tokenRule } from './token-rule.ts';

const source = 'https://docs.gitlab.com/security/tokens/#token-prefixes';

/** `payload.VVLLLCCCCCCC`: version, base-36 length and CRC (https://handbook.gitlab.com/handbook/engineering/architecture/design-documents/cells/routable_tokens/). */
const routable = '[A-Za-z0-9_-]{27,300}\\.[0-9a-z]{2}\\.?[0-9a-z]{7,9}';

const gitlabRule = (id: string, title: string, kind: KeyKind, head: string, body: string): Rule =>
  tokenRule({
    id: `gitlab-${id}`,
    title: `GitLab ${title}`,
    provider: 'gitlab',
    kind,
    // `GITLAB_TOKEN` is read by tools that expect an access token.
    variable: id === 'access-token' ? 'GITLAB_TOKEN' : `GITLAB_${id.replaceAll('-', '_').toUpperCase()}`,
    head,
    body: new RegExp(`(?:${routable}|${body})`),
    minEntropy: 3,
    source,
  });

const short = '[A-Za-z0-9_-]{20,64}';

export const gitlabRules: readonly Rule[] = [
  gitlabRule('access-token', 'access token', 'classic', 'glpat-', short),
  gitlabRule('deploy-token', 'deploy token', 'token', 'gldt-', short),
  gitlabRule('runner-token', 'runner authentication token', 'token', 'glrt-', short),
  gitlabRule('runner-registration-token', 'runner registration token', 'token', 'glrtr-', short),
  gitlabRule('job-token', 'CI/CD job token', 'token', 'glcbt-', '[A-Za-z0-9]{1,5}_[A-Za-z0-9_-]{20,64}'),
  gitlabRule('trigger-token', 'pipeline trigger token', 'token', 'glptt-', '[0-9a-f]{40}'),
  gitlabRule('feed-token', 'feed token', 'token', 'glft-', short),
  gitlabRule('incoming-mail-token', 'incoming mail token', 'token', 'glimt-', short),
  gitlabRule('agent-token', 'Kubernetes agent token', 'token', 'glagent-', '[A-Za-z0-9_-]{50,1024}'),
  gitlabRule('oauth-secret', 'OAuth application secret', 'secret', 'gloas-', '[A-Za-z0-9_-]{64}'),
  gitlabRule('scim-token', 'SCIM token', 'token', 'glsoat-', short),
  gitlabRule('feature-flag-token', 'feature flags client token', 'token', 'glffct-', short),
  gitlabRule('workspace-token', 'workspace token', 'token', 'glwt-', short),
  {
    id: 'gitlab-session-cookie',
    title: 'GitLab session cookie',
    provider: 'gitlab',
    kind: 'token',
    variable: 'GITLAB_SESSION',
    keywords: ['_gitlab_session='],
    pattern: /_gitlab_session=(?<secret>[A-Za-z0-9_%-]{32,128})(?![A-Za-z0-9_%-])/d,
    confidence: 'certain',
    minEntropy: 3,
    source,
  },
  tokenRule({
    id: 'gitlab-registration-token',
    title: 'GitLab runner registration token (older form)',
    provider: 'gitlab',
    kind: 'token',
    head: 'GR1348941',
    body: /[A-Za-z0-9_-]{20}/,
    minEntropy: 3,
    source,
  }),
];
