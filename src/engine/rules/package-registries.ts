// Tokens of package registries and image registries. Registries of packages carry no page here.

import { decodeBase64Text } from '../base64.ts';
import { isMadeUp } from './context-credentials.ts';
import { endsWithItsCrc } from './crc-base62.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';
import { tokenRule } from './token-rule.ts';

const docker = 'https://docs.docker.com/security/access-tokens/';
const swarm = 'https://docs.docker.com/engine/swarm/swarm_manager_locking/';
const npmPrefixLength = 'npm_'.length;

export const packageRegistryRules: readonly Rule[] = [
  tokenRule({
    id: 'npm-access-token',
    title: 'npm access token',
    provider: 'npm',
    kind: 'secret',
    head: 'npm_',
    body: /[A-Za-z0-9]{36}/,
    check: ({ secret }) =>
      endsWithItsCrc(secret, npmPrefixLength) ? { confidence: 'certain', facts: ['checksum matches'] } : { confidence: 'likely' },
  }),
  {
    id: 'npm-legacy-token',
    title: 'npm access token (older form)',
    provider: 'npm',
    kind: 'secret',
    keywords: ['_authtoken'],
    pattern:
      /_authToken["']?\s{0,4}[=:]\s{0,4}["']?(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9_-])/d,
    confidence: 'certain',
    // UUIDs drawn by chance, not made from a clock.
    check: ({ secret }) => (secret.charAt(14) === '1' ? undefined : { confidence: 'certain' }),
  },
  // A macaroon of version 2 in base64 begins `AgE`.
  tokenRule({
    id: 'pypi-api-token',
    title: 'PyPI API token',
    provider: 'pypi',
    kind: 'secret',
    head: 'pypi-AgE',
    body: /[A-Za-z0-9_-]{85,1000}/,
    reach: 1100,
  }),
  {
    id: 'contribsys-credentials',
    title: 'Sidekiq Enterprise gem server credentials',
    provider: 'sidekiq',
    kind: 'password',
    variable: 'BUNDLE_ENTERPRISE__CONTRIBSYS__COM',
    keywords: ['contribsys__com', 'contribsys.com'],
    pattern:
      /(?:CONTRIBSYS__COM["']?\s{0,4}[=:]\s{0,4}["']?|contribsys\.com\s{1,4}["']?)(?<secret>[0-9a-f]{8}:[0-9a-f]{8})(?![A-Za-z0-9])/d,
    confidence: 'certain',
    source: 'https://github.com/sidekiq/sidekiq/wiki/Commercial-FAQ',
  },
  tokenRule({
    id: 'rubygems-api-key',
    title: 'RubyGems API key',
    provider: 'rubygems',
    kind: 'secret',
    head: 'rubygems_',
    body: /[0-9a-f]{48}/,
  }),
  tokenRule({
    id: 'nuget-api-key',
    title: 'NuGet API key',
    provider: 'nuget',
    kind: 'secret',
    head: 'oy2',
    body: /[a-z0-9]{43}/,
    minEntropy: 3.5,
  }),
  tokenRule({
    id: 'crates-token',
    title: 'Rust crate registry token',
    provider: 'cratesio',
    kind: 'secret',
    head: 'cio',
    body: /[A-Za-z0-9]{32}/,
    minEntropy: 4,
  }),
  tokenRule({
    id: 'clojars-token',
    title: 'Clojars deploy token',
    provider: 'clojars',
    kind: 'secret',
    head: 'CLOJARS_',
    body: /[0-9a-z]{60}/,
  }),
  tokenRule({
    id: 'docker-access-token',
    title: 'Docker Hub personal access token',
    provider: 'docker',
    kind: 'secret',
    head: 'dckr_pat_',
    body: /[A-Za-z0-9_-]{27}/,
    source: docker,
  }),
  tokenRule({
    id: 'docker-organization-token',
    title: 'Docker Hub organization access token',
    provider: 'docker',
    kind: 'admin',
    head: 'dckr_oat_',
    body: /[A-Za-z0-9_-]{28,36}/,
    source: docker,
  }),
  tokenRule({
    id: 'docker-swarm-join-token',
    title: 'Docker swarm join token',
    provider: 'docker',
    kind: 'token',
    variable: 'SWARM_JOIN_TOKEN',
    head: 'SWMTKN-1-',
    body: /[0-9a-z]{49,50}-[0-9a-z]{24,25}/,
    source: swarm,
  }),
  tokenRule({
    id: 'docker-swarm-unlock-key',
    title: 'Docker swarm unlock key',
    provider: 'docker',
    kind: 'secret',
    variable: 'SWARM_UNLOCK_KEY',
    head: 'SWMKEY-1-',
    body: /[A-Za-z0-9+/]{43}/,
    source: swarm,
  }),
  {
    id: 'docker-registry-auth',
    title: 'Docker registry login',
    provider: 'docker',
    kind: 'password',
    variable: 'DOCKER_AUTH_CONFIG',
    keywords: ['"auth"', '\\"auth\\"'],
    pattern: /\\?"auth\\?"\s{0,8}:\s{0,8}\\?"(?<secret>[A-Za-z0-9+/]{12,700}={0,2})\\?"/d,
    reach: 800,
    confidence: 'likely',
    minEntropy: 3,
    doubts: ['placeholder', 'test-path'],
    check: readAuth,
    source: 'https://docs.docker.com/reference/cli/docker/login/',
  },
];

/** Among the `auths` of a file for Docker; `user:password` in base64 is none. */
function readAuth({ near, mentions, secret }: MatchContext): Verdict | undefined {
  if (!near('auths') && !mentions('"auths"')) return undefined;
  const [user = '', password = ''] = (decodeBase64Text(secret) ?? '').trim().split(':', 2);
  return isMadeUp(user, password) && password !== '' ? undefined : { confidence: 'certain' };
}
