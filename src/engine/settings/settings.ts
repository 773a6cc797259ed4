// Everything people can set, in one type with one list of defaults. Unknown input becomes this in `read-settings.ts` only.

import type { Confidence } from '../finding.ts';
import type { ConnectionSettingName, ConnectionSettings } from '../managers/connection-words.ts';
import type { ManagerId } from '../managers/manager-id.ts';
import { defaultNameTemplate } from '../managers/name-template.ts';
import { defaultGateway, type Gateway } from './gateway.ts';
import type { Policy } from './policy.ts';
import { emptyPolicy } from './policy.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint' | 'off';

/** `required`: fails loudly when unset, in the language's idiom. `plain`: the bare lookup. */
export type LookupStyle = 'required' | 'plain';

export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint', 'off'];
export const confidences: readonly Confidence[] = ['certain', 'likely', 'possible'];
export const lookupStyles: readonly LookupStyle[] = ['required', 'plain'];

/** Which secret manager keys are moved to, and how it is reached: a setting a service, in its own words. */
export interface ManagerSettings extends Readonly<Record<ConnectionSettingName, ConnectionSettings>> {
  readonly manager: ManagerId | 'none';
  /** What secrets are called there: `{app}`, `{env}` and `{NAME}` are filled in. */
  readonly secretName: string;
}

export interface Settings extends ManagerSettings {
  readonly enable: boolean;
  /** By rule id; `*` stands for every rule not named. */
  readonly severity: Readonly<Record<string, Severity>>;
  /** Findings below this are not shown. */
  readonly confidence: Confidence;
  /** Globs of paths that are not scanned, relative to the workspace folder. */
  readonly exclude: readonly string[];
  /** File name (not a path) that the environment fix writes values to. */
  readonly envFile: string;
  readonly lookupStyle: LookupStyle;
  /** Largest file read by a workspace scan, in bytes. */
  readonly maxFileSize: number;
  /** Whether rows of environment files tell how often their variable is used. */
  readonly codeLens: boolean;
  /** What the gateway fix sends clients to. */
  readonly gateway: Gateway;
  readonly policy: Policy;
}

export const defaultSettings: Settings = {
  enable: true,
  severity: {},
  confidence: 'likely',
  exclude: [],
  envFile: '.env',
  lookupStyle: 'required',
  maxFileSize: 5_000_000,
  codeLens: false,
  gateway: defaultGateway,
  manager: 'none',
  secretName: defaultNameTemplate,
  vault: {},
  aws: {},
  azureKeyVault: {},
  googleSecretManager: {},
  onePassword: {},
  doppler: {},
  infisical: {},
  policy: emptyPolicy,
};
