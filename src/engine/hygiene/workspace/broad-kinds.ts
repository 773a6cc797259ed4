// Kinds of keys that reach far, and what their providers issue instead.

import { type Phrase, phrase } from '../../phrase.ts';

export interface BroadKind {
  readonly ruleId?: string;
  /** Variables that say so themselves, where the form of the key does not. */
  readonly name?: RegExp;
  readonly message: Phrase;
  /** The provider's page on the narrower kind. */
  readonly source: string;
}

export const broadKinds: readonly BroadKind[] = [
  {
    ruleId: 'github-classic-token',
    message: phrase(
      'This classic GitHub token may do more than a program needs: a fine-grained token is good for chosen repositories and permissions.',
    ),
    source: 'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/managing-your-personal-access-tokens',
  },
  {
    ruleId: 'openai-user-key',
    message: phrase('This OpenAI user key may do more than a program needs: a project key is good for one project and chosen endpoints.'),
    source: 'https://help.openai.com/en/articles/9186755-managing-projects-in-the-api-platform',
  },
  {
    ruleId: 'openai-admin-key',
    message: phrase(
      'This OpenAI admin key may do more than a program needs: it manages the organization; programs that use models need a project key.',
    ),
    source: 'https://platform.openai.com/docs/api-reference/admin-api-keys',
  },
  {
    ruleId: 'anthropic-admin-key',
    message: phrase(
      'This Anthropic admin key may do more than a program needs: it manages the organization; programs that use models need an API key of a workspace.',
    ),
    source: 'https://docs.anthropic.com/en/api/administration-api',
  },
  {
    ruleId: 'huggingface-org-token',
    message: phrase(
      'This Hugging Face organization token may do more than a program needs: a fine-grained token is good for chosen repositories.',
    ),
    source: 'https://huggingface.co/docs/hub/security-tokens',
  },
  {
    ruleId: 'stripe-secret-key',
    message: phrase('This unrestricted live Stripe key may do more than a program needs: a restricted key is good for chosen resources.'),
    source: 'https://docs.stripe.com/keys/restricted-api-keys',
  },
  {
    ruleId: 'gitlab-access-token',
    message: phrase(
      'This GitLab access token may do more than a program needs: a project access token, with the scopes it needs, is good for one project.',
    ),
    source: 'https://docs.gitlab.com/user/project/settings/project_access_tokens/',
  },
  {
    ruleId: 'cloudflare-global-key',
    message: phrase('This Cloudflare global key may do more than a program needs: an API token is good for chosen zones and permissions.'),
    source: 'https://developers.cloudflare.com/fundamentals/api/get-started/create-token/',
  },
  {
    ruleId: 'digitalocean-access-token',
    message: phrase('This DigitalOcean personal token may do more than a program needs: custom scopes limit it to what the program does.'),
    source: 'https://docs.digitalocean.com/reference/api/create-personal-access-token/',
  },
  {
    ruleId: 'supabase-service-role-jwt',
    message: phrase(
      'This Supabase service_role key may do more than a program needs: it passes by row level security; a secret key can be made for each server and revoked by itself.',
    ),
    source: 'https://supabase.com/docs/guides/api/api-keys',
  },
  {
    ruleId: 'supabase-access-token',
    message: phrase(
      'This Supabase personal token may do more than a program needs: it manages every project of the account; programs need a key of one project.',
    ),
    source: 'https://supabase.com/docs/guides/api/api-keys',
  },
  {
    ruleId: 'unkey-root-key',
    message: phrase('This Unkey root key may do more than a program needs: choose the permissions that the program needs.'),
    source: 'https://www.unkey.com/docs/security/root-keys',
  },
  {
    name: /^(?:AWS_ROOT_|ROOT_AWS_)(?:SECRET_)?ACCESS_KEY(?:_ID)?$/,
    message: phrase(
      'This key of an AWS root user may do more than a program needs: delete it; a role gives temporary keys for chosen actions.',
    ),
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html',
  },
  {
    name: /^VAULT_(?:DEV_)?ROOT_TOKEN(?:_ID)?$/,
    message: phrase(
      'This Vault root token may do more than a program needs: revoke it after setting up; a policy gives a token the paths it needs.',
    ),
    source: 'https://developer.hashicorp.com/vault/docs/concepts/tokens',
  },
];
