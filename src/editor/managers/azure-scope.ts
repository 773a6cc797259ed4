// What a token has to be good for, by the vault's host: a token of one's account is sent to vaults of Azure and nowhere else.

/** https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates#dns-suffixes-for-object-identifiers */
const vaultHost = /^https:\/\/[a-z0-9-]+\.(?<service>vault\.azure\.net|vault\.azure\.cn|vault\.usgovcloudapi\.net)(?::443)?\/?$/i;

export function azureScopeOf(vaultUrl: string): string | undefined {
  const service = vaultHost.exec(vaultUrl)?.groups?.['service'];
  return service && `https://${service.toLowerCase()}/.default`;
}
