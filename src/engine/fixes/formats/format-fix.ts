// A fix in a file that programs read rather than run: each tool has its own way of taking a value from outside.

import type { SourceText } from '../../text.ts';
import type { FixPlan } from '../plan.ts';
import type { EnvironmentFixRequest } from '../plan-environment-fix.ts';

export interface FormatFix {
  /** As in the fixtures' folder: `docker-compose`, `github-actions`. */
  readonly id: string;
  /** As people call it: “Compose file”. */
  readonly title: string;
  /** By path first, by what stands in the text where the path does not tell. */
  readonly matches: (source: SourceText) => boolean;
  readonly plan: (request: EnvironmentFixRequest) => FixPlan;
}
