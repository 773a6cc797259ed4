// What the product knows of one secret manager, as data and small functions: names it allows, how its references are written,
// how code looks a secret up in it. One file a manager, listed in `catalogue.ts`; how values get there is `node/managers/`.

import type { ManagerId } from './manager-id.ts';
import type { NameParts, NameRefused } from './name-template.ts';
import type { SecretAddress } from './secret-address.ts';

export type { NameParts, NameRefused } from './name-template.ts';

/** A policy or the command that grants a role, to copy. */
export interface LeastPrivilege {
  /** What it is, for people: `IAM policy`. */
  readonly title: string;
  /** Of an editor that shows it. */
  readonly languageId: string;
  readonly text: string;
  /** Page that describes it. */
  readonly source: string;
}

export interface Manager {
  readonly id: ManagerId;
  /** For people. */
  readonly title: string;
  /** What {@link SecretAddress.container} is called in this manager, for people: `vault`, `project`. */
  readonly containerTitle: string;
  /** Page that says what names the manager allows. */
  readonly namesSource: string;
  /** The template filled in, in the manager's alphabet; or what is wrong with it. */
  readonly addressOf: (container: string, template: string, parts: NameParts) => SecretAddress | NameRefused;
  /** The reference that `.env` rows and tools understand (`op://…`), where the manager has one. */
  readonly referenceTo?: (address: SecretAddress) => string;
  /** Page of the manager's console that shows the secret. `endpoint`: of a server of one's own, where it is known. */
  readonly consolePage?: (address: SecretAddress, endpoint?: string) => string | undefined;
  /** The command that puts secrets into a process's environment, before the program's own (`op run --env-file=.env --`). */
  readonly injection?: string;
  /** The command that prints the secret, for a terminal. */
  readonly readCommand: (address: SecretAddress) => string;
  /** The least that a program needs to read exactly this secret: a policy or role assignment, to copy. */
  readonly leastPrivilege?: (address: SecretAddress) => LeastPrivilege;
}
