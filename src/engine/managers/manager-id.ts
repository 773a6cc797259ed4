// The secret managers we know, by the ids that settings, commands and documents use.

export type ManagerId =
  | 'vault'
  | 'aws-secrets-manager'
  | 'aws-parameter-store'
  | 'azure-key-vault'
  | 'google-secret-manager'
  | '1password'
  | 'doppler'
  | 'infisical';

export const managerIds: readonly ManagerId[] = [
  'vault',
  'aws-secrets-manager',
  'aws-parameter-store',
  'azure-key-vault',
  'google-secret-manager',
  '1password',
  'doppler',
  'infisical',
];
