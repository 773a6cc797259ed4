// Keys that servers share with each other, and secrets of applications that only their place tells: keys of transfers between name servers,
// of gossip between agents, of signing in elsewhere, salts that must not be known.

import { alphabetOf, isAt } from '../alphabet.ts';
import { randomBits, surelyRandom } from '../scan/reasons/surprise.ts';
import { assignmentPattern } from './assignment.ts';
import { formOfValues, mayBeAssigned } from './assignment-glance.ts';
import { keyCharacters } from './key-characters.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';
import { documentFile } from './settings-file.ts';
import { withPattern } from './with-pattern.ts';

const doubts = ['template', 'placeholder', 'plain-value', 'echo', 'sequence', 'test-path'];

const saltNames = [
  'hash_salt',
  'ticketsalt',
  'ticket_salt',
  'passwordsalt',
  'erlangcookie',
  'erlang_cookie',
  'pepper',
  'cookie_salt',
  'securitysalt',
  'security_salt',
];
const saltForm = formOfValues(keyCharacters.quoted, keyCharacters.bare, 12);

export const infrastructureKeyRules: readonly Rule[] = [
  {
    id: 'tsig-key',
    title: 'Key that updates and transfers of a name server are signed with',
    provider: 'generic',
    kind: 'secret',
    keywords: ['hmac-md5', 'hmac-sha'],
    reach: 300,
    // `nsupdate -y hmac-sha256:name:…`, `key hmac-sha256:name …`
    // In a file the secret follows its algorithm.
    pattern:
      /hmac-(?:md5|sha\d{1,3})(?:\.sig-alg\.reg\.int)?(?::[\w.-]{1,80}[: ]|"?;?\s{1,40}secret:?[ \t]{1,8}"?|",\s{0,24}"secret"\s{0,4}:\s{0,4}")(?<secret>[A-Za-z0-9+/]{16,120}={0,2})(?![\w+/=])/di,
    confidence: 'certain',
    doubts,
    source: 'https://bind9.readthedocs.io/en/latest/manpages.html#nsupdate-dynamic-dns-update-utility',
  },
  {
    id: 'gossip-encryption-key',
    title: 'Key that agents of Consul, Nomad or Serf encrypt their gossip with',
    provider: 'generic',
    kind: 'secret',
    keywords: ['encrypt"', 'encrypt =', 'encrypt=', 'encrypt_key'],
    // 16, 24 or 32 bytes.
    pattern: /(?<![\w-])encrypt(?:_key)?"?[ \t]{0,12}[:=][ \t]{0,4}"(?<secret>[A-Za-z0-9+/]{22}==|[A-Za-z0-9+/]{32}|[A-Za-z0-9+/]{43}=)"/d,
    confidence: 'certain',
    check: ({ secret }) => (randomBits(secret) >= surelyRandom ? { confidence: 'certain' } : undefined),
    doubts,
    source: 'https://developer.hashicorp.com/consul/docs/agent/config/config-files#encrypt',
  },
  {
    id: 'consul-acl-token',
    title: 'Token of the access lists of Consul or Nomad',
    provider: 'generic',
    kind: 'token',
    keywords: [
      'initial_management',
      'agent_master',
      'agent_recovery',
      'agent"',
      'agent =',
      'master"',
      'master =',
      'default"',
      'default =',
      'replication"',
      'token =',
      'token"',
      'x-consul-token',
      'x-nomad-token',
      'consul_http_token',
      'nomad_token',
    ],
    pattern:
      /(?<![\w-])(?:initial_management|agent(?:_master|_recovery)?|master|default|replication|token|x-(?:consul|nomad)-token|consul_http_token|nomad_token)"?[ \t]{0,12}[:=][ \t]{0,4}["']?(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/di,
    silentIn: uri => documentFile.test(uri),
    glance: (text, _keyword, end) => isAt(text, end, signs),
    confidence: 'certain',
    check: ofAgent,
    doubts,
    source: 'https://developer.hashicorp.com/consul/docs/agent/config/config-files#acl_tokens',
  },
  withPattern(
    {
      id: 'secret-salt',
      title: 'Salt, pepper or cookie that must not be known',
      provider: 'generic',
      kind: 'secret',
      keywords: saltNames,
      glance: (text, keyword) => mayBeAssigned(text, keyword, saltForm),
      confidence: 'likely',
      check: ({ secret }) => (randomBits(secret) >= surelyRandom ? { confidence: 'likely' } : undefined),
      doubts: [...doubts, 'bare', 'path', 'uuid'],
      source: 'https://www.drupal.org/docs/administering-a-drupal-site/security-in-drupal',
    },
    () =>
      assignmentPattern({
        words: [...saltNames, 'ticketSalt', 'erlangCookie', 'TicketSalt', 'securitySalt'],
        quoted: `${keyCharacters.quoted}{12,160}`,
        bare: `${keyCharacters.bare}{12,160}`,
      }),
  ),
  {
    id: 'omniauth-secret',
    title: 'Client secret of a way to sign in, in an initializer of OmniAuth',
    provider: 'generic',
    kind: 'secret',
    keywords: ['provider :', 'provider(:', 'omniauth :', 'omniauth(:'],
    // The name, an identifier, the secret.
    pattern: /(?:provider|omniauth)[ (]:\w{2,40},\s{0,12}["'][^"'\n]{1,160}["'],\s{0,12}["'](?<secret>[^\s"'`\\#{}]{12,200})["']/d,
    confidence: 'certain',
    check: ({ secret }) => (randomBits(secret) >= surelyRandom ? { confidence: 'certain' } : undefined),
    doubts: [...doubts, 'path'],
    source: 'https://github.com/omniauth/omniauth#getting-started',
  },
  {
    id: 'composer-token',
    title: 'Token of a repository in the auth.json of Composer',
    provider: 'generic',
    kind: 'token',
    keywords: ['"bearer"', '"gitlab-token"', '"gitlab-oauth"', '"github-oauth"', '"bitbucket-oauth"'],
    pattern:
      /"(?:bearer|git(?:lab|hub)-(?:token|oauth))"\s{0,8}:\s{0,8}\{\s{0,24}"[\w.:-]{3,120}"\s{0,8}:\s{0,8}"(?<secret>[\w.~+/=-]{12,300})"/d,
    confidence: 'certain',
    check: ({ secret }) => (randomBits(secret) >= surelyRandom ? { confidence: 'certain' } : undefined),
    doubts: [...doubts, 'path'],
    source: 'https://getcomposer.org/doc/articles/authentication-for-private-packages.md',
  },
  {
    id: 'machine-key',
    title: 'Key that ASP.NET signs or encrypts its state with',
    provider: 'generic',
    kind: 'secret',
    keywords: ['validationkey="', 'decryptionkey="'],
    pattern: /(?:validation|decryption)key="(?<secret>[0-9a-f]{32,128})(?=[",])/di,
    confidence: 'certain',
    doubts,
    source: 'https://learn.microsoft.com/previous-versions/dotnet/netframework-4.0/w8h3skw9(v=vs.100)',
  },
  {
    id: 'caddy-dns-token',
    title: 'Token of a DNS service in a Caddyfile',
    provider: 'generic',
    kind: 'token',
    keywords: ['dns '],
    pattern: /(?<=\n[ \t]{1,24}(?:acme_)?)dns [a-z0-9]{2,24} (?<secret>[\w-]{20,120})(?=[ \t]{0,4}\r?\n)/d,
    confidence: 'likely',
    check: ({ secret }) => (randomBits(secret) >= surelyRandom ? { confidence: 'likely' } : undefined),
    doubts: [...doubts, 'path', 'uuid', 'digest'],
    source: 'https://caddyserver.com/docs/caddyfile/directives/tls#dns',
  },
];

const signs = alphabetOf(/[\s"':=0-9a-fA-F]/);

/** A UUID is an identifier elsewhere. */
function ofAgent({ match, near, uri }: MatchContext): Verdict | undefined {
  if (documentFile.test(uri)) return undefined;
  if (/^(?:x-|consul_|nomad_)/i.test(match)) return { confidence: 'certain' };
  if (/^token/i.test(match)) return near('consul') || near('nomad') || /consul|nomad/i.test(uri) ? { confidence: 'certain' } : undefined;
  return near('tokens') && (near('acl') || near('consul')) ? { confidence: 'certain' } : undefined;
}
