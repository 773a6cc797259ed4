// The files of a project that say what it agreed on, by name. Apart from what reads them: most folders have none.

import { policyFileName } from './policy.ts';

export const baselineFileName = '.keyhygiene.baseline';
export const gitleaksIgnoreFileName = '.gitleaksignore';
export const gitleaksConfigFileName = '.gitleaks.toml';
export const detectSecretsFileName = '.secrets.baseline';

export const projectFileNames: readonly string[] = [
  policyFileName,
  baselineFileName,
  gitleaksIgnoreFileName,
  gitleaksConfigFileName,
  detectSecretsFileName,
];
