// Azure Key Vault: the vault's address, and a name of letters, digits and dashes.

import { phrase } from '../phrase.ts';
import { refuseLength, translateName } from './alphabet.ts';
import type { Manager, NameParts, NameRefused } from './manager.ts';
import { managerTitles } from './manager-titles.ts';
import { fillNameTemplate } from './name-template.ts';
import type { SecretAddress } from './secret-address.ts';
import { shellWord } from './shell-word.ts';

const title = managerTitles['azure-key-vault'];

export const azureKeyVault: Manager = {
  id: 'azure-key-vault',
  title,
  containerTitle: 'vault',
  // 1 to 127 letters, digits and dashes, a letter first.
  namesSource: 'https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates#object-identifiers',
  addressOf,
  // https://learn.microsoft.com/azure/app-service/app-service-key-vault-references
  referenceTo: ({ container, name }) => `@Microsoft.KeyVault(SecretUri=${container}/secrets/${name})`,
  consolePage,
  readCommand: ({ container, name }) =>
    `az keyvault secret show --vault-name ${shellWord(azureVaultName(container))} --name ${shellWord(name)} --query value --output tsv`,
  leastPrivilege: ({ container, name }) => ({
    title: 'Role assignment',
    languageId: 'shellscript',
    text: [
      "# PRINCIPAL_ID: the object id of the program's managed identity or service principal. The vault must use Azure RBAC.",
      `scope="$(az keyvault show --name ${shellWord(azureVaultName(container))} --query id --output tsv)/secrets/${name}"`,
      'az role assignment create --role "Key Vault Secrets User" --assignee-object-id "$PRINCIPAL_ID" \\',
      '  --assignee-principal-type ServicePrincipal --scope "$scope"',
      '',
    ].join('\n'),
    source: 'https://learn.microsoft.com/azure/key-vault/general/rbac-guide',
  }),
};

/** `https://shop.vault.azure.net`, from the vault's name or its address; nothing where it is neither. */
function vaultUrl(vault: string): string | undefined {
  const text = vault.trim().replace(/\/+$/, '');
  // https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftkeyvault
  if (/^[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]$/.test(text)) return `https://${text.toLowerCase()}.vault.azure.net`;
  return /^https?:\/\/[^/\s?#"'<>()$`\\]+$/.test(text) ? text : undefined;
}

/** From its address. */
export function azureVaultName(container: string): string {
  return /^https?:\/\/([^./:]+)/.exec(container)?.[1] ?? container;
}

function addressOf(container: string, template: string, parts: NameParts): SecretAddress | NameRefused {
  const filled = fillNameTemplate(template, parts);
  if (filled.kind === 'refused') return filled;
  const url = vaultUrl(container);
  if (url === undefined)
    return { kind: 'refused', reason: phrase('Say which vault: its name, or its address such as https://shop.vault.azure.net.') };
  const steps = [...filled.steps, ...(filled.field === undefined ? [] : [filled.field])];
  const translated = translateName(steps.join('-'), /[^A-Za-z0-9-]+/g, '-').replace(/-{2,}/g, '-');
  const name = /^\d/.test(translated) ? `n${translated}` : translated;
  return refuseLength(title, name, 127) ?? { manager: 'azure-key-vault', container: url, name };
}

const portals: Readonly<Record<string, string>> = {
  'vault.azure.net': 'portal.azure.com',
  'vault.azure.cn': 'portal.azure.cn',
  'vault.usgovcloudapi.net': 'portal.azure.us',
};

function consolePage({ container, name }: SecretAddress): string | undefined {
  const portal = portals[/^https:\/\/[\w-]+\.(vault\.[a-z.]+)$/.exec(container)?.[1] ?? ''];
  return portal && `https://${portal}/#@/asset/Microsoft_Azure_KeyVault/Secret/${container}/secrets/${encodeURIComponent(name)}`;
}
