// A place that uses a key, as found in one text.

import type { Confidence } from '../finding.ts';
import type { SecretAddress } from '../managers/secret-address.ts';
import type { Span } from '../text.ts';

/**
 * `hardcoded`: literal in code. `config`: value in .env, YAML, JSON… `encrypted`: the same, locked. `environment`: a lookup. `manager`: a reference.
 * `definition`: a name without a value (.env.example).
 */
export type UsageKind = 'hardcoded' | 'config' | 'encrypted' | 'environment' | 'manager' | 'definition';

export interface Usage {
  readonly kind: UsageKind;
  readonly span: Span;
  /** Zero-based, so that trees need not read the text again. */
  readonly line: number;
  readonly column: number;
  /** Environment variable or key name, when the place tells one. */
  readonly name?: string;
  /** Of a reference to a manager: where the secret is, as far as the place tells. */
  readonly address?: SecretAddress;
  /** Of the value, where the place holds one. */
  readonly fingerprint?: string;
  readonly masked?: string;
  readonly ruleId?: string;
  readonly provider?: string;
  readonly confidence?: Confidence;
  /** The line with every secret in it masked, trimmed and cut to 120 characters. */
  readonly preview: string;
}
