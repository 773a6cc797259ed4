// What the product knows of one secret manager, as data and small functions: names it allows, how its references are written,
// how code looks a secret up in it. One file a manager, listed in `catalogue.ts`; how values get there is `node/managers/`.

import type { Phrase } from '../phrase.ts';
import type { ManagerId } from './manager-id.ts';
import type { SecretAddress } from './secret-address.ts';

/** What a naming template is filled with. */
export interface NameParts {
  /** Environment variable that the value would go by. */
  readonly variable: string;
  /** The app or package the code belongs to. */
  readonly app: string;
  /** `dev`, `production` …; empty where there is none. */
  readonly environment: string;
}

export interface Manager {
  readonly id: ManagerId;
  /** For people. */
  readonly title: string;
  /** Page that says what names the manager allows. */
  readonly namesSource: string;
  /** The template filled in, in the manager's alphabet; or what is wrong with it. */
  readonly addressOf: (
    container: string,
    template: string,
    parts: NameParts,
  ) => SecretAddress | { readonly kind: 'refused'; readonly reason: Phrase };
  /** The reference that `.env` rows and tools understand (`op://…`), where the manager has one. */
  readonly referenceTo?: (address: SecretAddress) => string;
  /** Page of the manager's console that shows the secret. */
  readonly consolePage?: (address: SecretAddress) => string | undefined;
  /** The command that puts secrets into a process's environment, before the program's own (`op run --env-file=.env --`). */
  readonly injection?: string;
  /** The least that a program needs to read exactly this secret: a policy or role assignment, to copy. */
  readonly leastPrivilege?: (address: SecretAddress) => { readonly title: string; readonly languageId: string; readonly text: string };
}
