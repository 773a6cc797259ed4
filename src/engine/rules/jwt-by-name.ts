// Services whose keys are JSON Web Tokens without a mark of their own: the name beside the token tells whose it is.

import { contextRule } from './context-rule.ts';
import type { Rule } from './rule.ts';

interface JwtIssuer {
  readonly provider: string;
  readonly title: string;
  /** As in `ContextFormat`. */
  readonly words: readonly string[];
  readonly source: string;
}

const issuers: readonly JwtIssuer[] = [
  {
    provider: 'appfollow',
    title: 'AppFollow API token',
    words: ['appfollow'],
    source: 'https://docs.api.appfollow.io/reference/overview',
  },
  { provider: 'bombbomb', title: 'BombBomb API token', words: ['bombbomb'], source: 'https://developer.bombbomb.com/auth' },
  { provider: 'caflou', title: 'Caflou API token', words: ['caflou'], source: 'https://www.caflou.com/' },
  {
    provider: 'cloudconvert',
    title: 'CloudConvert API key',
    words: ['cloudconvert'],
    source: 'https://cloudconvert.com/api/v2#authentication',
  },
  { provider: 'documo', title: 'Documo API key', words: ['documo'], source: 'https://docs.documo.com/' },
  { provider: 'flightlabs', title: 'FlightLabs API key', words: ['flightlabs'], source: 'https://www.goflightlabs.com/documentation' },
  { provider: 'formio', title: 'Form.io token', words: ['formio'], source: 'https://help.form.io/developers/auth' },
  {
    provider: 'kontent',
    title: 'Kontent.ai API key',
    words: ['kontent'],
    source: 'https://kontent.ai/learn/docs/apis/openapi/management-api-v2',
  },
  {
    provider: 'lemonsqueezy',
    title: 'Lemon Squeezy API key',
    words: ['lemon_squeezy'],
    source: 'https://docs.lemonsqueezy.com/api/getting-started/requests',
  },
  {
    provider: 'livestorm',
    title: 'Livestorm API token',
    words: ['livestorm'],
    source: 'https://developers.livestorm.co/docs/authorization',
  },
  {
    provider: 'monday',
    title: 'monday.com API token',
    words: ['monday'],
    source: 'https://developer.monday.com/api-reference/docs/authentication',
  },
  { provider: 'rentman', title: 'Rentman API token', words: ['rentman'], source: 'https://api.rentman.net/' },
  { provider: 'scalr', title: 'Scalr access token', words: ['scalr'], source: 'https://docs.scalr.io/' },
  { provider: 'stripo', title: 'Stripo token', words: ['stripo'], source: 'https://stripo.email/plugin-api/' },
  { provider: 'temporal', title: 'Temporal Cloud API key', words: ['temporal'], source: 'https://docs.temporal.io/cloud/api-keys' },
  { provider: 'voicegain', title: 'Voicegain JWT', words: ['voicegain'], source: 'https://www.voicegain.ai/api' },
  { provider: 'web3storage', title: 'web3.storage API token', words: ['web3_storage'], source: 'https://web3.storage/docs/' },
];

export const jwtByNameRules: readonly Rule[] = issuers.map(({ provider, title, words, source }) =>
  contextRule({
    id: `${provider}-jwt`,
    title,
    provider,
    kind: 'token',
    words,
    shape: /eyJ[A-Za-z0-9_-]{10,400}\.[A-Za-z0-9_-]{20,400}\.[A-Za-z0-9_-]{20,200}/,
    confidence: 'certain',
    source,
  }),
);
