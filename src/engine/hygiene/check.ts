// A check: a habit around keys that gets them lost, rather than a key's own form. Its id stands beside rule ids in settings.

import type { Severity } from '../settings/settings.ts';

type CheckFamily = 'files' | 'environments' | 'sharing' | 'exposure' | 'transport' | 'known-values' | 'tokens';

/** What people read of a check, in English, as rules have it. */
export interface Check {
  /** Kebab-case, never that of a rule: `env-file-tracked`. Stays once published, since people write it into settings. */
  readonly id: string;
  readonly family: CheckFamily;
  /** What is wrong, in a few words, for lists. */
  readonly title: string;
  /** Why it matters and what to do instead: the text of its page, one paragraph. */
  readonly why: string;
  /** How loud it is where nothing is set; `off` where it could not be quiet. */
  readonly severity: Severity;
  /** Where the practice is described, when somebody else does it well. */
  readonly source?: string;
}
