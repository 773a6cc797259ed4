// Arguments that providers of Terraform take from the environment when they are not given. Not those of AWS: they come in pairs, and
// with one in the file and the other in the environment there is no pair.

import type { HclString } from './hcl-file.ts';

const argumentsWithVariables: Readonly<Record<string, string>> = {
  // https://developer.hashicorp.com/terraform/providers
  'azurerm.client_secret': 'ARM_CLIENT_SECRET',
  'cloudflare.api_token': 'CLOUDFLARE_API_TOKEN',
  'cloudflare.api_key': 'CLOUDFLARE_API_KEY',
  'digitalocean.token': 'DIGITALOCEAN_TOKEN',
  'github.token': 'GITHUB_TOKEN',
  'gitlab.token': 'GITLAB_TOKEN',
  'hcloud.token': 'HCLOUD_TOKEN',
  'linode.token': 'LINODE_TOKEN',
  'datadog.api_key': 'DD_API_KEY',
  'datadog.app_key': 'DD_APP_KEY',
  'newrelic.api_key': 'NEW_RELIC_API_KEY',
  'pagerduty.token': 'PAGERDUTY_TOKEN',
  'vault.token': 'VAULT_TOKEN',
  'tfe.token': 'TFE_TOKEN',
  'fastly.api_key': 'FASTLY_API_KEY',
  'grafana.auth': 'GRAFANA_AUTH',
};

/** The variable that takes the argument's place; none for a provider under an alias, as there is another one that would read it, too. */
export function providerVariable({ blocks, content }: HclString, text: string): string | undefined {
  const [provider] = blocks;
  if (blocks.length !== 1 || provider?.type !== 'provider') return undefined;
  if (/^\s*alias\s*=/m.test(text.slice(provider.start, provider.end))) return undefined;
  const line = text.slice(text.lastIndexOf('\n', content.start) + 1, content.start);
  return argumentsWithVariables[`${provider.labels[0]}.${/^\s*(\w+)\s*=/.exec(line)?.[1]}`];
}
