// Why a text is or is not flagged: what the "why" hover and `--explain` show. Holds no secret.

import type { Confidence } from '../finding.ts';
import type { Span } from '../text.ts';

export interface Reason {
  /** Name of the check in `scan/reasons`, or `pattern`, `check`, `suppressed`. */
  readonly name: string;
  readonly verdict: 'believe' | 'doubt' | 'refuse';
  /** A short English clause: `entropy 4.8 bits a character`, `looks like a UUID`. */
  readonly detail: string;
}

export interface Trace {
  readonly ruleId: string;
  readonly span: Span;
  readonly name?: string;
  /** Bits a character. */
  readonly entropy: number;
  readonly length: number;
  readonly reasons: readonly Reason[];
  /** `undefined`: not flagged. */
  readonly confidence: Confidence | undefined;
}
