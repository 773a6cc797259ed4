// Every text that a scan looks out for besides the keywords of rules, under one numbering.

import { checkLandmarks } from './hygiene/text/catalogue.ts';
import { landmarks } from './usages/landmarks.ts';

/** Those of usages come first, then those of the checks. */
export const scanLandmarks: readonly string[] = [...landmarks, ...checkLandmarks];
