// Stripe, and the services that took over its `sk_live_` form: told apart by what follows, or by name.

import type { MatchContext, Rule, Verdict } from './rule.ts';
import { tokenRule } from './token-rule.ts';

const source = 'https://docs.stripe.com/keys';
const body = /[A-Za-z0-9]{20,247}/;

/** `a2V5X` is `key_` in base64: what WorkOS and Highnote put after Stripe's form of prefix. */
const twin = ({ secret, name, near, mentions }: MatchContext): Verdict => {
  const rest = secret.slice('sk_live_'.length);
  if (rest.startsWith('a2V5X')) return { confidence: 'certain', ruleId: mentions('highnote') ? 'highnote-api-key' : 'workos-api-key' };
  if (/^[0-9a-f]{40}$/.test(rest)) return { confidence: 'certain', ruleId: 'paystack-secret-key' };
  if (/clerk/i.test(name) || (near('clerk') && !near('stripe'))) return { confidence: 'certain', ruleId: 'clerk-secret-key' };
  return { confidence: 'certain' };
};

export const stripeRules: readonly Rule[] = [
  tokenRule({
    id: 'stripe-secret-key',
    title: 'Stripe secret key (live)',
    provider: 'stripe',
    kind: 'secret',
    // All keys of organizations begin so, whatever they may (https://docs.stripe.com/keys/organization-api-keys).
    head: ['sk_live_', 'sk_org_live_', 'sk_org_'],
    body,
    check: twin,
    source,
  }),
  tokenRule({
    id: 'stripe-restricted-key',
    title: 'Stripe restricted key (live)',
    provider: 'stripe',
    kind: 'restricted',
    variable: 'STRIPE_RESTRICTED_KEY',
    head: 'rk_live_',
    body,
    source,
  }),
  tokenRule({
    id: 'stripe-test-key',
    title: 'Stripe secret key (test)',
    provider: 'stripe',
    kind: 'test',
    head: ['sk_test_', 'rk_test_', 'sk_org_test_'],
    body,
    check: twin,
    source,
  }),
  tokenRule({
    id: 'stripe-webhook-secret',
    title: 'Stripe webhook signing secret',
    provider: 'stripe',
    kind: 'secret',
    variable: 'STRIPE_WEBHOOK_SECRET',
    head: 'whsec_',
    body: /[A-Za-z0-9+/]{24,88}={0,2}/,
    minEntropy: 3.5,
    source: 'https://docs.stripe.com/webhooks#roll-endpoint-secrets',
  }),
  tokenRule({
    id: 'stripe-publishable-key',
    title: 'Stripe publishable key',
    provider: 'stripe',
    kind: 'publishable',
    variable: 'STRIPE_PUBLISHABLE_KEY',
    head: ['pk_live_', 'pk_test_'],
    body,
    alarm: false,
    source,
  }),
  named('workos-api-key', 'WorkOS API key', 'workos', 'https://workos.com/docs/glossary/api-key'),
  named('highnote-api-key', 'Highnote API key', 'highnote', 'https://docs.highnote.com/'),
  named('paystack-secret-key', 'Paystack secret key', 'paystack', 'https://paystack.com/docs/api/authentication/'),
  named('clerk-secret-key', 'Clerk secret key', 'clerk', 'https://clerk.com/docs/deployments/clerk-environment-variables'),
];

/** A rule that the check above names: it is never tried by itself. */
function named(id: string, title: string, provider: string, page: string): Rule {
  return {
    id,
    title,
    provider,
    kind: 'secret',
    keywords: [],
    pattern: /(?<secret>sk_(?:live|test)_[A-Za-z0-9]{20,247})/d,
    confidence: 'certain',
    source: page,
  };
}
