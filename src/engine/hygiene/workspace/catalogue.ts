// The checks that need the whole workspace, in the order of the documentation.

import { broadKey } from './broad-key.ts';
import { envFileNotIgnored, envFilePlain, envFileReadable, envFileTracked } from './environment-file.ts';
import { liveKeyInDevelopment, testKeyInProduction, valueInTwoEnvironments } from './environment-values.ts';
import { keyFileReadable, keyFileTracked } from './key-file.ts';
import { keyShared } from './key-shared.ts';
import { keyUndefined, keyUnused } from './key-states.ts';
import { knownValue } from './known-value.ts';
import { nameMissing } from './name-missing.ts';
import { servicesMixed } from './services-mixed.ts';
import type { WorkspaceCheck } from './workspace-check.ts';

export const workspaceChecks: readonly WorkspaceCheck[] = [
  // files
  envFileTracked,
  envFileNotIgnored,
  envFileReadable,
  envFilePlain,
  keyFileTracked,
  keyFileReadable,
  // environments
  valueInTwoEnvironments,
  liveKeyInDevelopment,
  testKeyInProduction,
  nameMissing,
  servicesMixed,
  keyUnused,
  keyUndefined,
  // sharing
  keyShared,
  broadKey,
  // known values
  knownValue,
];
