// Where one secret is in its manager: plain data that holds nothing of the secret, so it may be shown and logged.

import type { ManagerId } from './manager-id.ts';

export interface SecretAddress {
  readonly manager: ManagerId;
  /**
   * What the manager keeps secrets in. Vault: the mount of its KV engine. AWS: the region, empty for that of the profile.
   * Azure: the vault's URL. Google: the project. 1Password: the vault. Doppler: `project/config`. Infisical: `project/environment`.
   */
  readonly container: string;
  /** As the manager calls it: Vault's path, AWS's name with its slashes, 1Password's item, Infisical's folder and name. */
  readonly name: string;
  /** The part of a secret that has several: a field of Vault or 1Password. */
  readonly field?: string;
}
