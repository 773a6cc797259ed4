// What people call the secret managers: the one place of their names. `Vault` is OpenBao, too.

import type { ManagerId } from './manager-id.ts';

export const managerTitles: Readonly<Record<ManagerId, string>> = {
  vault: 'Vault',
  'aws-secrets-manager': 'AWS Secrets Manager',
  'aws-parameter-store': 'AWS Parameter Store',
  'azure-key-vault': 'Azure Key Vault',
  'google-secret-manager': 'Google Secret Manager',
  '1password': '1Password',
  doppler: 'Doppler',
  infisical: 'Infisical',
};
