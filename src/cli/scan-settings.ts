// Settings of a scan in the terminal: the defaults, what the options say, and the policy of the place that is scanned.

import { formatPhrase } from '../engine/phrase.ts';
import { emptyPolicy, type Policy, policyFileName } from '../engine/settings/policy.ts';
import { defaultSettings } from '../engine/settings/settings.ts';
import { errorCode } from '../node/error-code.ts';
import { newSalt } from '../node/fingerprint.ts';
import { findPolicyFile } from '../node/policy-file.ts';
import { type EngineRecipe, recipeOf } from '../node/scan-messages.ts';
import type { ScanArguments } from './scan-arguments.ts';
import { UserError } from './user-error.ts';

export interface FolderSettings {
  readonly recipe: EngineRecipe;
  /** Whether the fingerprints are made with the project's salt. */
  readonly hasStableFingerprints: boolean;
}

/**
 * Asked for each folder; warns once about each policy file. Without a salt in the policy one is drawn by lot for this run:
 * the bare hash of a weak password could be guessed from a report.
 */
export function createSettingsReader(
  options: Pick<ScanArguments, 'usePolicy' | 'useBaseline' | 'confidence'>,
  warn: (text: string) => void,
): (folder: string) => FolderSettings {
  let passingSalt: string | undefined;
  const drawSalt = (): string => {
    passingSalt ??= newSalt();
    return passingSalt;
  };
  const byPolicy = new Map<string, FolderSettings>();
  return folder => {
    const file = options.usePolicy ? findPolicy(folder) : undefined;
    const key = file?.path ?? '';
    const known = byPolicy.get(key);
    if (known) return known;
    for (const problem of file?.problems ?? []) warn(`${file?.path}: ${formatPhrase(problem)}`);
    const policy = options.useBaseline ? (file?.policy ?? emptyPolicy) : withoutBaseline(file?.policy ?? emptyPolicy);
    const settings = { ...defaultSettings, confidence: options.confidence ?? defaultSettings.confidence, policy };
    const read = { recipe: recipeOf(settings, policy.salt ?? drawSalt), hasStableFingerprints: policy.salt !== undefined };
    byPolicy.set(key, read);
    return read;
  };
}

/** The lists for other tools still count. */
function withoutBaseline(policy: Policy): Policy {
  return policy.accepted ? { ...policy, accepted: { ...policy.accepted, baseline: [] } } : policy;
}

function findPolicy(folder: string): ReturnType<typeof findPolicyFile> {
  try {
    return findPolicyFile(folder);
  } catch (error) {
    throw new UserError(`${policyFileName} could not be read (${errorCode(error)}). --no-policy scans without it.`);
  }
}
