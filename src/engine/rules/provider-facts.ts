// How far the keys of a provider can be limited, where its own documentation says so. Nothing here is from memory: without a page there
// is no row, and no row means that nobody looked, not that it cannot be done.

import { type Phrase, phrase } from '../phrase.ts';

export type FactKind = keyof typeof sentences;

export interface ProviderFact {
  readonly kind: FactKind;
  /** The provider’s page that says so. */
  readonly source: string;
}

export function factsOfProvider(id: string): readonly ProviderFact[] {
  return facts[id] ?? [];
}

export function describeFact(kind: FactKind): Phrase {
  return sentences[kind];
}

const sentences = {
  'addresses-of-key': phrase('A key can be limited to IP addresses'),
  'addresses-of-account': phrase('The organization or project can be limited to IP addresses'),
  'chosen-permissions': phrase('A key can be limited to chosen permissions or resources'),
  'narrower-kind': phrase('There is a narrower kind of key'),
  'expiry-optional': phrase('A key can be given an expiry'),
  'expiry-always': phrase('A key always expires'),
  'expiry-never': phrase('A key is good until it is revoked'),
} as const;

const facts: Readonly<Record<string, readonly ProviderFact[]>> = {
  openai: [
    { kind: 'addresses-of-account', source: 'https://developers.openai.com/api/docs/guides/ip-allowlist' },
    { kind: 'chosen-permissions', source: 'https://help.openai.com/en/articles/8867743' },
  ],
  anthropic: [
    { kind: 'addresses-of-account', source: 'https://platform.claude.com/docs/en/manage-claude/ip-allowlist' },
    { kind: 'expiry-optional', source: 'https://platform.claude.com/docs/en/manage-claude/authentication#key-expiration' },
  ],
  mistral: [
    { kind: 'chosen-permissions', source: 'https://docs.mistral.ai/admin/identity-access/api-keys' },
    { kind: 'expiry-optional', source: 'https://docs.mistral.ai/admin/identity-access/api-keys' },
  ],
  openrouter: [
    { kind: 'addresses-of-account', source: 'https://openrouter.ai/docs/guides/overview/auth/security-settings' },
    { kind: 'expiry-optional', source: 'https://openrouter.ai/docs/guides/overview/auth/security-settings' },
  ],
  google: [
    { kind: 'addresses-of-key', source: 'https://cloud.google.com/api-keys/docs/add-restrictions-api-keys' },
    { kind: 'chosen-permissions', source: 'https://cloud.google.com/api-keys/docs/add-restrictions-api-keys' },
  ],
  aws: [{ kind: 'expiry-never', source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html' }],
  huggingface: [{ kind: 'chosen-permissions', source: 'https://huggingface.co/docs/hub/security-tokens' }],
  langfuse: [
    { kind: 'chosen-permissions', source: 'https://langfuse.com/faq/all/read-only-api-keys' },
    { kind: 'expiry-optional', source: 'https://langfuse.com/faq/all/read-only-api-keys' },
  ],
  github: [
    {
      kind: 'narrower-kind',
      source: 'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/managing-your-personal-access-tokens',
    },
  ],
  gitlab: [
    { kind: 'chosen-permissions', source: 'https://docs.gitlab.com/auth/tokens/fine_grained_access_tokens/' },
    { kind: 'expiry-always', source: 'https://docs.gitlab.com/user/profile/personal_access_tokens/' },
  ],
  npm: [
    { kind: 'addresses-of-key', source: 'https://docs.npmjs.com/creating-and-viewing-access-tokens' },
    { kind: 'chosen-permissions', source: 'https://docs.npmjs.com/creating-and-viewing-access-tokens' },
    { kind: 'expiry-optional', source: 'https://docs.npmjs.com/creating-and-viewing-access-tokens' },
  ],
  cloudflare: [
    { kind: 'addresses-of-key', source: 'https://developers.cloudflare.com/fundamentals/api/get-started/create-token/' },
    { kind: 'chosen-permissions', source: 'https://developers.cloudflare.com/fundamentals/api/get-started/create-token/' },
    { kind: 'expiry-optional', source: 'https://developers.cloudflare.com/fundamentals/api/get-started/create-token/' },
  ],
  digitalocean: [{ kind: 'chosen-permissions', source: 'https://docs.digitalocean.com/reference/api/create-personal-access-token/' }],
  heroku: [
    { kind: 'chosen-permissions', source: 'https://github.com/heroku/cli/blob/main/docs/authorizations.md' },
    { kind: 'expiry-optional', source: 'https://github.com/heroku/cli/blob/main/docs/authorizations.md' },
  ],
  datadog: [{ kind: 'narrower-kind', source: 'https://docs.datadoghq.com/account_management/api-app-keys/' }],
  slack: [{ kind: 'expiry-optional', source: 'https://docs.slack.dev/authentication/using-token-rotation' }],
  stripe: [{ kind: 'narrower-kind', source: 'https://docs.stripe.com/keys/restricted-api-keys' }],
  square: [{ kind: 'narrower-kind', source: 'https://developer.squareup.com/docs/build-basics/access-tokens' }],
  shopify: [
    { kind: 'chosen-permissions', source: 'https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens' },
    {
      kind: 'expiry-optional',
      source: 'https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/offline-access-tokens',
    },
  ],
  twilio: [{ kind: 'narrower-kind', source: 'https://www.twilio.com/docs/iam/api-keys/restricted-api-keys' }],
  sendgrid: [{ kind: 'chosen-permissions', source: 'https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys' }],
  mailgun: [{ kind: 'narrower-kind', source: 'https://documentation.mailgun.com/docs/mailgun/api-reference/authentication' }],
  resend: [{ kind: 'chosen-permissions', source: 'https://resend.com/changelog/new-api-key-permissions' }],
};

/** For the test that each row belongs to a provider. */
export const providersWithFacts: readonly string[] = Object.keys(facts);
