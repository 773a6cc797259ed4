// The project's `.keyhygiene.json`: what a team agreed on, committed with the code. Holds fingerprints and globs, never a value.

import type { Accepted } from '../baseline/accepted.ts';
import type { CustomRule } from './custom-rule.ts';
import type { Severity } from './settings.ts';

export const policyFileName = '.keyhygiene.json';

export interface IgnoredFingerprint {
  readonly fingerprint: string;
  readonly reason?: string;
}

export interface IgnoredRule {
  readonly rule: string;
  /** Glob relative to the policy file; `**` for everywhere. */
  readonly path: string;
}

export interface Policy {
  /** The folder of the policy file, as texts in it are named: a URI in the editor, an absolute path with forward slashes elsewhere. */
  readonly folder?: string;
  /** Hex; makes fingerprints of this project useless to anyone with a word list and no policy file. */
  readonly salt?: string;
  readonly severity: Readonly<Record<string, Severity>>;
  readonly exclude: readonly string[];
  readonly ignoreFingerprints: readonly IgnoredFingerprint[];
  readonly ignoreRules: readonly IgnoredRule[];
  /** The project's own. */
  readonly rules: readonly CustomRule[];
  /** How long a token may be good; absent: a year. */
  readonly maxTokenDays?: number;
  /** Environment files with plain values are reported. */
  readonly encryptEnvironmentFiles?: boolean;
  /** Environment files with keys of several services are reported. */
  readonly oneServicePerFile?: boolean;
  /** What files beside the policy accept. */
  readonly accepted?: Accepted;
  /** `false` where nobody trusts the folder: comments that ignore findings do not count. Said by whoever reads the file, never in it. */
  readonly heedsComments?: boolean;
}

export const emptyPolicy: Policy = { severity: {}, exclude: [], ignoreFingerprints: [], ignoreRules: [], rules: [] };

/** What is left of a policy in a folder that nobody trusts: a repository cannot switch anything off. The salt hides nothing. */
export function restrictedPolicy({ folder, salt }: Policy): Policy {
  return { ...emptyPolicy, ...(folder === undefined ? {} : { folder }), ...(salt === undefined ? {} : { salt }), heedsComments: false };
}
