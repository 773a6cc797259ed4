// A rule that a project wrote itself, as plain data: it crosses threads. `read-custom-rules.ts` says which patterns are taken.

import type { Confidence } from '../finding.ts';

export interface CustomRule {
  readonly id: string;
  readonly title: string;
  /** Lower case. */
  readonly keywords: readonly string[];
  /** Source of a regular expression. */
  readonly pattern: string;
  readonly ignoreCase: boolean;
  /** How far ahead of its keyword a match may begin. */
  readonly before: number;
  readonly confidence: Confidence;
  readonly minEntropy?: number;
  /** Globs relative to the policy file; absent for everywhere. */
  readonly paths?: readonly string[];
}
