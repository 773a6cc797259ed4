// The files of a project that say what it agreed on, by name: the policy, the baseline, and what it wrote for other tools.

import type { Accepted } from '../baseline/accepted.ts';
import { readBaseline } from '../baseline/baseline-file.ts';
import { readDetectSecretsBaseline } from '../baseline/read-detect-secrets-baseline.ts';
import { readGitleaksConfig } from '../baseline/read-gitleaks-config.ts';
import { readGitleaksIgnore } from '../baseline/read-gitleaks-ignore.ts';
import { policyFileName } from './policy.ts';
import { baselineFileName, detectSecretsFileName, gitleaksConfigFileName, gitleaksIgnoreFileName } from './project-file-names.ts';
import { type PolicyRead, readPolicy } from './read-settings.ts';

/** Texts by file name; those that are not there are left out. */
export type ProjectFiles = ReadonlyMap<string, string>;

export function readProject(files: ProjectFiles): PolicyRead {
  const { policy, problems } = readPolicy(files.get(policyFileName) ?? '');
  const baseline = readBaseline(files.get(baselineFileName) ?? '');
  const config = readGitleaksConfig(files.get(gitleaksConfigFileName) ?? '');
  const hashes = files.get(detectSecretsFileName);
  const detected = hashes === undefined ? { hashes: [], problems: [] } : readDetectSecretsBaseline(hashes);
  const accepted: Accepted = {
    baseline: baseline.entries,
    places: readGitleaksIgnore(files.get(gitleaksIgnoreFileName) ?? ''),
    hashes: detected.hashes,
    allowlists: config.allowlists,
  };
  const isEmpty = Object.values(accepted).every(list => list.length === 0);
  return {
    policy: isEmpty ? policy : { ...policy, accepted },
    problems: [...problems, ...baseline.problems, ...config.problems, ...detected.problems],
  };
}
